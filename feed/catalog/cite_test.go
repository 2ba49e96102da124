package catalog_test

import (
	"fmt"
	"slices"
	"strconv"
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
			date := story.Date{Year: 2100 - n/40, Month: 3, Day: 9 - n/8%5} // newest first, in two periods
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

// TestSimilarHeadlinesAreFoundByAllStoriesThatListThem lists a headline in one year and then
// in another, in either order.
func TestSimilarHeadlinesAreFoundByAllStoriesThatListThem(t *testing.T) {
	for name, years := range map[string][]int{"newest first": {2026, 2000}, "oldest first": {2000, 2026}} {
		c, _ := catalogtest.Open(t)
		for _, y := range years {
			catalogtest.Put(t, c, catalogtest.File(strconv.Itoa(y), "Story "+strconv.Itoa(y), day(y, 1, 4), 1, "Strike closes depot, 37 jobs at risk in Pellam"))
		}
		for _, y := range years {
			refs, err := c.Refs(t.Context(), "Strike shuts depot, 37 jobs at risk in Pellam", day(y, 1, 3), 7)
			if err != nil || len(refs) != 1 {
				t.Errorf("%s: %d: %v, %v", name, y, refs, err)
				continue
			}
			rows, err := c.Citers(t.Context(), refs[0], day(y, 1, 3), 1)
			if got := rowPaths(rows); err != nil || !slices.Equal(got, []string{strconv.Itoa(y)}) {
				t.Errorf("%s: %d: %v, %v", name, y, got, err)
			}
		}
	}
}
