package meta

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"dateline/feed/story"
)

func TestEachValueIsReturnedOnce(t *testing.T) {
	r := story.Row{
		Places: []string{"Oslo", "OSLO", ""}, Agency: "AP", Language: "pt-BR",
		Headline: story.Headline{Tags: []string{"Oslo", "Sports"}}, Date: story.Date{Year: 2024, Month: 8, Day: 5},
	}
	want := []Value{
		{"place", "oslo", "Oslo"}, {"tag", "oslo", "Oslo"}, {"tag", "sports", "Sports"}, {"on", ValueKey("2024-08-05"), "2024-08-05"},
		{"agency", "ap", "AP"}, {"kind", string(story.Plain), string(story.Plain)}, {"lang", "pt", "pt"},
	}
	if got := Values(&r, Spellings{}); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestADayIsAValueIfAQueryCanHaveIt(t *testing.T) {
	for year, want := range map[int]bool{0: false, 999: false, 1000: true, 2999: true, 3000: false} {
		r := story.Row{Date: story.Date{Year: year, Month: 1, Day: 2}}
		got := slices.ContainsFunc(Values(&r, Spellings{}), func(v Value) bool {
			return v.Facet == FacetDay && v.Text == fmt.Sprintf("%d-01-02", year)
		})
		if got != want {
			t.Errorf("the year %d: %t", year, got)
		}
	}
	r := story.Row{Date: story.Date{Year: 2024, Month: 1}}
	if v := Values(&r, Spellings{}); len(v) != 1 || v[0].Facet != FacetKind {
		t.Errorf("a month is %q", v)
	}
}

func TestValuesArePackedAndUnpacked(t *testing.T) {
	ids := []int64{0, 1, 127, 128, 300, math.MaxInt64}
	if got := UnpackValues(PackValues(ids)); !slices.Equal(got, ids) {
		t.Errorf("%d", got)
	}
	if got := UnpackValues(append(PackValues(ids[:2]), 0x80)); !slices.Equal(got, ids[:2]) {
		t.Errorf("a damaged list: %d", got)
	}
}
