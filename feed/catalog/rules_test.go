package catalog_test

import (
	"fmt"
	"slices"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

// stale returns the paths of files made by other rules, in order, read n rows
// at a time.
func stale(t *testing.T, c *catalog.Catalog, rules string, n int) (paths []string) {
	t.Helper()
	for after := int64(0); ; {
		files, last, err := c.StaleFiles(t.Context(), rules, after, n)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range files {
			paths = append(paths, k.Path)
		}
		if last == 0 {
			return paths
		}
		after = last
	}
}

func TestFilesMadeByOtherRulesAreFoundNewestFirst(t *testing.T) {
	c, _ := catalogtest.Open(t)
	var old, mixed []fill.File
	var want []string
	for i := range 9 {
		path := fmt.Sprintf("ö%d.txt", i)
		f := catalogtest.File(path, "Pier opens", story.Date{Year: 2024, Month: 10, Day: 20 - i, From: story.FromDateline}, story.TakeFirst)
		f.Rules = "old"
		old = append(old, f)
		if i%3 == 0 {
			f.Rules = "new"
			mixed = append(mixed, f)
			continue
		}
		want = append(want, path)
	}
	for _, files := range [][]fill.File{old, mixed} {
		if _, err := c.Put(t.Context(), files); err != nil {
			t.Fatal(err)
		}
	}
	for rules, n := range map[string]int{"old": 3, "new": 6, "other": 9} {
		if got := stale(t, c, rules, 100); len(got) != n {
			t.Errorf("%d files by other rules than %s, want %d", len(got), rules, n)
		}
	}
	for _, n := range []int{1, 2, 3, 9, 100} {
		if got := stale(t, c, "new", n); !slices.Equal(got, want) {
			t.Errorf("%d at a time: %q, want %q", n, got, want)
		}
	}
	k, ok, err := c.Lookup().Find(t.Context(), "ö3.txt")
	if err != nil || !ok || k.Rules != "new" {
		t.Errorf("found %+v, %v, %v", k, ok, err)
	}
	if _, err := c.Remove(t.Context(), want[:2]); err != nil {
		t.Fatal(err)
	}
	if got := stale(t, c, "new", 100); len(got) != 4 {
		t.Errorf("%d files with other rules are left, want 4", len(got))
	}
}

func TestAnUnchangedFileKeepsItsRules(t *testing.T) {
	c, _ := catalogtest.Open(t)
	f := catalogtest.File("a.txt", "Pier opens", story.Date{}, story.TakeFirst)
	f.Rules = "old"
	if _, err := c.Put(t.Context(), []fill.File{f}); err != nil {
		t.Fatal(err)
	}
	f.Rules, f.Same, f.Inode = "new", true, 7
	if _, err := c.Put(t.Context(), []fill.File{f}); err != nil {
		t.Fatal(err)
	}
	if got := stale(t, c, "new", 100); len(got) != 1 {
		t.Errorf("stale files: %q", got)
	}
}

func TestAStaleFileWithoutAStoryIsFoundLast(t *testing.T) {
	c, _ := catalogtest.Open(t)
	with := catalogtest.File("a.txt", "Pier opens", story.Date{}, story.TakeFirst)
	without := with
	without.Path, without.Docs = "b.txt", nil
	if _, err := c.Put(t.Context(), []fill.File{with, without}); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 2, 10} {
		if got := stale(t, c, "new", n); !slices.Equal(got, []string{"a.txt", "b.txt"}) {
			t.Errorf("%d at a time: %q", n, got)
		}
	}
}
