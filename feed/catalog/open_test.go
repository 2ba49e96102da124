package catalog_test

import (
	"dateline/feed/catalog/columns"
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

// reopen opens the catalog at path with marks of its own, calls do, and closes it.
// It returns the number of stories when the catalog was opened, and whether it was
// reset.
func reopen(t *testing.T, path string, do func(*catalog.Catalog)) (stories int, reset bool) {
	t.Helper()
	m, err := marks.InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, reset, err := catalog.Open(t.Context(), catalog.Options{Path: path, Marks: m.Attached()})
	if err != nil {
		t.Fatal(err)
	}
	n, err := c.Counts(t.Context(), columns.Files)
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

// filled creates a catalog of two stories, closes it and returns its path.
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

func TestACatalogIsKeptWhenItIsReopened(t *testing.T) {
	path := filled(t)
	if n, reset := reopen(t, path, nil); n != 2 || reset {
		t.Errorf("%d stories, reset %t", n, reset)
	}
	if _, err := os.Stat(path + catalog.Aside); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something was set aside: %v", err)
	}
}

func TestAFileThatIsNotACatalogIsSetAside(t *testing.T) {
	for name, damage := range map[string]func(path string) error{
		"text": func(path string) error {
			return os.WriteFile(path, []byte(strings.Repeat("not a database ", 999)), 0o600)
		},
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
			b[63]++ // the last byte of user_version in the header of a database
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
			if err := damage(path); err != nil {
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
				t.Errorf("the catalog that was set aside is still there: %v", err)
			}
		})
	}
}

func TestACatalogThatCannotBeCreatedIsAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if c, reset, err := catalog.Open(t.Context(), catalog.Options{Path: filepath.Join(file, "catalog.db")}); err == nil || reset {
		t.Errorf("%v, %t, %v", c, reset, err)
	}
}

func TestACatalogIsGoneWhenItsFileIsMovedOrReplaced(t *testing.T) {
	_, path := catalogtest.Open(t)
	c := catalogtest.At(t, path) // has not written yet
	if c.Gone() {
		t.Error("gone while its file is there")
	}
	if err := os.Rename(path, path+".moved"); err != nil {
		t.Fatal(err)
	}
	if !c.Gone() {
		t.Error("not gone although its file was moved")
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if !c.Gone() {
		t.Error("not gone although its file was replaced")
	}
	_, err := c.Put(t.Context(), []fill.File{catalogtest.File("a.txt", "Pier opens", story.Date{}, 1)})
	if !errors.Is(err, catalog.ErrGone) || !catalog.Useless(err) {
		t.Errorf("the first change to a catalog that is gone: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".moved", path); err != nil {
		t.Fatal(err)
	}
	if c.Gone() {
		t.Error("gone although its file is back")
	}
	if catalogtest.At(t, "").Gone() {
		t.Error("a catalog in memory is gone")
	}
	if err := errors.New("anything else"); catalog.Useless(err) || catalog.Damaged(err) {
		t.Error("an unrelated error is taken for one of the catalog")
	}
}
