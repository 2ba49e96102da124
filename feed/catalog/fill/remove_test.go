package fill_test

import (
	"dateline/feed/catalog/columns"
	"slices"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

// duplicates returns the paths of the files that are reported as duplicates.
func duplicates(t *testing.T, c *catalog.Catalog) []string {
	t.Helper()
	problems, err := c.Problems(t.Context(), nil, 100)
	if err != nil {
		t.Fatal(err)
	}
	paths := []string{}
	for _, p := range problems {
		if p.Doubt.Problem == story.Duplicate {
			paths = append(paths, p.Path)
		}
	}
	if n, err := c.Counts(t.Context(), columns.Files); err != nil || n.Problems != len(problems) {
		t.Errorf("%d problems are counted, %d are listed, %v", n.Problems, len(problems), err)
	}
	return paths
}

func TestAllCopiesButTheFirstAreDuplicates(t *testing.T) {
	c, _ := catalogtest.Open(t)
	same := func(path string) fill.File {
		f := catalogtest.File(path, "Pier opens", story.Date{}, 1)
		f.Digest = []byte("0123456789abcdef")
		return f
	}
	remove := func(path string) {
		t.Helper()
		if _, err := c.Remove(t.Context(), []string{path}); err != nil {
			t.Fatal(err)
		}
	}
	check := func(want ...string) {
		t.Helper()
		if got := duplicates(t, c); !slices.Equal(got, want) {
			t.Errorf("duplicates: %q, want %q", got, want)
		}
	}
	catalogtest.Put(t, c, same("b.txt"), same("d.txt"), catalogtest.File("z.txt", "Pier closes", story.Date{}, 1))
	check("d.txt")
	catalogtest.Put(t, c, same("a.txt"), same("c.txt"))
	check("b.txt", "c.txt", "d.txt")
	remove("c.txt")
	check("b.txt", "d.txt")
	remove("a.txt") // b.txt is the first now
	check("d.txt")
	remove("z.txt")
	check("d.txt")
	other := catalogtest.File("b.txt", "Pier closes", story.Date{}, 1)
	catalogtest.Put(t, c, other)
	check([]string{}...)
}

func TestEmptyAndUnreadableFilesAreNotDuplicates(t *testing.T) {
	c, _ := catalogtest.Open(t)
	var files []fill.File
	for _, path := range []string{"a.txt", "b.txt"} {
		empty, secret := catalogtest.File("empty "+path, path, story.Date{}, 1), catalogtest.File("secret "+path, path, story.Date{}, 1)
		empty.Digest, empty.Size = []byte("0123456789abcdef"), 0
		secret.Digest = nil
		files = append(files, empty, secret)
	}
	catalogtest.Put(t, c, files...)
	if got := duplicates(t, c); len(got) != 0 {
		t.Errorf("duplicates: %q", got)
	}
	if _, err := c.Remove(t.Context(), []string{"empty a.txt", "secret a.txt"}); err != nil {
		t.Fatal(err)
	}
	if n, err := c.Counts(t.Context(), columns.Files); err != nil || n.Stories != 2 || n.Problems != 0 {
		t.Errorf("%+v, %v", n, err)
	}
}

func TestAnotherWriterFindsExistingEntries(t *testing.T) {
	c, path := catalogtest.Open(t)
	put := func(rules string, want fill.Delta) {
		t.Helper()
		f := catalogtest.File("a.txt", "Pier opens", story.Date{}, 1, "Bridge closes")
		f.Rules = rules
		if d, err := c.Put(t.Context(), []fill.File{f}); err != nil || d != want {
			t.Errorf("%+v, %v; want %+v", d, err, want)
		}
	}
	put("old", fill.Delta{Added: 1})
	for _, rules := range []string{"old", "new", "new"} {
		c = catalogtest.At(t, path)
		if err := c.Filling(t.Context(), true); err != nil {
			t.Fatal(err)
		}
		put(rules, fill.Delta{Changed: 1})
	}
	for query, want := range map[string]int{
		`SELECT count(*) FROM files`: 1, `SELECT count(*) FROM rows`: 1, `SELECT count(*) FROM refs`: 1, `SELECT count(*) FROM rules`: 2,
	} {
		if n := count(t, c, query); n != want {
			t.Errorf("%s: %d, want %d", query, n, want)
		}
	}
	k, ok, err := c.Lookup().Find(t.Context(), "a.txt")
	if err != nil || !ok || k.Rules != "new" {
		t.Errorf("%+v, %t, %v", k, ok, err)
	}
}
