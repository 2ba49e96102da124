package headlines

import (
	"testing"

	"dateline/articles"
	"dateline/feed"
	desk "dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
	"dateline/ui/theme"
)

// rowsOf returns all rows of an archive.
func rowsOf(t *testing.T, src desk.Source) []story.Row {
	t.Helper()
	dir := t.TempDir()
	store, err := feed.Open(t.Context(), src, feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := store.Scan(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	rows, err := store.Rows(t.Context(), story.Key{}, 20_000)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// share returns the percentage of rows whose headline a list of w by h cells cuts.
func share(rows []story.Row, w, h int, split bool) float64 {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.SetSplit(split)
	p.Resize(w, h)
	n := 0
	for i := range rows {
		if p.wrap(&rows[i]).rest != "" {
			n++
		}
	}
	return 100 * float64(n) / float64(len(rows))
}

func TestFewHeadlinesAreCut(t *testing.T) {
	desks, bound := 1000, 5.0
	if n := feedtest.Rounds(desks, 10_000); n > desks {
		desks, bound = n, 7
	}
	for _, tt := range []struct {
		name  string
		src   desk.Source
		bound float64 // percent at 80 columns, on one line
	}{
		{"the edition", desk.FS("edition", "edition", articles.FS), 12}, // 10.7 were cut when this was written
		{"a desk", desk.FS("desk", "desk", feedtest.FS(desks)), bound},  // 6.7 of 10,000, whose headlines are longer than those of desks
	} {
		rows := rowsOf(t, tt.src)
		if got := share(rows, 80, 23, false); got > tt.bound {
			t.Errorf("%s: %.1f %% of %d headlines are cut at 80 columns, more than %v %%", tt.name, got, len(rows), tt.bound)
		}
		for _, pane := range [][2]int{{48, 29}, {56, 49}} { // beside a story they have two lines
			if got := share(rows, pane[0], pane[1], true); got > 1 {
				t.Errorf("%s: %.1f %% of %d headlines are cut in a pane of %d cells", tt.name, got, len(rows), pane[0])
			}
		}
	}
}
