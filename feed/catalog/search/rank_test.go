package search

import (
	"math"
	"slices"
	"testing"

	"dateline/feed/catalog/meta"
)

func TestTheRarestWordsRankWithinTheBound(t *testing.T) {
	const bound = maxLookups
	for name, test := range map[string]struct {
		groups []group
		force  bool
		want   []string
	}{
		"no words":                 {nil, true, nil},
		"one word":                 {[]group{{"a", 1}}, false, []string{"a"}},
		"rare words first":         {[]group{{"a", 30}, {"b", 10}, {"c", 20}}, false, []string{"b", "c", "a"}},
		"equal words keep places":  {[]group{{"b", 10}, {"a", 10}}, false, []string{"b", "a"}},
		"exactly the bound":        {[]group{{"a", bound - 1}, {"b", 1}}, false, []string{"b", "a"}},
		"one more than the bound":  {[]group{{"a", bound}, {"b", 1}}, false, []string{"b"}},
		"forced":                   {[]group{{"a", bound}, {"b", 1}}, true, []string{"b", "a"}},
		"one that is too frequent": {[]group{{"a", bound + 1}}, false, nil},
		"the sum counts":           {[]group{{"a", bound / 2}, {"b", bound / 2}, {"c", bound / 2}}, false, []string{"a", "b"}},
	} {
		if got := (&Result{groups: test.groups}).rankBy(test.force); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

func TestANewStoryCountsMore(t *testing.T) {
	const now = 1_700_000_000
	id := func(unix int64) int64 { return meta.SortBase(unix, 1) + 7 }
	for name, test := range map[string]struct {
		age  int64
		want float64
	}{
		"the newest":          {0, 1 + newer},
		"after a half-life":   {halfLife, 1 + newer/2},
		"after two of them":   {2 * halfLife, 1 + newer/4},
		"a very old one":      {40 * halfLife, 1},
		"half of the time":    {halfLife / 2, 1 + newer/math.Sqrt2},
		"before the newest":   {-halfLife, 1 + newer*2},
		"a second later":      {1, 1 + newer},
		"a month, about 1/35": {30 * 86400, 1 + newer*math.Exp2(-30.0/730)},
	} {
		if got := recency(id(now-test.age), id(now)); math.Abs(got-test.want) > 1e-6 {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
