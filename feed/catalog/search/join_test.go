package search

import (
	"slices"
	"testing"
)

// bothWays returns the span from lo to hi in both directions.
func bothWays(lo, hi int64) []span { return []span{{lo, hi, true}, {lo, hi, false}} }

func TestStreamsAreJoinedInBothDirections(t *testing.T) {
	const last = 20
	some := func(ids ...int64) func(sp span) stream {
		return func(sp span) stream { return &listStream{sp, ids} }
	}
	none, odd, three := some(), some(1, 3, 5, 7, 9, 11, 13, 15, 17, 19), some(3, 6, 9, 12, 15, 18)
	list := func(sp span, of ...func(span) stream) (out []stream) {
		for _, s := range of {
			out = append(out, s(sp))
		}
		return out
	}
	for name, test := range map[string]struct {
		of   func(sp span) stream
		want []int64
	}{
		"list":              {odd, []int64{5, 7, 9, 11, 13, 15}},
		"empty list":        {none, nil},
		"all":               {func(sp span) stream { return &allStream{sp, list(sp, odd, three)} }, []int64{9, 15}},
		"all of three":      {func(sp span) stream { return &allStream{sp, list(sp, three, odd, some(9, 10, 12))} }, []int64{9}},
		"all and an empty":  {func(sp span) stream { return &allStream{sp, list(sp, three, none)} }, nil},
		"all of no stream":  {func(sp span) stream { return &allStream{sp, nil} }, nil},
		"any":               {func(sp span) stream { return &anyStream{sp, list(sp, odd, three)} }, []int64{5, 6, 7, 9, 11, 12, 13, 15}},
		"any and an empty":  {func(sp span) stream { return &anyStream{sp, list(sp, none, three)} }, []int64{6, 9, 12, 15}},
		"any of no stream":  {func(sp span) stream { return &anyStream{sp, nil} }, nil},
		"but":               {func(sp span) stream { return &exceptStream{sp, odd(sp), three(sp)} }, []int64{5, 7, 11, 13}},
		"but all":           {func(sp span) stream { return &exceptStream{sp, odd(sp), odd(sp)} }, nil},
		"but none":          {func(sp span) stream { return &exceptStream{sp, three(sp), none(sp)} }, []int64{6, 9, 12, 15}},
		"none but some":     {func(sp span) stream { return &exceptStream{sp, none(sp), three(sp)} }, nil},
		"but of neighbours": {func(sp span) stream { return &exceptStream{sp, some(8, 9, 10, 11)(sp), some(9, 10)(sp)} }, []int64{8, 11}},
		"all of an any":     {func(sp span) stream { return &allStream{sp, []stream{&anyStream{sp, list(sp, odd, three)}, three(sp)}} }, []int64{6, 9, 12, 15}},
	} {
		for _, sp := range bothWays(5, last-5) {
			want := slices.Clone(test.want)
			if !sp.down {
				slices.Reverse(want)
			}
			got, err := take(t.Context(), test.of(sp), sp, last)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s, down %t: %v, want %v, %v", name, sp.down, got, want, err)
			}
			first := min(2, len(want))
			if got, err := take(t.Context(), test.of(sp), sp, first); err != nil || !slices.Equal(got, want[:first]) {
				t.Errorf("%s, down %t: the first %d are %v, want %v, %v", name, sp.down, first, got, want[:first], err)
			}
		}
	}
}

func TestASpanIsWalkedInItsDirection(t *testing.T) {
	for _, sp := range bothWays(5, 9) {
		first, last, step := sp.lo, sp.hi, int64(1)
		if !sp.down {
			first, last, step = sp.hi, sp.lo, -1
		}
		if sp.first() != first || sp.past(7) != 7+step || sp.outside(first) || sp.outside(last) || !sp.outside(last+step) {
			t.Errorf("%+v: the first is %d, 7 comes before %d", sp, sp.first(), sp.past(7))
		}
		if !sp.before(first, last) || sp.before(last, first) || sp.before(7, 7) {
			t.Errorf("%+v: ids are not in order", sp)
		}
	}
}
