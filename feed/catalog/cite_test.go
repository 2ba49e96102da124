package catalog_test

import (
	"fmt"
	"slices"
	"testing"

	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

// TestStoriesThatListAHeadlineAreFoundWhereverTheyAre puts more stories into a batch than
// the row of their headline holds, and others into a later batch.
func TestStoriesThatListAHeadlineAreFoundWhereverTheyAre(t *testing.T) {
	c, _ := catalogtest.Open(t)
	var paths []string
	for _, batch := range []int{70, 5} {
		var files []fill.File
		for range batch {
			n := len(paths)
			paths = append(paths, fmt.Sprintf("%02d.txt", n))
			date := story.Date{Year: 2100 - n, Month: 3, Day: 1} // newest first
			files = append(files, catalogtest.File(paths[n], fmt.Sprint("Story ", n), date, 1, "Bridge closes"))
		}
		catalogtest.Put(t, c, files...)
	}
	for len(paths) > 0 {
		refs, err := c.Refs(t.Context(), "Bridge closes", story.Date{}, 1)
		if err != nil || len(refs) != 1 {
			t.Fatalf("%v, %v", refs, err)
		}
		rows, err := c.Citers(t.Context(), refs[0], story.Date{}, 300)
		var got []string
		for i := range rows {
			got = append(got, rows[i].Path)
		}
		if err != nil || !slices.Equal(got, paths) {
			t.Fatalf("%v, %v; want %v", got, err, paths)
		}
		// From the middle, so that the lists of both tables shrink.
		i := len(paths) / 2
		gone := slices.Clone(paths[i:min(i+7, len(paths))])
		paths = slices.Delete(paths, i, i+len(gone))
		if _, err := c.Remove(t.Context(), gone); err != nil {
			t.Fatal(err)
		}
	}
	if refs, err := c.Refs(t.Context(), "Bridge closes", story.Date{}, 1); err != nil || len(refs) != 0 {
		t.Errorf("%v, %v", refs, err)
	}
}

func TestOfManyStoriesThatListAHeadlineTheNearestAreReturned(t *testing.T) {
	c, _ := catalogtest.Open(t)
	var files []fill.File
	for n := range 200 {
		files = append(files, catalogtest.File(fmt.Sprintf("%03d.txt", n), fmt.Sprint("Story ", n), day(2200-n, 3, 1), 1, "Bridge closes"))
	}
	catalogtest.Put(t, c, files...)
	refs, err := c.Refs(t.Context(), "Bridge closes", story.Date{}, 1)
	if err != nil || len(refs) != 1 {
		t.Fatalf("%v, %v", refs, err)
	}
	rows, err := c.Citers(t.Context(), refs[0], day(2050, 3, 1), 3)
	if got := rowPaths(rows); err != nil || !slices.Equal(got, []string{"149.txt", "150.txt", "151.txt"}) {
		t.Errorf("%v, %v", got, err)
	}
	if rows, err := c.Citers(t.Context(), refs[0], day(2050, 3, 1), 0); err != nil || len(rows) != 0 {
		t.Errorf("%d rows of none, %v", len(rows), err)
	}
}
