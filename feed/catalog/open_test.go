package catalog_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// reopen opens the catalog at path with marks of its own, calls do, and closes it
// again. It returns how many stories the catalog had when it was opened, and whether
// it was started afresh.
func reopen(t *testing.T, path string, do func(*catalog.Catalog)) (stories int, reset bool) {
	t.Helper()
	m, err := marks.InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, reset, err := catalog.Open(t.Context(), catalog.Options{Path: path, Marks: m.URI()})
	if err != nil {
		t.Fatal(err)
	}
	n, err := c.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if do != nil {
		do(c)
	}
	if err := errors.Join(c.Close(), m.Close()); err != nil {
		t.Fatal(err)
	}
	return n.Stories, reset
}

// filled makes a closed catalog of two stories and returns its path.
func filled(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "new folder", "catalog.db")
	n, reset := reopen(t, path, func(c *catalog.Catalog) {
		catalogtest.Put(t, c, catalogtest.File("a.txt", "Pier opens", story.Date{}, 1), catalogtest.File("b.txt", "Pier closes", story.Date{}, 1))
	})
	if n != 0 || reset {
		t.Fatalf("a new catalog: %d stories, reset %t", n, reset)
	}
	return path
}

func TestACatalogIsKept(t *testing.T) {
	path := filled(t)
	if n, reset := reopen(t, path, nil); n != 2 || reset {
		t.Errorf("%d stories, reset %t", n, reset)
	}
	if _, err := os.Stat(path + catalog.Aside); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something was set aside: %v", err)
	}
}

func TestWhatIsNoCatalogIsSetAside(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"text":      func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("no database ", 999)), 0o600) },
		"cut short": func(path string) error { return os.Truncate(path, 5000) },
		"folder": func(path string) error {
			if err := os.Remove(path); err != nil {
				return err
			}
			return os.Mkdir(path, 0o700)
		},
		"other version": func(path string) error {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			b[63]++ // the end of user_version in the header of a database
			return os.WriteFile(path, b, 0o600)
		},
		"other tables": func(path string) error {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			copy(b[60:64], []byte{0, 0, 0, 0})
			return os.WriteFile(path, b, 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filled(t)
			if err := spoil(path); err != nil {
				t.Fatal(err)
			}
			if n, reset := reopen(t, path, nil); n != 0 || !reset {
				t.Errorf("%d stories, reset %t", n, reset)
			}
			if _, err := os.Stat(path + catalog.Aside); err != nil {
				t.Error(err)
			}
			if n, reset := reopen(t, path, nil); n != 0 || reset {
				t.Errorf("the second time: %d stories, reset %t", n, reset)
			}
			if err := catalog.DropAside(path); err != nil {
				t.Error(err)
			}
			if _, err := os.Stat(path + catalog.Aside); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("what was set aside: %v", err)
			}
		})
	}
}

func TestACatalogThatCannotBeMadeIsAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if c, reset, err := catalog.Open(t.Context(), catalog.Options{Path: filepath.Join(file, "catalog.db")}); err == nil || reset {
		t.Errorf("%v, %t, %v", c, reset, err)
	}
}

func TestACatalogKnowsThatItIsGone(t *testing.T) {
	_, path := catalogtest.Open(t)
	c := catalogtest.At(t, path) // has not written yet
	if c.Gone() {
		t.Error("gone at once")
	}
	if err := os.Rename(path, path+".moved"); err != nil {
		t.Fatal(err)
	}
	if !c.Gone() {
		t.Error("not gone though the file is")
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if !c.Gone() {
		t.Error("another file is taken for the catalog's")
	}
	_, err := c.Put(t.Context(), []fill.File{catalogtest.File("a.txt", "Pier opens", story.Date{}, 1)})
	if !errors.Is(err, catalog.ErrGone) || !catalog.Useless(err) {
		t.Errorf("a first change to a catalog that is gone: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".moved", path); err != nil {
		t.Fatal(err)
	}
	if c.Gone() {
		t.Error("gone though it is back")
	}
	if catalogtest.At(t, "").Gone() {
		t.Error("what is in memory is gone")
	}
	if err := errors.New("anything else"); catalog.Useless(err) || catalog.Damaged(err) {
		t.Error("every error blames the catalog")
	}
}
