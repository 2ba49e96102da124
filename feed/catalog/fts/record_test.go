package fts

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"testing"
)

func TestVarintsHaveOneToNineBytes(t *testing.T) {
	for n := range 65 {
		for _, v := range []uint64{1<<n - 1, 1 << n, 1<<n + 1} {
			b := appendVarint(nil, v)
			want := 1
			for want < 9 && v>>(7*want) > 0 {
				want++
			}
			if got, size := varint(append(b, 0xff)); got != v || size != want || len(b) != want {
				t.Errorf("%x is written as %x and read as %x, %d bytes", v, b, got, size)
			}
			for i := range b {
				if _, size := varint(b[:i]); size != 0 {
					t.Errorf("%d bytes of %x are read as %d", i, b, size)
				}
			}
		}
	}
	for _, test := range []struct {
		v    uint64
		want []byte
	}{
		{0x80, []byte{0x81, 0}}, {0x3fff, []byte{0xff, 0x7f}}, {0x4000, []byte{0x81, 0x80, 0}},
		{math.MaxUint64, bytes.Repeat([]byte{0xff}, 9)},
	} {
		if b := appendVarint(nil, test.v); !bytes.Equal(b, test.want) {
			t.Errorf("%x is written as %x, want %x", test.v, b, test.want)
		}
	}
}

// settled has two levels, of which the second has a small segment.
func settled(merging uint64) *Structure {
	return &Structure{cookie: [4]byte{0, 0, 0, 3}, leaves: 300, levels: []level{
		{merging: merging, segments: []segment{{id: 1, first: 1, last: 9, origins: [2]uint64{7, 7}, docs: 200}}},
		{segments: []segment{
			{id: 3, first: 1, last: 900, origins: [2]uint64{1, 4}, removedPages: 2, removed: 130, docs: 70000},
			{id: 2, first: 1, last: 10, origins: [2]uint64{5, 6}, docs: 12},
		}},
	}}
}

func TestAStructureIsReadAsItWasWritten(t *testing.T) {
	record := settled(1).Append(nil)
	s, err := ParseStructure(record)
	if err != nil || !bytes.Equal(s.Append(nil), record) {
		t.Errorf("%x, %v; want %x", s.Append(nil), err, record)
	}
	for i := range record {
		if _, err := ParseStructure(record[:i]); err == nil {
			t.Errorf("%d bytes of %d are a structure", i, len(record))
		}
	}
	record[9]++ // the number of segments
	if _, err := ParseStructure(record); err == nil || errors.Is(err, errShort) {
		t.Errorf("miscounted segments: %v", err)
	}
}

func TestANewSegmentIsTheNewestOfTheLowestLevel(t *testing.T) {
	ids := func(s *Structure) (list [][]uint64) {
		for _, l := range s.levels {
			var level []uint64
			for _, g := range l.segments {
				level = append(level, g.id)
			}
			list = append(list, level)
		}
		return list
	}
	for name, test := range map[string]struct {
		s      *Structure
		leaves int
		want   [][]uint64
	}{
		"the first one":                     {&Structure{}, 1, [][]uint64{{1}}},
		"a small one":                       {settled(0), 9, [][]uint64{{1, 4}, {3, 2}}},
		"one as large as one of a level up": {settled(0), 10, [][]uint64{{2, 1, 4}, {3}}},
		"the largest one":                   {settled(0), 900, [][]uint64{{3, 2, 1, 4}, nil}},
		"during a merge":                    {settled(1), 900, [][]uint64{{1, 4}, {3, 2}}},
	} {
		origin := test.s.Origin()
		test.s.Add(test.s.Free(), test.leaves, 5)
		got := ids(test.s)
		if !slices.EqualFunc(got, test.want, slices.Equal) || test.s.Origin() != origin+1 {
			t.Errorf("%s: %v, origin %d; want %v, %d", name, got, test.s.Origin(), test.want, origin+1)
		}
	}
}

func TestAveragesAreAdded(t *testing.T) {
	first, err := AddAverages(nil, 3, []int64{200, 0})
	if err != nil {
		t.Fatal(err)
	}
	both, err := AddAverages(first, 1, []int64{100, 7})
	if want := []byte{4, 0x82, 0x2c, 7}; err != nil || !bytes.Equal(both, want) {
		t.Errorf("%x, %v; want %x", both, err, want)
	}
	if _, err := AddAverages(first[:2], 1, []int64{100, 7}); !errors.Is(err, errShort) {
		t.Errorf("a record that is cut off: %v", err)
	}
}
