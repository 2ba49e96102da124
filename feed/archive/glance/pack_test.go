package glance

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"dateline/feed/archive/disk"
)

func TestRecordsAreUnpackedAsTheyWerePacked(t *testing.T) {
	st := disk.Folder{Mod: disk.Time{Sec: -5, Nsec: 999}, Change: disk.Time{Sec: math.MaxInt64, Nsec: 1}, Inode: math.MaxUint64, Mode: 0o40755, Owner: 1 << 40}
	want := []*Folder{
		{Location: ".", Stat: st, Sure: true, Listed: true, Sum: 7},
		{Location: ".", Target: true},
		{Location: ".hidden", Target: true, Stat: st},
		{Path: "2031", Location: "2031", Links: true},
		{Path: "2031/03", Location: "2031/03", Listed: true, Sum: math.MaxUint64},
		{Path: "2031/03/x\xff\n", Location: ".h/x"},
		{Path: "21", Location: "21", Sure: true},
	}
	got, ok := Unpack(Pack(want))
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %+v", ok, got)
	}
	if got, ok := Unpack(Pack(nil)); !ok || len(got) != 0 {
		t.Errorf("no records: %v, %+v", ok, got)
	}
}

func TestDamagedRecordsAreRefused(t *testing.T) {
	b := Pack([]*Folder{{Path: "a/b", Location: ".h", Sum: 3}, {Path: "a/c", Location: "a/c"}})
	whole, _ := Unpack(b)
	for n := range b {
		if got, ok := Unpack(b[:n]); ok && len(got) >= len(whole) {
			t.Errorf("%d of %d bytes were read", n, len(b))
		}
		bad := slices.Clone(b)
		bad[n] ^= 0xff
		Unpack(bad) // must not panic
	}
	if _, ok := Unpack(nil); ok {
		t.Error("nothing was read as records")
	}
	if _, ok := Unpack([]byte{packed + 1}); ok {
		t.Error("another version was read")
	}
}

func TestASetFindsItsHashesAndMergesOthers(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test
	for _, n := range []int{0, 1, 2, 3, 15, 16, 17, 1000, 4096} {
		hashes := []uint64{}
		for range n {
			hashes = append(hashes, r.Uint64())
		}
		if n > 2 {
			hashes[0], hashes[1] = 0, math.MaxUint64
		}
		slices.Sort(hashes)
		s := newSet(hashes)
		var want []uint64
		for i, h := range hashes {
			if i%3 == 0 {
				continue // gone
			}
			want = append(want, h)
			for range 2 {
				if !s.find(h) {
					t.Fatalf("%d of %d is not found", i, n)
				}
			}
		}
		if gone := (n + 2) / 3; s.left != gone {
			t.Errorf("%d of %d are left, want %d", s.left, n, gone)
		}
		added := []uint64{5, 1 << 63}
		if s.find(5) || s.find(1<<63) {
			t.Errorf("%d: a strange hash is found", n)
		}
		want = append(want, added...)
		slices.Sort(want)
		if got := s.merge(added); !slices.Equal(got, want) {
			t.Errorf("%d: %d merged, want %d", n, len(got), len(want))
		}
	}
}

func TestNamesAreHashedWithTheirInode(t *testing.T) {
	var h hasher
	seen := map[uint64]bool{}
	for _, name := range []string{"a", "b", "ab", ""} {
		for inode := range uint64(3) {
			seen[h.hash([]byte(name), inode, disk.File)] = true
			seen[h.hash([]byte(name), inode, disk.Link)] = true
		}
	}
	if len(seen) != 24 {
		t.Errorf("%d hashes of 24", len(seen))
	}
	if got := unpackNames(packNames([]uint64{1, math.MaxUint64})); !slices.Equal(got, []uint64{1, math.MaxUint64}) {
		t.Errorf("%x", got)
	}
}

func TestPathsAreOrderedAsInAWalk(t *testing.T) {
	want := []string{"b.txt/z", "b", "b/c", "a!", "a/b/c", "a/a"}
	got := slices.Clone(want)
	slices.Sort(got)
	slices.SortFunc(got, byWalk)
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestAFolderIsSureTwoSecondsAfterItsTimes(t *testing.T) {
	now := time.Unix(1000, 0)
	for _, c := range []struct {
		mod, change int64
		sure        bool
	}{{998, 998, true}, {999, 990, false}, {990, 999, false}, {1100, 990, false}, {0, 0, true}} {
		var f Folder
		f.look(disk.Folder{Mod: disk.Time{Sec: c.mod}, Change: disk.Time{Sec: c.change}}, now)
		if f.Sure != c.sure {
			t.Errorf("%+v", c)
		}
	}
}

// BenchmarkUnpack's budget is 1 ms for 4,000 folders.
func BenchmarkUnpack(b *testing.B) {
	var folders []*Folder
	for i := range 4000 {
		path := fmt.Sprintf("%04d/%02d/%02d", 2000+i/372, i/31%12+1, i%31+1)
		folders = append(folders, &Folder{Path: path, Location: path, Sure: true, Sum: rand.Uint64(), Stat: disk.Folder{ //nolint:gosec // a test
			Mod: disk.Time{Sec: 1e9, Nsec: 123456789}, Change: disk.Time{Sec: 1e9, Nsec: 123456789}, Inode: 1e6 + uint64(i), Mode: 0o40755, //nolint:gosec // small
		}})
	}
	packed := Pack(folders)
	b.ReportMetric(float64(len(packed)), "bytes")
	for b.Loop() {
		if _, ok := Unpack(packed); !ok {
			b.Fatal("not unpacked")
		}
	}
}
