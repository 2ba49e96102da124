package search

import (
	"slices"
	"testing"
)

// bothWays returns the ends lo and hi in both directions.
func bothWays(lo, hi int64) []ends { return []ends{{lo, hi, true}, {lo, hi, false}} }

func TestStreamsAreJoinedInBothDirections(t *testing.T) {
	const last = 20
	some := func(ids ...int64) func(e ends) stream {
		return func(e ends) stream { return &listStream{e, ids} }
	}
	none, odd, three := some(), some(1, 3, 5, 7, 9, 11, 13, 15, 17, 19), some(3, 6, 9, 12, 15, 18)
	list := func(e ends, of ...func(ends) stream) (out []stream) {
		for _, s := range of {
			out = append(out, s(e))
		}
		return out
	}
	for name, test := range map[string]struct {
		of   func(e ends) stream
		want []int64
	}{
		"list":               {odd, []int64{5, 7, 9, 11, 13, 15}},
		"empty list":         {none, nil},
		"all":                {func(e ends) stream { return &allStream{e, list(e, odd, three)} }, []int64{9, 15}},
		"all of three":       {func(e ends) stream { return &allStream{e, list(e, three, odd, some(9, 10, 12))} }, []int64{9}},
		"all and an empty":   {func(e ends) stream { return &allStream{e, list(e, three, none)} }, nil},
		"all of no stream":   {func(e ends) stream { return &allStream{e, nil} }, nil},
		"any":                {func(e ends) stream { return &anyStream{e, list(e, odd, three)} }, []int64{5, 6, 7, 9, 11, 12, 13, 15}},
		"any and an empty":   {func(e ends) stream { return &anyStream{e, list(e, none, three)} }, []int64{6, 9, 12, 15}},
		"any of no stream":   {func(e ends) stream { return &anyStream{e, nil} }, nil},
		"but":                {func(e ends) stream { return &butStream{e, odd(e), three(e)} }, []int64{5, 7, 11, 13}},
		"but all":            {func(e ends) stream { return &butStream{e, odd(e), odd(e)} }, nil},
		"but none":           {func(e ends) stream { return &butStream{e, three(e), none(e)} }, []int64{6, 9, 12, 15}},
		"none but some":      {func(e ends) stream { return &butStream{e, none(e), three(e)} }, nil},
		"but of neighbours":  {func(e ends) stream { return &butStream{e, some(8, 9, 10, 11)(e), some(9, 10)(e)} }, []int64{8, 11}},
		"all of what is any": {func(e ends) stream { return &allStream{e, []stream{&anyStream{e, list(e, odd, three)}, three(e)}} }, []int64{6, 9, 12, 15}},
	} {
		for _, e := range bothWays(5, last-5) {
			want := slices.Clone(test.want)
			if !e.down {
				slices.Reverse(want)
			}
			got, err := take(t.Context(), test.of(e), e, last)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s, down %t: %v, want %v, %v", name, e.down, got, want, err)
			}
			first := min(2, len(want))
			if got, err := take(t.Context(), test.of(e), e, first); err != nil || !slices.Equal(got, want[:first]) {
				t.Errorf("%s, down %t: the first %d are %v, want %v, %v", name, e.down, first, got, want[:first], err)
			}
		}
	}
}

func TestAStreamBeginsAndEndsWithItsEnds(t *testing.T) {
	for _, e := range bothWays(5, 9) {
		first, last, step := e.lo, e.hi, int64(1)
		if !e.down {
			first, last, step = e.hi, e.lo, -1
		}
		if e.first() != first || e.past(7) != 7+step || e.outside(first) || e.outside(last) || !e.outside(last+step) {
			t.Errorf("%+v: the first is %d, 7 comes before %d", e, e.first(), e.past(7))
		}
		if !e.before(first, last) || e.before(last, first) || e.before(7, 7) {
			t.Errorf("%+v: ids are not in order", e)
		}
	}
}
