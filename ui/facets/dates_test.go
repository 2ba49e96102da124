package facets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/ui/intent"
)

// day returns the count of a day.
func day(text string, n int) feed.Value { return feed.Value{Text: text, N: n} }

func TestDatesAreYearsThenMonthsThenDays(t *testing.T) {
	for _, tt := range []struct {
		many  string
		days  []feed.Value
		shown []string
		deep  []string
	}{
		{
			"years",
			[]feed.Value{day("2024-02-29", 1), day("2024-02-01", 7), day("2024-01-31", 4), day("2023-12-31", 1)},
			[]string{"2024  ▄█           12", "2023             ▁ 1"},
			[]string{"2024-02", "2024-01", "2023-12", "2024-02-29", "2024-02-01", "2024-01-31", "2023-12-31"},
		},
		{
			"months",
			[]feed.Value{day("2024-02-29", 1), day("2024-02-01", 7), day("2024-01-31", 4)},
			[]string{"2024-02  Feb  █ 8", "2024-01  Jan  ▄ 4"},
			[]string{"2024", "2024-02-29", "2024-02-01", "2024-01-31"},
		},
		{
			"days",
			[]feed.Value{day("2024-02-29", 1), day("2024-02-01", 7)},
			[]string{"2024-02-29  Thu 1", "2024-02-01  Thu 7"},
			[]string{"2024", "2024-02"},
		},
		{"days", nil, nil, nil},
	} {
		values, many := dates(tt.days)
		var shown, deep []string
		for _, v := range values {
			if v.deep {
				deep = append(deep, v.text)
			} else {
				shown = append(shown, fmt.Sprintf("%s %d", v.label, v.n))
			}
		}
		if many != tt.many || !slices.Equal(shown, tt.shown) || !slices.Equal(deep, tt.deep) {
			t.Errorf("%v: %s %q, deep %q, want %s %q, deep %q", tt.days, many, shown, deep, tt.many, tt.shown, tt.deep)
		}
	}
}

func TestABarIsNeverEmptyForAStory(t *testing.T) {
	b := newBars([]feed.Value{day("2024-01", 1), day("2024-02", 1_000_000), day("2024-03", 125_000), day("2024-04", 125_001), day("2024-05", 999_999)})
	if got := b.year("2024"); got != "▁█▁▂█       " {
		t.Errorf("%q", got)
	}
}

// years returns a panel of stories of two years.
func years() *Page {
	p := New()
	p.Count(feed.Facets{feed.ByDay: {day("2024-02-29", 1), day("2024-02-01", 7), day("2023-12-31", 1)}, feed.ByPlace: {day("SEOUL", 9)}}, true)
	return p
}

func TestAYearOrMonthNarrows(t *testing.T) {
	p := years()
	if got := press(p, "tab", "enter"); got != (intent.Narrow{Clause: "on:2024"}) {
		t.Errorf("a year: %#v", got)
	}
	if got := press(p, "j", "-"); got != (intent.Narrow{Clause: "-on:2023"}) {
		t.Errorf("a year to leave out: %#v", got)
	}
	p.Apply([]string{"on:2024"})
	p.Count(feed.Facets{feed.ByDay: {day("2024-02-29", 1), day("2024-01-31", 1)}, feed.ByPlace: {day("SEOUL", 2)}}, true)
	if got := press(p, "enter"); got != (intent.Narrow{Clause: "on:2024-02"}) {
		t.Errorf("the cursor is not on the first month: %#v", got)
	}
}

func TestAFilterFindsMonthsAndDays(t *testing.T) {
	p := years()
	press(p, "/")
	for _, r := range "2024-02" {
		p.Update(tea.KeyPressMsg{Text: string(r), Code: r})
	}
	s := screen(p, 46, 20)
	for _, want := range []string{"2024-02  Feb", "2024-02-29  Thu", "2024-02-01  Thu"} {
		if !strings.Contains(s, want) {
			t.Errorf("%q is not in\n%s", want, s)
		}
	}
	if got := press(p, "enter", "enter"); got != (intent.Narrow{Clause: "on:2024-02"}) {
		t.Errorf("the first value: %#v", got)
	}
}
