package feed

import (
	"dateline/feed/catalog/columns"
	"os"
	"strings"
	"testing"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/feedtest"
	"dateline/feed/marks"
)

func TestACatalogWithoutRoomIsReplacedByOneElsewhere(t *testing.T) {
	dir := t.TempDir()
	// SQLite reports a folder at the path of a database like a full disk.
	if err := os.Mkdir(dir+"/taken", 0o700); err != nil {
		t.Fatal(err)
	}
	_, full := marks.Open(t.Context(), dir+"/taken", marks.Archive{})
	if full == nil {
		t.Fatal("a folder was opened as a database")
	}
	s, err := Open(t.Context(), archive.FS("desk", "desk", feedtest.FS(30)), Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if err != nil {
		t.Fatal(err)
	}
	if !s.shelf.replace(t.Context(), s.shelf.catalog(), full) {
		t.Fatal("the catalog was not replaced")
	}
	if p, err := s.Scan(t.Context(), nil); err != nil || p.Added != 30 {
		t.Errorf("%+v, %v", p, err)
	}
	if w := s.Warnings(); len(w) != 1 || !strings.Contains(w[0], "The catalog will not be saved") {
		t.Errorf("warnings %q", w)
	}
	temp := s.shelf.temp
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(temp); !os.IsNotExist(err) {
		t.Errorf("%s is left behind: %v", temp, err)
	}
}

func TestACatalogThatIsDamagedWhileItIsReadIsRebuilt(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/garbage.db", []byte(strings.Repeat("not a database ", 900)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, damaged := marks.Open(t.Context(), dir+"/garbage.db", marks.Archive{})
	if !catalog.Damaged(damaged) {
		t.Fatalf("garbage was opened as a database: %v", damaged)
	}
	s, err := Open(t.Context(), archive.FS("desk", "desk", feedtest.FS(30)), Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	calls := 0
	n, err := withCatalog(t.Context(), s, "counts", func(c *catalog.Catalog) (catalog.Counts, error) {
		if calls++; calls == 1 {
			return catalog.Counts{}, damaged
		}
		return c.Counts(t.Context(), columns.Files)
	})
	if err != nil || n.Stories != 30 {
		t.Errorf("%d stories, %v", n.Stories, err)
	}
	if w := s.Warnings(); len(w) != 1 || !strings.Contains(w[0], "damaged") {
		t.Errorf("warnings %q", w)
	}
	if _, err := os.Stat(s.shelf.path() + catalog.Aside); !os.IsNotExist(err) {
		t.Errorf("the damaged catalog is left behind: %v", err)
	}
}
