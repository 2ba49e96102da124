package catalog_test

import (
	"bytes"
	"dateline/feed/catalog/columns"
	"fmt"
	"slices"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestAChangedDateMovesTheRow(t *testing.T) {
	c, _ := catalogtest.Open(t)
	early, late := story.Date{Year: 2030, Month: 1, Day: 1}, story.Date{Year: 2032, Month: 1, Day: 1}
	f := catalogtest.File("a.txt", "Ferry resumes service", early, 1)
	if _, err := c.Put(t.Context(), []fill.File{f, catalogtest.File("b.txt", "Bridge closes", story.Date{Year: 2031, Month: 1, Day: 1}, 1)}); err != nil {
		t.Fatal(err)
	}
	if d, err := c.Put(t.Context(), []fill.File{catalogtest.File("a.txt", "Ferry resumes service", late, 1)}); err != nil || d != (fill.Delta{Changed: 1}) {
		t.Fatalf("%+v, %v", d, err)
	}
	rows, err := c.List(columns.Files).Rows(t.Context(), story.Key{}, 10)
	if err != nil || len(rows) != 2 || rows[0].Path != "a.txt" {
		t.Errorf("%v, %v", rows, err)
	}
}

func TestLookupFindsEveryFileInAnyOrder(t *testing.T) {
	c, _ := catalogtest.Open(t)
	var files []fill.File
	for i := range 500 {
		files = append(files, catalogtest.File(fmt.Sprintf("%03d/\xff%d", i/20, i), fmt.Sprint("Story ", i), story.Date{}, 1))
	}
	if _, err := c.Put(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	ahead := map[string]int{}
	for name, order := range map[string]func(a, b fill.File) int{
		"down":  func(a, b fill.File) int { return -strings.Compare(a.Path, b.Path) },
		"up":    func(a, b fill.File) int { return strings.Compare(a.Path, b.Path) },
		"wild":  func(a, b fill.File) int { return bytes.Compare(a.Digest[3:], b.Digest[3:]) },
		"given": func(fill.File, fill.File) int { return 0 },
	} {
		sorted := slices.Clone(files)
		slices.SortStableFunc(sorted, order)
		l := c.Lookup()
		ids := map[int64]bool{}
		for _, f := range sorted {
			k, ok, err := l.Find(t.Context(), f.Path)
			if err != nil || !ok || k.Size != f.Size || !k.ModTime.Equal(f.ModTime) || string(k.Digest) != string(f.Digest) {
				t.Fatalf("%s: %q: %+v %t %v", name, f.Path, k, ok, err)
			}
			ids[k.ID] = true
		}
		if len(ids) != 500 {
			t.Errorf("%s: %d ids", name, len(ids))
		}
		ahead[name] = catalog.Ahead(l)
		if _, ok, err := l.Find(t.Context(), "not there"); ok || err != nil {
			t.Errorf("%s: %t %v", name, ok, err)
		}
	}
	// A walk down uses what was read ahead; a walk up uses none of it.
	if ahead["down"] != 512 || ahead["up"] != 4 {
		t.Errorf("read ahead: %v", ahead)
	}
}

func TestWindowsReadOnlyTheIndexInOrder(t *testing.T) {
	c, _ := catalogtest.Open(t)
	queries := map[string][]any{}
	for _, scope := range []columns.Scope{columns.Files, columns.Stories} {
		top, bottom, down, up, unreadDown, unreadUp := catalog.Statements(scope)
		queries[top], queries[bottom] = []any{1}, []any{1}
		queries[down], queries[up] = []any{1, 1, "x", 1}, []any{1, 1, "x", 1}
		queries[unreadDown], queries[unreadUp] = []any{1, 1, "x"}, []any{1, 1, "x"}
	}
	for query, args := range queries {
		steps, err := catalog.Plan(t.Context(), c, query, args...)
		if err != nil {
			t.Fatal(err)
		}
		plan := strings.Join(steps, "; ")
		if !strings.Contains(plan, "rows_order") || strings.Contains(plan, "TEMP B-TREE FOR ORDER BY") || strings.Contains(plan, "SCAN m") {
			t.Errorf("%s\n%s", query, plan)
		}
	}
}

func TestARowFindsItsFileByItsPath(t *testing.T) {
	c, _ := catalogtest.Open(t)
	for query, n := range catalog.SQLJoins {
		steps, err := catalog.Plan(t.Context(), c, query, []any{1, 1, 1}[:n]...)
		if err != nil {
			t.Fatal(err)
		}
		plan := strings.Join(steps, "; ")
		if !strings.Contains(plan, "SEARCH f USING PRIMARY KEY (path=?)") || strings.Contains(plan, "SCAN r") || strings.Contains(plan, "TEMP B-TREE") {
			t.Errorf("%s\n%s", query, plan)
		}
	}
}
