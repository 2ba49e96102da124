package catalog_test

import (
	"fmt"
	"slices"
	"testing"

	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

func day(y, m, d int) story.Date {
	return story.Date{Year: y, Month: m, Day: d, From: story.FromDateline}
}

func head(title string) story.Headline {
	return story.Headline{Text: title, Title: title, Kind: story.Plain, Take: story.TakeFirst}
}

func sorted(paths []string) []string { slices.Sort(paths); return paths }

func TestTargetsShareTheKey(t *testing.T) {
	c, _ := catalogtest.Open(t)
	catalogtest.Put(t, c,
		catalogtest.File("a.txt", "Harbour strike ends", day(2030, 5, 1), 1),
		catalogtest.File("b.txt", "HARBOUR  STRIKE ENDS", day(2031, 5, 1), 2),
		catalogtest.File("c.txt", "Harbour strike ends today", day(2030, 5, 1), 1),
		catalogtest.File("d.txt", "Harbour strike …", day(2030, 5, 1), 1),
		catalogtest.File("e.txt", "Pier …", day(2030, 5, 1), 1),
		catalogtest.File("f.txt", "Harbour strike fo…", day(2030, 5, 1), 1))
	for title, want := range map[string][]string{
		"Harbour strike ends":       {"a.txt", "b.txt"},
		"Harbour strike ends today": {"c.txt"},
		"Harbour strike ends tod…":  {"c.txt"},
		"Harbour stri…":             {"a.txt", "b.txt", "c.txt", "d.txt", "f.txt"},
		"Harbour strike goes…":      {"d.txt"}, // both were cut
		"Harbour strike goes on":    {"d.txt"}, // d.txt was cut
		"Harbour strik":             {},
		"Harbour …":                 {},        // 7 runes are too few
		"Pier closes":               {"e.txt"}, // package link says that 4 are too few
		"Pier go":                   {},
		"Ferry sails":               {},
		"“”":                        {},
	} {
		rows, all, err := c.Targets(t.Context(), head(title), day(2030, 5, 2))
		if got := sorted(rowPaths(rows)); err != nil || !all || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %t, %v; want %q", title, got, all, err, want)
		}
	}
}

func TestACutHeadlineOfEightRunesIsLookedUp(t *testing.T) {
	c, _ := catalogtest.Open(t)
	catalogtest.Put(t, c, catalogtest.File("a.txt", "항구 파업 끝나다", day(2030, 5, 1), 1), catalogtest.File("b.txt", "Harbours …", day(2030, 5, 1), 1))
	for title, want := range map[string][]string{
		"항구 파업 끝나…":            {"a.txt"},
		"항구 파업 끝…":             {},
		"Harbours close again": {"b.txt"},
	} {
		rows, _, err := c.Targets(t.Context(), head(title), story.Date{})
		if got := rowPaths(rows); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v; want %q", title, got, err, want)
		}
	}
}

func TestTheNearestOfManyTargetsAreReturned(t *testing.T) {
	c, _ := catalogtest.Open(t)
	var files []fill.File
	for d := range 100 {
		date := day(2030, 1+d/28, 1+d%28)
		files = append(files, catalogtest.File(fmt.Sprintf("%03d.txt", d), "Weather forecast", date, 1))
	}
	catalogtest.Put(t, c, files[:31]...)
	rows, all, err := c.Targets(t.Context(), head("Weather forecast"), day(2030, 1, 10))
	if err != nil || !all || len(rows) != 31 {
		t.Errorf("%d rows, %t, %v", len(rows), all, err)
	}
	catalogtest.Put(t, c, files[31])
	if rows, all, err := c.Targets(t.Context(), head("Weather forecast"), day(2031, 1, 1)); err != nil || all || len(rows) != 32 {
		t.Errorf("at the bound: %d rows, %t, %v", len(rows), all, err)
	}
	catalogtest.Put(t, c, files[32:]...)
	// From day 50: that day, 31 later days and 32 earlier ones.
	rows, all, err = c.Targets(t.Context(), head("Weather forecast"), files50)
	got := sorted(rowPaths(rows))
	if err != nil || all || len(got) != 64 || got[0] != "018.txt" || got[63] != "081.txt" {
		t.Errorf("%q, %t, %v", got, all, err)
	}
}

func TestACutHeadlineOfManyTitlesFindsTheNearestOfEach(t *testing.T) {
	c, _ := catalogtest.Open(t)
	var files []fill.File
	for d := range 100 {
		date := day(2030, 1+d/28, 1+d%28)
		files = append(files, catalogtest.File(fmt.Sprintf("%03d.txt", d), "Weather forecast for Castrel", date, 1),
			catalogtest.File(fmt.Sprintf("e%03d.txt", d), "Weather forecast for Eastmere", date, 1))
	}
	catalogtest.Put(t, c, files...)
	rows, all, err := c.Targets(t.Context(), head("Weather forecast for..."), files50)
	want := []string{"048.txt", "049.txt", "050.txt", "051.txt", "e048.txt", "e049.txt", "e050.txt", "e051.txt"}
	if got := sorted(rowPaths(rows)); err != nil || all || !slices.Equal(got, want) {
		t.Errorf("%q, %t, %v", got, all, err)
	}
}

// files50 is the date of file 050.txt above.
var files50 = day(2030, 2, 23)

