package feed_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
)

// ferryTakes are three takes of a story; the third has dropped a paragraph of the second.
var ferryTakes = map[string]string{
	"2031/03/14/a.txt": `Ferry with 212 aboard adrift off Port Ellery
PORT ELLERY, March 14 (Meridian) -- A ferry with 212 people aboard lost power off Port Ellery on Friday, the coast guard said.
The Marguerite Dale stopped at 2:10 p.m. in winds of 60 kilometers an hour.
d.holm@meridian.example
(END)
`,
	"2031/03/14/b.txt": `(LEAD) Ferry with 212 aboard adrift off Port Ellery
PORT ELLERY, March 14 (Meridian) -- A ferry with 212 people aboard lost power off Port Ellery on Friday, the coast guard said.
The Marguerite Dale stopped at 2:10 p.m. in winds of 60 kilometers an hour.
Passengers sang hymns in the saloon, said a woman who telephoned her sister.
d.holm@meridian.example
(END)
`,
	"2031/03/14/c.txt": `(2nd LD) Ferry with 212 aboard towed to Port Ellery
PORT ELLERY, March 14 (Meridian) -- A ferry with 212 people aboard that lost power off Port Ellery on Friday was towed in, the coast guard said.
The Marguerite Dale stopped at 2:10 p.m. in winds of 60 kilometers an hour.
The tug Bollard passed a line at 7:40 p.m. at the fourth attempt.
d.holm@meridian.example
(END)
`,
	"2031/03/15/d.txt": `Orchard sold in Hesker
HESKER, March 15 (Meridian) -- The last orchard in Hesker was sold to a school on Saturday, the town said.
t.voss@meridian.example
(END)
`,
}

// openFiles opens a store of files, with one scan.
func openFiles(t *testing.T, files map[string]string) *feed.Store {
	t.Helper()
	s := open(t, source(t, folder(t, files)), dirs(t))
	scan(t, s)
	return s
}

