package main

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/story"
)

// queries together use every part of the query language.
var queries = []string{
	"harbor", "the council", `"the mayor"`, "harbor -ferry", "title:ferry OR title:bridge", "is:lead", "is:urgent has:related",
	"has:caption", "has:note", "on:2000-01-05", "after:2000-01-08", "kind:interview", "path:2000/01/03", "minist", "pier boats",
}

// store opens the store of h without a scan.
func (h home) store(t *testing.T) *feed.Store {
	t.Helper()
	src, err := archive.Open(h.archive)
	if err != nil {
		t.Fatal(err)
	}
	dirs := feed.Dirs{Cache: filepath.Join(h.cache, "dateline"), State: filepath.Join(h.state, "dateline")}
	s, err := feed.Open(t.Context(), src, dirs)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// sameAnswers checks that two readers get the same answers to the same queries.
func sameAnswers(t *testing.T, a, b home) {
	t.Helper()
	list := a.run(t, "list", "--json")
	if list != b.run(t, "list", "--json") || list == "" {
		t.Error("the lists differ or are empty")
	}
	id := linkedStory(t, b, list[len(list)/2:])
	for _, args := range [][]string{{"related", "--json", id}, {"search", "--json", "harbor"}} {
		got, want := sortedLines(a.run(t, args...)), sortedLines(b.run(t, args...))
		if len(want) == 0 {
			t.Errorf("dateline %s prints nothing", args)
		}
		if !slices.Equal(got, want) {
			t.Errorf("dateline %s prints\n%s\nwant\n%s", args, strings.Join(got, ""), strings.Join(want, ""))
		}
	}
	first, second := a.store(t), b.store(t)
	for _, q := range queries {
		if f, s := answer(t, first, q), answer(t, second, q); !reflect.DeepEqual(f, s) {
			t.Errorf("%s: got %d stories, want %d, or the stories differ", q, f.count, s.count)
		}
	}
	rows := 0
	for r, err := range second.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if rows++; rows%23 == 0 {
			if got, want := links(t, first, r.ID), links(t, second, r.ID); !slices.Equal(got, want) {
				t.Errorf("%s: the links are\n%q\nwant\n%q", r.Path, got, want)
			}
		}
	}
}

// linkedStory returns the ID of the first story of a list that has related stories.
func linkedStory(t *testing.T, h home, list string) (id string) {
	t.Helper()
	for more := true; more; {
		_, list, more = strings.Cut(list, `"id":"`)
		if id, _, _ = strings.Cut(list, `"`); more && h.run(t, "related", "--json", id) != "" {
			return id
		}
	}
	t.Fatal("no story has related stories")
	return ""
}

// sortedLines returns the lines of out, sorted, because stories with the same score are
// in the order in which they were read.
func sortedLines(out string) []string { return slices.Sorted(strings.Lines(out)) }

// answers are the results of a search.
type answers struct {
	count  int
	paths  []string
	facets feed.Facets
}

// answer runs a query.
func answer(t *testing.T, s *feed.Store, text string) (a answers) {
	t.Helper()
	r, err := s.Search(t.Context(), feed.Search{Text: text, Sort: feed.Newest})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if a.count, err = r.Count(t.Context()); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	for h, err := range r.All(t.Context(), feed.Newest) {
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		a.paths = append(a.paths, h.Row.Path)
	}
	slices.Sort(a.paths) // stories with the same time and take are in the order in which they were read
	if a.facets, err = r.Facets(t.Context(), nil); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	// Values that are equal but for case may be in any order and in any case.
	for _, values := range a.facets {
		for i := range values {
			values[i].Text = strings.ToLower(values[i].Text)
		}
		slices.SortFunc(values, func(x, y feed.Value) int { return strings.Compare(x.Text, y.Text) })
	}
	return a
}

// links returns the links of a story and the paths of the stories that cite it.
func links(t *testing.T, s *feed.Store, id story.ID) (out []string) {
	t.Helper()
	st, err := s.Story(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	related, err := s.Related(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range related {
		out = append(out, l.Related.Text, fmt.Sprint(l.Match))
		for _, to := range l.Targets {
			out = append(out, to.Path)
		}
	}
	cited, err := s.CitedBy(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, by := range cited {
		out = append(out, by.Path)
	}
	return out
}
