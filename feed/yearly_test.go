package feed_test

import (
	"slices"
	"testing"

	"dateline/feed"
)

func TestADayOfEveryYearIsFound(t *testing.T) {
	files := map[string]string{}
	for name, day := range map[string]string{"a": "Feb. 29, 2020", "b": "Feb. 29, 2024", "c": "Feb. 28, 2024", "d": "March 29, 2024", "e": "Feb. 29, 1996"} {
		files[name+".txt"] = "Ferry " + name + " sails\nOSTVIK, " + day + " (Meridian) -- It sailed.\n(END)\n"
	}
	s := open(t, source(t, folder(t, files)), feed.Dirs{})
	scan(t, s)
	for text, want := range map[string][]string{
		"on:02-29": {"b.txt", "a.txt", "e.txt"}, "on:2-29 after:2000": {"b.txt", "a.txt"}, "-on:02-29": {"d.txt", "c.txt"}, "on:01-01": nil, "on:02-29 OR on:03-29": {"d.txt", "b.txt", "a.txt", "e.txt"},
	} {
		res, err := s.Search(t.Context(), feed.Search{Text: text, Sort: feed.Newest})
		if err != nil {
			t.Fatal(text, err)
		}
		var got []string
		for hit, err := range res.All(t.Context(), feed.Newest) {
			if err != nil {
				t.Fatal(text, err)
			}
			got = append(got, hit.Row.Path)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s finds %q, want %q", text, got, want)
		}
	}
	if _, err := s.Search(t.Context(), feed.Search{Text: "on:02-30"}); err == nil {
		t.Error("on:02-30 is a day")
	}
}
