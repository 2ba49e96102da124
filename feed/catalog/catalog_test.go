package catalog

import (
	"bytes"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"dateline/feed/marks"
	"dateline/feed/story"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// temp is an empty catalog on disk with marks in memory.
func temp(t *testing.T) *Catalog {
	t.Helper()
	m, err := marks.InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := Open(t.Context(), Options{Path: filepath.Join(t.TempDir(), "a b?c#d%20.db"), Marks: m.URI()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// fileOf is a file with one story.
func fileOf(path, title string, date story.Date, take story.Take, related ...string) File {
	s := &story.Story{ID: story.NewID(path), Path: path, Date: date}
	s.Headline = story.Headline{Text: title, Title: title, Kind: story.Plain, Take: take}
	for _, r := range related {
		s.Related = append(s.Related, story.Related{Headline: story.Headline{Text: r, Title: r, Kind: story.Plain, Take: story.TakeFirst}})
	}
	return File{Path: path, Size: int64(len(path)), ModTime: time.Unix(1e9, 0), Sure: true, Digest: []byte(path + "0123456789abcdef")[:16], Docs: []Doc{NewIndexer().Doc(s)}}
}

func TestRowIDsAreInListOrderOfTimeAndTake(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		moment := rapid.Int64Range(epoch, epoch+maxSec)
		u, v := moment.Draw(t, "u"), moment.Draw(t, "v")
		i, j := story.Take(rapid.IntRange(0, 15).Draw(t, "i")), story.Take(rapid.IntRange(0, 15).Draw(t, "j"))
		a, b := sortBase(u, i), sortBase(v, j)
		if want := u > v || u == v && i > j; (a < b) != want || sortEnd(a) < a || (sortEnd(a) < b) != want {
			t.Fatalf("%d %d has id %d, %d %d has %d", u, i, a, v, j, b)
		}
	})
}

func TestRowIDsOfExtremeDatesAreStillIDs(t *testing.T) {
	for _, d := range []story.Date{{}, {Month: 8, Day: 15}, {Year: 1, Month: 1, Day: 1}, {Year: 9999, Month: 12, Day: 31}} {
		base := sortBase(d.Unix(), 99)
		if base < 0 || sortEnd(base) < base || unpack(pack([]int64{base}))[0] != base {
			t.Errorf("%v has id %d", d, base)
		}
	}
}

func TestDaysAreCountedInListOrder(t *testing.T) {
	for _, c := range [][2]int64{{0, 86399}, {-86400, -1}, {1e9, 1e9 + 1}} {
		if bucket(c[1]) > bucket(c[0]) {
			t.Errorf("%d comes after %d, and its day %d after %d", c[1], c[0], bucket(c[1]), bucket(c[0]))
		}
	}
}

// Whatever is put and removed, the tables hold what is there and no more.
func TestNothingIsLeftOfWhatWasRemoved(t *testing.T) {
	c := temp(t)
	day := story.Date{Year: 2031, Month: 3, Day: 14, From: story.FromName}
	var files []File
	var paths []string
	for i := range 40 {
		path := fmt.Sprintf("f%02d.txt", i)
		f := fileOf(path, fmt.Sprintf("Ferry %d resumes service...", i%7), day, story.Take(i%4),
			"Bridge closes for winter", fmt.Sprintf("Market %d opens after long...", i%5))
		f.Docs[0].doubts = []story.Doubt{{Problem: story.NoBody, Line: 2}}
		if i%10 == 9 {
			f.Digest = files[0].Digest
		}
		files, paths = append(files, f), append(paths, path)
	}
	for range 2 {
		if d, err := c.Put(t.Context(), files); err != nil || d.Added+d.Changed != 40 {
			t.Fatalf("%+v, %v", d, err)
		}
	}
	if n, err := c.Counts(t.Context()); err != nil || n.Stories != 40 || n.Problems != 44 {
		t.Errorf("%+v, %v", n, err)
	}
	if d, err := c.Remove(t.Context(), append(paths, "never-there.txt")); err != nil || d != (Delta{Removed: 40}) {
		t.Fatalf("%+v, %v", d, err)
	}
	for _, table := range []string{"rows", "keys", "cuts", "refs", "cites", "files", "doubts"} {
		var n int
		if err := c.values(t.Context(), []any{&n}, `SELECT count(*) FROM `+table); err != nil || n != 0 {
			t.Errorf("%s has %d rows left, %v", table, n, err)
		}
	}
	for _, query := range []string{
		`SELECT coalesce(sum(abs(n)), 0) FROM days`,
		`SELECT sum(value) FROM meta WHERE name IN ('stories', 'files', 'doubts')`,
		`SELECT count(*) FROM titles WHERE titles MATCH 'ferri OR ferry OR resum'`,
		`SELECT count(*) FROM refwords WHERE refwords MATCH 'bridg OR market OR open'`,
	} {
		var n int
		if err := c.values(t.Context(), []any{&n}, query); err != nil || n != 0 {
			t.Errorf("%s: %d, %v", query, n, err)
		}
	}
}

func TestAChangedDateMovesTheRow(t *testing.T) {
	c := temp(t)
	early, late := story.Date{Year: 2030, Month: 1, Day: 1}, story.Date{Year: 2032, Month: 1, Day: 1}
	f := fileOf("a.txt", "Ferry resumes service", early, 1)
	if _, err := c.Put(t.Context(), []File{f, fileOf("b.txt", "Bridge closes", story.Date{Year: 2031, Month: 1, Day: 1}, 1)}); err != nil {
		t.Fatal(err)
	}
	if d, err := c.Put(t.Context(), []File{fileOf("a.txt", "Ferry resumes service", late, 1)}); err != nil || d != (Delta{Changed: 1}) {
		t.Fatalf("%+v, %v", d, err)
	}
	rows, err := c.Rows(t.Context(), story.Key{}, 10)
	if err != nil || len(rows) != 2 || rows[0].Path != "a.txt" {
		t.Errorf("%v, %v", rows, err)
	}
}

func TestABatchThatFailsChangesNothing(t *testing.T) {
	c := temp(t)
	day := story.Date{Year: 2031, Month: 3, Day: 14}
	good, bad := fileOf("a.txt", "Ferry resumes", day, 1, "Bridge closes"), fileOf("b.txt", "Bridge closes", day, 1)
	good2 := good
	bad.Docs = []Doc{{row: story.Row{ID: "x", Path: "b.txt"}, refs: good.Docs[0].refs}}
	c.mu.Lock()
	_, err := c.write.ExecContext(t.Context(), `CREATE TRIGGER fail BEFORE INSERT ON files WHEN NEW.path = 'b.txt' BEGIN SELECT RAISE(ABORT, 'no'); END`)
	c.mu.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Put(t.Context(), []File{good, bad}); err == nil {
		t.Fatal("it did not fail")
	}
	if n, err := c.Counts(t.Context()); err != nil || n.Stories != 0 {
		t.Errorf("%+v, %v", n, err)
	}
	if d, err := c.Put(t.Context(), []File{good2}); err != nil || d.Added != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	refs, err := c.Refs(t.Context(), "Bridge closes", day, 7)
	if err != nil || len(refs) != 1 {
		t.Fatalf("%v, %v", refs, err)
	}
	if rows, err := c.Citers(t.Context(), refs[0]); err != nil || len(rows) != 1 {
		t.Errorf("%v, %v", rows, err)
	}
}

func TestLookupKnowsEveryFileInAnyOrder(t *testing.T) {
	c := temp(t)
	var files []File
	for i := range 500 {
		files = append(files, fileOf(fmt.Sprintf("%03d/\xff%d", i/20, i), fmt.Sprint("Story ", i), story.Date{}, 1))
	}
	if _, err := c.Put(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	for name, order := range map[string]func(a, b File) int{
		"down":  func(a, b File) int { return -strings.Compare(a.Path, b.Path) },
		"up":    func(a, b File) int { return strings.Compare(a.Path, b.Path) },
		"wild":  func(a, b File) int { return bytes.Compare(a.Digest[3:], b.Digest[3:]) },
		"given": func(File, File) int { return 0 },
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
		if _, ok, err := l.Find(t.Context(), "not there"); ok || err != nil {
			t.Errorf("%s: %t %v", name, ok, err)
		}
	}
}

func TestWindowsWalkTheIndex(t *testing.T) {
	c := temp(t)
	for query, args := range map[string][]any{
		sqlTop: {1}, sqlBottom: {1}, sqlDown: {1, 1, "x", 1}, sqlUp: {1, 1, "x", 1},
		sqlUnreadDown: {1, 1, "x"}, sqlUnreadUp: {1, 1, "x"},
	} {
		steps, err := list(t.Context(), c, func(rows *sql.Rows) (string, error) {
			var a, b, n int
			var step string
			err := rows.Scan(&a, &b, &n, &step)
			return step, err
		}, `EXPLAIN QUERY PLAN `+query, args...)
		if err != nil {
			t.Fatal(err)
		}
		plan := strings.Join(steps, "; ")
		if !strings.Contains(plan, "rows_order") || strings.Contains(plan, "TEMP B-TREE") || strings.Contains(plan, "SCAN m") {
			t.Errorf("%s\n%s", query, plan)
		}
	}
}

func TestAFullDiskIsKnownAsSuch(t *testing.T) {
	c := temp(t)
	c.mu.Lock()
	_, err := c.write.ExecContext(t.Context(), `PRAGMA max_page_count = 40`)
	c.mu.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	var files []File
	for i := range 3000 {
		files = append(files, fileOf(fmt.Sprintf("%04d.txt", i), strings.Repeat("Ferry ", 20), story.Date{}, 1))
	}
	if _, err := c.Put(t.Context(), files); err == nil || !NoRoom(err) || Damaged(err) {
		t.Errorf("error %v", err)
	}
	if n, err := c.Counts(t.Context()); err != nil || n.Stories != 0 {
		t.Errorf("%+v, %v", n, err)
	}
}
