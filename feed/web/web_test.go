package web_test

import (
	"errors"
	"slices"
	"testing"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/feedtest"
	"dateline/feed/intake"
	"dateline/feed/link"
	"dateline/feed/marks"
	"dateline/feed/scan"
	"dateline/feed/story"
	"dateline/feed/web"
)

// desk returns a catalog of invented stories, and the stories.
func desk(t *testing.T) (*catalog.Catalog, []*story.Story) {
	t.Helper()
	m, err := marks.InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cat, _, err := catalog.Open(t.Context(), catalog.Options{Marks: m.Attached()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = errors.Join(cat.Close(), m.Close()) })
	src := archive.FS("desk", "desk", feedtest.FS(300))
	res, err := scan.Run(t.Context(), scan.Config{Source: src, Catalog: cat})
	if err != nil || res.Added != 300 || len(res.Touched) != 300 {
		t.Fatalf("%+v, %v", res, err)
	}
	var stories []*story.Story
	err = src.Walk(t.Context(), func(e archive.Entry) error {
		data, err := src.Read(t.Context(), e.Path)
		stories = append(stories, scan.Parse(intake.File{Path: e.Path, Data: data, ModTime: e.ModTime})...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return cat, stories
}

func TestTargetsOfAStoryAreCitedByIt(t *testing.T) {
	cat, stories := desk(t)
	followed := 0
	for _, st := range stories {
		links, err := web.Related(t.Context(), cat, st)
		if err != nil || len(links) != len(st.Related) {
			t.Fatalf("%d links of %d, %v", len(links), len(st.Related), err)
		}
		for _, l := range links {
			if (l.Match == link.None) != (len(l.Targets) == 0) {
				t.Errorf("%q: %s with %d targets", l.Related.Text, l.Match, len(l.Targets))
			}
			for _, target := range l.Targets {
				if followed++; followed > 60 {
					continue
				}
				citing, err := web.CitedBy(t.Context(), cat, target.ID)
				if err != nil || !includes(citing, st.ID) && target.ID != st.ID {
					t.Errorf("%s leads to %s, but CitedBy does not return it; %v", st.Path, target.Path, err)
				}
			}
		}
	}
	if followed == 0 {
		t.Error("no story leads anywhere")
	}
}

func TestTakesAreInOrderAndIncludeTheStory(t *testing.T) {
	cat, stories := desk(t)
	several := 0
	for _, st := range stories[:100] {
		takes, err := web.Takes(t.Context(), cat, st)
		if err != nil || !includes(catalog.Rows(takes), st.ID) {
			t.Fatalf("%s is not among its takes, %v", st.Path, err)
		}
		for i := 1; i < len(takes); i++ {
			a, b := takes[i-1].Row, takes[i].Row
			a.Path, b.Path = "", "" // the order does not depend on it
			if several++; link.CompareTakes(&a, &b) > 0 {
				t.Errorf("%s comes before %s", takes[i-1].Row.Path, takes[i].Row.Path)
			}
		}
	}
	if several == 0 {
		t.Error("no story has several takes")
	}
}

func includes(rows []story.Row, id story.ID) bool {
	return slices.ContainsFunc(rows, func(r story.Row) bool { return r.ID == id })
}
