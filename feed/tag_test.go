package feed_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
)

func TestTheReadersTagsAreInRowsAndFacetsAndCanBeSearched(t *testing.T) {
	s := openFiles(t, ferryTakes)
	a, b, d := story.NewID("2031/03/14/a.txt"), story.NewID("2031/03/14/b.txt"), story.NewID("2031/03/15/d.txt")
	mark(t, s, feed.Marking{Tag: []string{"sea", "port-ellery"}}, a)
	mark(t, s, feed.Marking{Tag: []string{"sea", "later"}, Note: new("Ask the harbor")}, b)
	mark(t, s, feed.Marking{Tag: []string{"항구-노트"}}, d)
	rows := rowsIn(t, s.List(feed.Stories))
	if len(rows) != 2 || !slices.Equal(rows[0].Marks, []string{"항구-노트"}) || !slices.Equal(rows[1].Marks, []string{"later", "port-ellery", "sea"}) {
		t.Errorf("%v", rows)
	}
	for _, r := range rowsIn(t, s.List(feed.Files)) {
		want := map[story.ID]string{a: "port-ellery sea", b: "later sea", d: "항구-노트"}[r.ID]
		if got := strings.Join(r.Marks, " "); got != want {
			t.Errorf("%s: %s, want %s", r.Path, got, want)
		}
	}
	for query, want := range map[string]string{
		"mark:sea": "a b", "tag:sea": "a b", "mark:later": "b", "mark:ellery": "a", `mark:"port-ellery"`: "a", `mark:"port"`: "",
		"mark:port*": "a", `mark:"por"*`: "a", "mark:se": "", "-mark:sea": "c d", "mark:SEA mark:later": "b", "mark:none": "", "mark:항구": "d",
		"is:tagged": "a b d", "is:noted": "b", "-is:tagged": "c", "is:noted OR mark:항구": "b d",
	} {
		var got []string
		for _, id := range found(t, s, feed.Search{Text: query}) {
			got = append(got, id[len(id)-1:])
		}
		if slices.Sort(got); strings.Join(got, " ") != want {
			t.Errorf("%s finds %v, want %s", query, got, want)
		}
	}
	for query, want := range map[string]string{"": "sea 2 later 1 port-ellery 1 항구-노트 1", "mark:later": "later 1 sea 1", "path:c.txt": ""} {
		for scope, want := range map[feed.Scope]string{feed.Files: want, feed.Stories: strings.ReplaceAll(want, "sea 2", "sea 1")} {
			r, err := s.Search(t.Context(), feed.Search{Text: query, Scope: scope})
			if err != nil {
				t.Fatal(err)
			}
			f, err := r.Facets(t.Context(), nil)
			var got []string
			for _, v := range f[feed.ByMark] {
				got = append(got, v.Text, string(rune('0'+v.N)))
			}
			if scope == feed.Stories && query == "" {
				slices.Sort(got)
				want = "1 1 1 1 later port-ellery sea 항구-노트"
			}
			if err != nil || strings.Join(got, " ") != want {
				t.Errorf("%q, scope %d: %v, %v, want %s", query, scope, got, err, want)
			}
		}
	}
	if f, err := s.Facets(t.Context(), feed.Files); err != nil || len(f[feed.ByMark]) != 4 {
		t.Errorf("%v, %v", f[feed.ByMark], err)
	}
}

func TestWhatIsPickedIsWhatTheRowsStandFor(t *testing.T) {
	s := openFiles(t, ferryTakes)
	c, d := story.NewID("2031/03/14/c.txt"), story.NewID("2031/03/15/d.txt")
	pick := func(query string, scope feed.Scope, unread bool) feed.Picked {
		t.Helper()
		var res *feed.Result
		if query != "" {
			var err error
			if res, err = s.Search(t.Context(), feed.Search{Text: query, Scope: scope}); err != nil {
				t.Fatal(err)
			}
		}
		p, err := s.Pick(t.Context(), res, scope, unread)
		if err != nil || p.Later {
			t.Fatal(p, err)
		}
		return p
	}
	for _, tt := range []struct {
		query      string
		scope      feed.Scope
		unread     bool
		ids, takes int
	}{
		{"", feed.Stories, false, 2, 4},
		{"", feed.Files, false, 4, 4},
		{"path:a.txt", feed.Stories, false, 1, 3},
		{"path:a.txt", feed.Files, false, 1, 1},
		{"orchard", feed.Stories, true, 1, 1},
		{"nothing", feed.Stories, false, 0, 0},
	} {
		if p := pick(tt.query, tt.scope, tt.unread); len(p.IDs) != tt.ids || len(p.Takes) != tt.takes {
			t.Errorf("%q, scope %d: %v", tt.query, tt.scope, p)
		}
	}
	read := func(p feed.Picked, on bool) feed.Step {
		t.Helper()
		step, err := s.MarkPicked(t.Context(), p, feed.Marking{Read: &on})
		if err != nil {
			t.Fatal(err)
		}
		return step
	}
	if step := read(pick("ferry", feed.Stories, true), true); step.Stories != 3 {
		t.Errorf("%+v", step)
	}
	if p := pick("", feed.Stories, true); len(p.IDs) != 1 || p.IDs[0] != d {
		t.Errorf("unread: %v", p)
	}
	if step, err := s.Undo(t.Context()); err != nil || step.Stories != 3 {
		t.Errorf("%+v, %v", step, err)
	}
	p := pick("ferry", feed.Stories, false)
	if _, err := s.MarkPicked(t.Context(), p, feed.Marking{Starred: new(true), Tag: []string{"sea"}}); err != nil {
		t.Fatal(err)
	}
	if rows := rowsIn(t, s.List(feed.Files)); len(which(rows, func(r story.Row) bool { return r.Starred && len(r.Marks) == 1 })) != 1 {
		t.Errorf("%v", rows)
	}
	if row, err := s.Row(t.Context(), c); err != nil || !row.Starred {
		t.Errorf("%v, %v", row, err)
	}
}

func which(rows []story.Row, holds func(story.Row) bool) []story.Row {
	return slices.DeleteFunc(slices.Clone(rows), func(r story.Row) bool { return !holds(r) })
}
