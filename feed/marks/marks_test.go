package marks

import (
	"path/filepath"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"dateline/feed/story"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func reopen(t *testing.T, path string) *Marks {
	t.Helper()
	m, err := Open(t.Context(), path, Archive{Name: "desk", Path: "/desk"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	return m
}

// Mark is a row of the table marks.
type Mark struct {
	ID            story.ID
	Digest        []byte
	Read, Starred bool
	Place         Place
}

// mark returns the row of id.
func mark(t *testing.T, m *Marks, id story.ID) Mark {
	t.Helper()
	got := Mark{ID: id}
	err := m.db.QueryRowContext(t.Context(), `SELECT digest, read, starred, block, offset FROM marks WHERE id = ?`, string(id)).
		Scan(&got.Digest, &got.Read, &got.Starred, &got.Place.Block, &got.Place.Offset)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// set makes marks read or starred, or removes that.
func set(t *testing.T, m *Marks, field Field, value string, stories ...Story) {
	t.Helper()
	changes := make([]Change, len(stories))
	for i, s := range stories {
		changes[i] = Change{Field: field, Story: s, New: value}
	}
	if _, err := m.Do(t.Context(), string(field), changes...); err != nil {
		t.Fatal(err)
	}
}

func TestEachMarkOfEachStoryIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "odd ?#% name", "marks.db")
	m := reopen(t, path)
	set(t, m, Read, Yes, Story{ID: "a", Digest: []byte("one")})
	set(t, m, Starred, Yes, Story{ID: "a"})
	set(t, m, Read, Yes, Story{ID: "b"}, Story{ID: "c"})
	set(t, m, Read, "", Story{ID: "b"})
	for _, err := range []error{m.SetPlace(t.Context(), Story{ID: "a", Digest: []byte("two")}, Place{-1, 12}), m.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	m = reopen(t, path)
	a, b := mark(t, m, "a"), mark(t, m, "b")
	if !a.Read || !a.Starred || a.Place != (Place{-1, 12}) || string(a.Digest) != "two" {
		t.Errorf("a is %+v", a)
	}
	if b.Read || b.Starred || len(b.Digest) != 0 || !mark(t, m, "c").Read {
		t.Errorf("b is %+v", b)
	}
	if p, err := m.Place(t.Context(), "d"); p != (Place{}) || err != nil {
		t.Errorf("the place in an unread story is %+v, %v", p, err)
	}
	if p, err := m.Place(t.Context(), "a"); p != (Place{-1, 12}) || err != nil {
		t.Errorf("the place in a is %+v, %v", p, err)
	}
}

func TestManyProcessesMarkAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	var wg sync.WaitGroup
	for i := range 4 {
		m := reopen(t, path)
		wg.Go(func() {
			for j := range 10 {
				id := story.ID([]byte{'a' + byte(i), '0' + byte(j)})
				if _, err := m.Do(t.Context(), "mark", Change{Field: Read, Story: Story{ID: id}, New: Yes}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	m := reopen(t, path)
	var n int
	if err := m.db.QueryRowContext(t.Context(), `SELECT count(*) FROM marks WHERE read`).Scan(&n); err != nil || n != 40 {
		t.Errorf("%d marks, %v", n, err)
	}
}

func TestMarksAreOnTheDiskWhenTheCallReturns(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	var journal string
	var sync, size int
	if err := m.db.QueryRowContext(t.Context(), `PRAGMA journal_mode`).Scan(&journal); err != nil {
		t.Fatal(err)
	}
	if err := m.db.QueryRowContext(t.Context(), `PRAGMA synchronous`).Scan(&sync); err != nil {
		t.Fatal(err)
	}
	if err := m.db.QueryRowContext(t.Context(), `PRAGMA page_size`).Scan(&size); err != nil {
		t.Fatal(err)
	}
	if journal != "wal" || sync != 2 || size != 1024 {
		t.Errorf("journal %s, synchronous %d, pages of %d, want wal, 2 (full) and 1024", journal, sync, size)
	}
}

func TestASessionThatCannotBeReadCountsAsNone(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	if err := m.SaveSession(t.Context(), "reader", "not an object"); err != nil {
		t.Fatal(err)
	}
	var v struct{ Row string }
	if err := m.Session(t.Context(), "reader", &v); err != nil || v.Row != "" {
		t.Errorf("%+v, %v", v, err)
	}
}
