package catalog_test

import (
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

func TestAChangeIsNoticedByEveryConnection(t *testing.T) {
	first, path := catalogtest.Open(t)
	second := catalogtest.At(t, path)
	both := [2]*catalog.Catalog{first, second}
	look := func() (n [2]int64) {
		for i, c := range both {
			var err error
			if n[i], err = c.DataVersion(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		return n
	}
	before := look()
	if again := look(); again != before {
		t.Errorf("no changes: %v, %v", before, again)
	}
	a, b := catalogtest.File("a.txt", "Ferry sails", story.Date{}, 1), catalogtest.File("b.txt", "Bridge closes", story.Date{}, 1)
	if _, err := both[0].Put(t.Context(), []fill.File{a, b}); err != nil {
		t.Fatal(err)
	}
	if after := look(); after[0] == before[0] || after[1] == before[1] {
		t.Errorf("after a change: %v, %v", before, after)
	}
	if _, err := both[1].Put(t.Context(), []fill.File{a}); err != nil {
		t.Fatal(err)
	}
	if _, err := both[1].Remove(t.Context(), []string{"a.txt", "b.txt"}); err != nil {
		t.Fatal(err)
	}
	for _, c := range both {
		if d, err := c.Changes(t.Context()); err != nil || d != (fill.Delta{Added: 2, Changed: 1, Removed: 2}) {
			t.Errorf("%+v, %v", d, err)
		}
	}
}
