package feed_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/query"
)

func TestASavedSearchStandsForItsText(t *testing.T) {
	d := dirs(t)
	root := folder(t, map[string]string{
		"a.txt": copyOf("Ferry sails", "The ferry sails."), "b.txt": copyOf("Bridge opens", "The bridge opens."),
		"c.txt": copyOf("Storm comes", "The storm comes."),
	})
	s := open(t, source(t, root), d)
	scan(t, s)
	for _, c := range []struct{ name, text string }{
		{"traffic", "storm"}, {"traffic", "ferry OR bridge"}, {"예산-1", "storm"}, {"both", "@traffic OR @예산-1"},
	} {
		if err := s.SaveSearch(t.Context(), c.name, c.text); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
	}
	for text, want := range map[string][]string{
		"@traffic": {"a", "b"}, "-@traffic": {"c"}, "@traffic ferry": {"a"}, "@예산-1": {"c"}, "@both": {"a", "b", "c"},
	} {
		got := found(t, s, feed.Search{Text: text})
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s finds %q, not %q", text, got, want)
		}
	}
	if err := s.DropSearch(t.Context(), "traffic"); err != nil {
		t.Fatal(err)
	}
	_, err := s.Search(t.Context(), feed.Search{Text: "ferry @traffic"})
	if queryErr, ok := errors.AsType[*query.Error](err); !ok || queryErr.Start != 6 || queryErr.End != 14 {
		t.Errorf("a dropped search: %v", err)
	}
	list, err := s.SavedSearches(t.Context())
	if want := []feed.SavedSearch{{Name: "both", Text: "@traffic OR @예산-1"}, {Name: "예산-1", Text: "storm"}}; err != nil || !slices.Equal(list, want) {
		t.Errorf("%v, %v", list, err)
	}
}

func TestAnInvalidSearchIsNotSaved(t *testing.T) {
	s := open(t, source(t, folder(t, nil)), dirs(t))
	for _, c := range []struct{ name, text string }{
		{"", "a"}, {"two words", "a"}, {"a:b", "a"}, {"@a", "a"}, {`"a"`, "a"}, {"a*", "a"}, {"\x1b[2J", "a"},
		{"good", "kind:nothing"}, {"good", "@missing"}, {"good", "place:"},
	} {
		if err := s.SaveSearch(t.Context(), c.name, c.text); err == nil {
			t.Errorf("%q was saved as %q", c.text, c.name)
		}
	}
	if list, err := s.SavedSearches(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
}

func TestASearchThatContainsItselfIsAnError(t *testing.T) {
	s := open(t, source(t, folder(t, nil)), dirs(t))
	for _, c := range []struct{ name, text string }{{"a", "x"}, {"b", "@a"}, {"a", "@b"}} {
		if err := s.SaveSearch(t.Context(), c.name, c.text); err != nil {
			t.Fatal(err)
		}
	}
	_, err := s.Search(t.Context(), feed.Search{Text: "@a", Now: time.Unix(1e9, 0)})
	if _, ok := errors.AsType[*query.Error](err); !ok {
		t.Errorf("%v", err)
	}
}

func TestHistorySurvivesClosing(t *testing.T) {
	root, d := folder(t, nil), dirs(t)
	for _, text := range []string{"ferry", "bridge", "ferry"} {
		s, err := feed.Open(t.Context(), source(t, root), d)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(s.Remember(t.Context(), text), s.Close()); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, source(t, root), d)
	if got, err := s.History(t.Context()); err != nil || !slices.Equal(got, []string{"ferry", "bridge"}) {
		t.Errorf("%q, %v", got, err)
	}
}
