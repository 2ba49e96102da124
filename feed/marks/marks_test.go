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
	m, err := Open(t.Context(), path)
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

func TestEachMarkOfEachStoryIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "odd ?#% name", "marks.db")
	m := reopen(t, path)
	for _, err := range []error{
		m.SetRead(t.Context(), "a", []byte("one"), true),
		m.SetStarred(t.Context(), "a", nil, true),
		m.SetPlace(t.Context(), "a", []byte("two"), Place{-1, 12}),
		m.SetRead(t.Context(), "b", nil, true),
		m.SetRead(t.Context(), "b", nil, false),
		m.Close(),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	m = reopen(t, path)
	a, b := mark(t, m, "a"), mark(t, m, "b")
	if !a.Read || !a.Starred || a.Place != (Place{-1, 12}) || string(a.Digest) != "two" {
		t.Errorf("a is %+v", a)
	}
	if b.Read || b.Starred || len(b.Digest) != 0 {
		t.Errorf("b is %+v", b)
	}
	if p, err := m.Place(t.Context(), "c"); p != (Place{}) || err != nil {
		t.Errorf("the place in an unread story is %+v, %v", p, err)
	}
}

func TestAdoptCopiesMarksUnlessTheNewIDHasSome(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	for _, err := range []error{
		m.SetStarred(t.Context(), "old", []byte("d"), true),
		m.SetRead(t.Context(), "taken", []byte("d"), true),
		m.Adopt(t.Context(), "old", "new"),
		m.Adopt(t.Context(), "old", "taken"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if n := mark(t, m, "new"); !n.Starred || string(n.Digest) != "d" {
		t.Errorf("the new one is %+v", n)
	}
	if o := mark(t, m, "old"); !o.Starred {
		t.Errorf("the old one is %+v", o)
	}
	if o := mark(t, m, "taken"); o.Starred || !o.Read {
		t.Errorf("the one that had marks is %+v", o)
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
				if err := m.SetRead(t.Context(), id, nil, true); err != nil {
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
	var sync int
	if err := m.db.QueryRowContext(t.Context(), `PRAGMA journal_mode`).Scan(&journal); err != nil {
		t.Fatal(err)
	}
	if err := m.db.QueryRowContext(t.Context(), `PRAGMA synchronous`).Scan(&sync); err != nil {
		t.Fatal(err)
	}
	if journal != "wal" || sync != 2 {
		t.Errorf("journal %s, synchronous %d, want wal and 2 (full)", journal, sync)
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
