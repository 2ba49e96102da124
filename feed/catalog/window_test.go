package catalog_test

import (
	"dateline/feed/catalog/columns"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// rowPaths returns the paths of rows.
func rowPaths(rows []story.Row) []string {
	paths := []string{}
	for i := range rows {
		paths = append(paths, rows[i].Path)
	}
	return paths
}

// putStories puts stories of many days into c, some of which share their moment and
// take, and returns the keys of their rows in list order.
func putStories(t *testing.T, c *catalog.Catalog) []story.Key {
	t.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	var files []fill.File
	var keys []story.Key
	for i := range 60 {
		date := story.Date{Year: 1968 + rnd.IntN(4), Month: 1 + rnd.IntN(2), Day: 1 + rnd.IntN(2), From: story.FromText}
		if i%10 == 0 {
			date = story.Date{}
		}
		f := catalogtest.Story(fmt.Sprintf("%02d.txt", i), fmt.Sprint("Harbour notes ", i), date, story.Take(1+rnd.IntN(3)))
		row := story.NewRow(f)
		files, keys = append(files, catalogtest.FileOf(f)), append(keys, row.Key())
	}
	catalogtest.Put(t, c, files...)
	slices.SortFunc(keys, func(a, b story.Key) int {
		if a.Before(b) {
			return -1
		}
		return 1
	})
	return keys
}

// keyPaths returns the paths of keys.
func keyPaths(keys []story.Key) []string {
	paths := []string{}
	for _, k := range keys {
		paths = append(paths, k.Path)
	}
	return paths
}

func TestWindowsAreSlicesOfTheList(t *testing.T) {
	c, _ := catalogtest.Open(t)
	keys := putStories(t, c)
	check := func(k story.Key, n int, want []story.Key) {
		t.Helper()
		rows, err := c.List(columns.Files).Rows(t.Context(), k, n)
		if got := rowPaths(rows); err != nil || !slices.Equal(got, keyPaths(want)) {
			t.Errorf("Rows(%v, %d) = %q, %v; want %q", k, n, got, err, keyPaths(want))
		}
	}
	for _, n := range []int{0, 1, 7, 60, 99} {
		check(story.Key{}, n, keys[:min(n, 60)])
		check(story.Key{}, -n, keys[max(0, 60-n):])
		for i, k := range keys {
			check(k, n, keys[i:min(60, i+n)])
			check(k, -n, keys[max(0, i-n):i])
		}
	}
}

func TestPositionCountsTheRowsAbove(t *testing.T) {
	c, _ := catalogtest.Open(t)
	keys := putStories(t, c)
	for i, k := range append([]story.Key{{}}, keys...) {
		if n, err := c.List(columns.Files).Position(t.Context(), k); err != nil || n != max(0, i-1) {
			t.Errorf("%v is at %d, %v; want %d", k, n, err, max(0, i-1))
		}
	}
	// A place between two rows, and one below all.
	between := keys[30]
	between.Path += "x"
	below := keys[59]
	below.Unix--
	for k, want := range map[story.Key]int{between: 31, below: 60} {
		if n, err := c.List(columns.Files).Position(t.Context(), k); err != nil || n != want {
			t.Errorf("%v is at %d, %v; want %d", k, n, err, want)
		}
	}
}

func TestNextUnreadSkipsReadRows(t *testing.T) {
	c, m := catalogtest.Marked(t, "")
	keys := putStories(t, c)
	unread := map[int]bool{3: true, 4: true, 20: true, 58: true}
	for i, k := range keys {
		if unread[i] {
			continue
		}
		if err := m.See(t.Context(), marks.Story{ID: story.NewID(k.Path)}); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		from, want int // -1 is the zero Key, or no row
		back       bool
	}{
		{-1, 3, false}, {0, 3, false}, {3, 4, false}, {4, 20, false}, {20, 58, false}, {58, -1, false}, {59, -1, false},
		{-1, 58, true}, {59, 58, true}, {58, 20, true}, {20, 4, true}, {4, 3, true}, {3, -1, true}, {0, -1, true},
	} {
		var k story.Key
		if tt.from >= 0 {
			k = keys[tt.from]
		}
		row, ok, err := c.List(columns.Files).NextUnread(t.Context(), k, tt.back)
		if err != nil || ok != (tt.want >= 0) || ok && row.Path != keys[tt.want].Path {
			t.Errorf("from row %d, back %t: %q, %t, %v; want row %d", tt.from, tt.back, row.Path, ok, err, tt.want)
		}
		if ok && row.Read {
			t.Errorf("from row %d: %q is read", tt.from, row.Path)
		}
	}
}