func rowsIn(t *testing.T, l feed.List) []story.Row {
	t.Helper()
	rows, err := l.Rows(t.Context(), story.Key{}, 100)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestAStoryIsOneRowWhereItsNewestTakeIs(t *testing.T) {
	s := openFiles(t, ferryTakes)
	if rows := rowsIn(t, s.List(feed.Files)); len(rows) != 4 {
		t.Errorf("%d files", len(rows))
	}
	rows := rowsIn(t, s.List(feed.Stories))
	if len(rows) != 2 || rows[0].Path != "2031/03/15/d.txt" || rows[1].Path != "2031/03/14/c.txt" {
		t.Fatalf("%v", rows)
	}
	if rows[1].Takes != 3 || rows[1].Group != story.NewID("2031/03/14/a.txt") || rows[0].Takes != 0 {
		t.Errorf("%d takes of %s, %d", rows[1].Takes, rows[1].Group, rows[0].Takes)
	}
}

func TestAStoryIsUnreadWhileATakeSaysSomethingThatWasNotSeen(t *testing.T) {
	s := openFiles(t, ferryTakes)
	newest := story.NewID("2031/03/14/c.txt")
	carried, err := s.MarkSeen(t.Context(), newest)
	if err != nil || !slices.Equal(carried, []story.ID{story.NewID("2031/03/14/a.txt")}) {
		t.Fatalf("%v, %v", carried, err)
	}
	if rows := rowsIn(t, s.List(feed.Stories)); rows[1].Read {
		t.Error("the hymns of the second take were not seen")
	}
	for _, r := range rowsIn(t, s.List(feed.Files)) {
		if want := strings.HasSuffix(r.Path, "a.txt") || r.ID == newest; r.Read != want {
			t.Errorf("%s: read is %t", r.Path, r.Read)
		}
	}
	if carried, err := s.MarkSeen(t.Context(), story.NewID("2031/03/14/b.txt")); err != nil || carried != nil {
		t.Errorf("%v, %v", carried, err)
	}
	if rows := rowsIn(t, s.List(feed.Stories)); !rows[1].Read {
		t.Error("all takes were seen")
	}
	n, err := s.Counts(t.Context(), feed.Stories)
	if want := (feed.Counts{Stories: 2, Files: 4, Unread: 1, Problems: n.Problems}); err != nil || n != want {
		t.Errorf("%+v, %v", n, err)
	}
}

func TestAllTakesAreMarkedWithTheirStory(t *testing.T) {
	s := openFiles(t, ferryTakes)
	for _, read := range []bool{true, false} {
		if err := s.SetStoryRead(t.Context(), story.NewID("2031/03/14/b.txt"), read); err != nil {
			t.Fatal(err)
		}
		for _, r := range rowsIn(t, s.List(feed.Files)) {
			if r.Read != (read && r.Takes > 0) {
				t.Errorf("%s: read is %t", r.Path, r.Read)
			}
		}
	}
}

func TestAStoryIsStarredByOneTakeAndUnstarredWithAll(t *testing.T) {
	s := openFiles(t, ferryTakes)
	oldest, newest := story.NewID("2031/03/14/a.txt"), story.NewID("2031/03/14/c.txt")
	starred := func() (n int) {
		for _, r := range rowsIn(t, s.List(feed.Files)) {
			if r.Starred {
				n++
			}
		}
		return n
	}
	for want, star := range []bool{false, true} {
		if err := errors.Join(s.SetStarred(t.Context(), oldest, star), s.SetStoryStarred(t.Context(), newest, star)); err != nil || starred() != 2*want {
			t.Errorf("%t: %d starred, %v", star, starred(), err)
		}
	}
	if err := s.SetStoryStarred(t.Context(), newest, false); err != nil || starred() != 0 {
		t.Errorf("%d starred, %v", starred(), err)
	}
}

func TestAListHasARowForEachTake(t *testing.T) {
	s := openFiles(t, ferryTakes)
	find := func(text string, scope feed.Scope) feed.List {
		r, err := s.Search(t.Context(), feed.Search{Text: text, Scope: scope})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	for name, tt := range map[string]struct {
		list feed.List
		a, d string // the rows for a.txt and d.txt
	}{
		"files":            {s, "a.txt", "d.txt"},
		"stories":          {s.List(feed.Stories), "c.txt", "d.txt"},
		"stories found":    {find("ferry", feed.Stories), "c.txt", ""},
		"second take only": {find("hymns", feed.Stories), "b.txt", ""},
		"files found":      {find("ferry", feed.Files), "a.txt", ""},
		"not found":        {find("hymns", feed.Files), "", ""},
		"dated":            {find("on:2031-03-15", feed.Stories), "", "d.txt"},
	} {
		for path, want := range map[string]string{"2031/03/14/a.txt": tt.a, "2031/03/15/d.txt": tt.d, "nowhere.txt": ""} {
			row, ok, err := tt.list.RowFor(t.Context(), story.NewID(path))
			if err != nil || ok != (want != "") || !strings.HasSuffix(row.Path, want) {
				t.Errorf("%s: the row for %s is %q, %t, %v", name, path, row.Path, ok, err)
			}
		}
	}
}

func TestASearchFindsAStoryOnce(t *testing.T) {
	s := openFiles(t, ferryTakes)
	for text, want := range map[string]string{"ferry": "2031/03/14/c.txt", "hymns": "2031/03/14/b.txt", "orchard": "2031/03/15/d.txt", "friday": "2031/03/14/c.txt"} {
		for _, sort := range []feed.Sort{feed.Best, feed.Newest} {
			r, err := s.Search(t.Context(), feed.Search{Text: text, Sort: sort, Scope: feed.Stories})
			if err != nil {
				t.Fatal(err)
			}
			rows := rowsIn(t, r)
			if len(rows) != 1 || rows[0].Path != want {
				t.Errorf("%s: %v", text, rows)
			}
			if n, err := r.Count(t.Context()); err != nil || n != 1 {
				t.Errorf("%s: %d stories, %v", text, n, err)
			}
		}
	}
	r, err := s.Search(t.Context(), feed.Search{Text: "ferry", Scope: feed.Stories})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := r.Takes(t.Context()); err != nil || n != 3 {
		t.Errorf("%d takes, %v", n, err)
	}
	facets, err := r.Facets(t.Context(), nil)
	if want := []feed.Value{{Text: "PORT ELLERY", N: 1}}; err != nil || len(facets[feed.ByPlace]) != 1 || facets[feed.ByPlace][0] != want[0] {
		t.Errorf("%v, %v", facets[feed.ByPlace], err)
	}
}
