package fill_test

import (
	"fmt"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

// placed returns a file with a story from place by the agency AP.
func placed(path, place string) fill.File {
	s := catalogtest.Story(path, "Pier opens", story.Date{}, 1)
	s.Dateline.Places, s.Dateline.Agency = []string{place}, "AP"
	return catalogtest.FileOf(s)
}

// count returns the number that query selects.
func count(t *testing.T, c *catalog.Catalog, query string) (n int) {
	t.Helper()
	if err := c.Values(t.Context(), []any{&n}, query); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAFacetCountsItsStories(t *testing.T) {
	c, path := catalogtest.Open(t)
	check := func(oslo, bergen, ap int) {
		t.Helper()
		var got [3]int
		for i, v := range [][2]string{{"place", "oslo"}, {"place", "bergen"}, {"agency", "ap"}} {
			got[i] = count(t, c, fmt.Sprintf(`SELECT coalesce(sum(n), 0) FROM facetvalues WHERE facet = '%s' AND key = '%s'`, v[0], v[1]))
		}
		if want := [3]int{oslo, bergen, ap}; got != want {
			t.Errorf("oslo, bergen, ap: %v, want %v", got, want)
		}
	}
	catalogtest.Put(t, c, placed("a.txt", "Oslo"), placed("b.txt", "OSLO"))
	check(2, 0, 2)
	catalogtest.Put(t, c, placed("c.txt", "Oslo"), placed("d.txt", "Bergen"))
	check(3, 1, 4)
	catalogtest.Put(t, c, placed("a.txt", "Bergen"))
	check(2, 2, 4)
	if _, err := c.Remove(t.Context(), []string{"b.txt", "c.txt"}); err != nil {
		t.Fatal(err)
	}
	check(0, 2, 2)
	// Another writer finds the existing values.
	c = catalogtest.At(t, path)
	catalogtest.Put(t, c, placed("e.txt", "Oslo"))
	check(1, 2, 3)
	if n := count(t, c, `SELECT count(*) FROM facetvalues`); n != 4 {
		t.Errorf("%d values, want Oslo, Bergen, AP and the kind", n)
	}
	if n := count(t, c, `SELECT count(*) FROM facets`); n != 3 {
		t.Errorf("%d stories have values, want 3", n)
	}
}