func TestNearStoriesShareMostWords(t *testing.T) {
	c, _ := catalogtest.Open(t)
	catalogtest.Put(t, c,
		catalogtest.File("a.txt", "Harbour strike ends after ten days", day(2030, 5, 10), 1),
		catalogtest.File("b.txt", "Harbour workers end strike", day(2030, 5, 13), 1),
		catalogtest.File("c.txt", "Harbour strike paralyses city", day(2030, 5, 14), 1),
		catalogtest.File("d.txt", "Harbour opens museum", day(2030, 5, 10), 1))
	for _, tt := range []struct {
		title string
		date  story.Date
		days  int
		want  []string
	}{
		{"Harbour strike continues", day(2030, 5, 10), 3, []string{"a.txt", "b.txt"}},
		{"Harbour strike continues", day(2030, 5, 10), 4, []string{"a.txt", "b.txt", "c.txt"}},
		{"Harbour strike", day(2030, 5, 10), 0, []string{"a.txt"}},
		{"Harbour", day(2030, 5, 10), 9, []string{}}, // one word is too few
		{"Harbour strike", story.Date{}, 9, []string{}},
		{"Museum strike", day(2030, 5, 10), 9, []string{}},
	} {
		rows, _, err := c.Near(t.Context(), tt.title, tt.date, tt.days)
		if got := sorted(rowPaths(rows)); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s, %d days: %q, %v; want %q", tt.title, tt.days, got, err, tt.want)
		}
	}
}

func TestSameTitleComparesKeyAndDate(t *testing.T) {
	c, _ := catalogtest.Open(t)
	catalogtest.Put(t, c,
		catalogtest.File("a.txt", "Weather forecast", day(2030, 5, 10), 1),
		catalogtest.File("b.txt", "Weather Forecast", day(2030, 5, 12), 3),
		catalogtest.File("c.txt", "Weather forecast", day(2030, 5, 13), 1),
		catalogtest.File("d.txt", "Weather forecasts", day(2030, 5, 10), 1),
		catalogtest.File("e.txt", "Weather forecast", story.Date{}, 1),
		catalogtest.File("f.txt", "…", day(2030, 5, 10), 1))
	for _, tt := range []struct {
		title string
		date  story.Date
		want  []string
	}{
		{"Weather forecast", day(2030, 5, 10), []string{"b.txt", "a.txt"}},
		{"Weather forecast", day(2030, 5, 13), []string{"c.txt", "b.txt"}},
		{"Weather forecast", story.Date{}, []string{"e.txt"}},
		{"…", day(2030, 5, 10), []string{}},
		{"", day(2030, 5, 10), []string{}},
	} {
		rows, err := c.SameTitle(t.Context(), tt.title, tt.date, 2)
		if got := rowPaths(rows); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s on %v: %q, %v; want %q", tt.title, tt.date, got, err, tt.want)
		}
	}
}

func TestStoriesThatListAStoryAreFound(t *testing.T) {
	c, _ := catalogtest.Open(t)
	catalogtest.Put(t, c,
		catalogtest.File("1.txt", "Council meets", day(2030, 5, 10), 1, "Harbour strike ends", "Harbour strike e…"),
		catalogtest.File("2.txt", "Mayor resigns", day(2030, 5, 11), 1, "HARBOUR STRIKE ENDS", "Harbour strike ends"),
		catalogtest.File("3.txt", "Budget passes", day(2030, 5, 12), 1, "Strike at harbour over", "Ferry sails"),
		catalogtest.File("4.txt", "Choir sings", day(2030, 6, 12), 1, "Strike at harbour continues"))
	citers := func(title string, date story.Date) map[string][]string {
		t.Helper()
		refs, err := c.Refs(t.Context(), title, date, 3)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string][]string{}
		for _, r := range refs {
			rows, err := c.Citers(t.Context(), r, story.Date{}, 300)
			if err != nil || r.Related.Title != r.Related.Text || r.Related.Take != 1 || r.Related.Kind != story.Plain {
				t.Errorf("%+v, %v", r, err)
			}
			if got[r.Related.Text] != nil {
				t.Errorf("%q was returned twice", r.Related.Text)
			}
			got[r.Related.Text] = rowPaths(rows)
		}
		return got
	}
	for _, tt := range []struct {
		title string
		date  story.Date
		want  map[string][]string
	}{
		{"Harbour strike ends", story.Date{}, map[string][]string{
			"Harbour strike ends": {"2.txt", "1.txt"}, "HARBOUR STRIKE ENDS": {"2.txt"}, "Harbour strike e…": {"1.txt"},
		}},
		{"Harbour strike", day(2030, 5, 10), map[string][]string{
			"Harbour strike ends": {"2.txt", "1.txt"}, "HARBOUR STRIKE ENDS": {"2.txt"}, "Harbour strike e…": {"1.txt"},
			"Strike at harbour over": {"3.txt"},
		}},
		{"Harbour", day(2030, 5, 10), nil},
		{"Ferry sails", story.Date{}, map[string][]string{"Ferry sails": {"3.txt"}}},
		{"", day(2030, 5, 10), nil},
	} {
		got := citers(tt.title, tt.date)
		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%s on %v: %q; want %q", tt.title, tt.date, got, tt.want)
		}
	}
}
