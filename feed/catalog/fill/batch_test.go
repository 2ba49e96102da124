package fill

import (
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"testing"

	"dateline/feed/catalog/fts"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// docs returns the Doc of a story with that date and take.
func docs(date story.Date, take story.Take) []Doc {
	return []Doc{{row: row{unix: date.Unix(), take: take}}}
}

func TestFilesAreSortedIntoListOrder(t *testing.T) {
	day := func(d int) story.Date { return story.Date{Year: 2031, Month: 3, Day: d} }
	want := []File{ // sorted
		{Path: "z"}, // no stories
		{Path: "y", Docs: docs(day(15), 1)},
		{Path: "x", Docs: docs(day(14), 2)},
		{Path: "a", Docs: docs(day(14), 1)},
		{Path: "b", Docs: docs(day(14), 1)},
		{Path: "c", Docs: docs(day(13), 9)},
	}
	for i := range want {
		for j := range want {
			if got := inListOrder(want[i], want[j]); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%s and %s compare as %d", want[i].Path, want[j].Path, got)
			}
		}
	}
	if got := inListOrder(File{Path: "a"}, File{Path: "b"}); got != 0 {
		t.Errorf("two files without stories compare as %d", got)
	}
}

func TestRowsAreSortedByKey(t *testing.T) {
	file := func(path string) fileRow { return fileRow{File: &File{Path: path}} }
	for name, got := range map[string]int{
		"files":               file("a").compare(file("b")),
		"stories":             storyRow{id: 1}.compare(storyRow{id: 2}),
		"facets":              facetRow{1, []byte("z")}.compare(facetRow{2, []byte("y")}),
		"refs":                refRow{id: 1, packed: []byte("z")}.compare(refRow{id: 2, packed: []byte("y")}),
		"pairs":               pair{1, 9}.compare(pair{2, 8}),
		"pairs, second":       pair{1, 8}.compare(pair{1, 9}),
		"keys":                keyRow{"a", 9}.compare(keyRow{"b", 8}),
		"keys, second":        keyRow{"a", 8}.compare(keyRow{"a", 9}),
		"cuts":                cutRow{meta.OfRow, keyRow{"z", 9}}.compare(cutRow{meta.OfRef, keyRow{"a", 8}}),
		"cuts, second":        cutRow{meta.OfRef, keyRow{"a", 9}}.compare(cutRow{meta.OfRef, keyRow{"b", 8}}),
		"cuts, third":         cutRow{meta.OfRef, keyRow{"a", 8}}.compare(cutRow{meta.OfRef, keyRow{"a", 9}}),
		"the same pair":       pair{1, 2}.compare(pair{1, 2}) - 1,
		"the same cut":        cutRow{meta.OfRef, keyRow{"a", 8}}.compare(cutRow{meta.OfRef, keyRow{"a", 8}}) - 1,
		"facets of one story": facetRow{1, []byte("z")}.compare(facetRow{1, []byte("y")}) - 1,
	} {
		if got != -1 {
			t.Errorf("%s: %d", name, got)
		}
	}
}

// memoryDB returns an empty database in memory with one connection.
func memoryDB(t *testing.T) (*sqlite.DB, *sql.DB) {
	t.Helper()
	pool := sqlite.Pool(sqlite.Memory("fill"), sqlite.Options{Conns: 1})
	db := sqlite.NewDB("fill", pool)
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db, pool
}

// begin starts a transaction that is rolled back when the test ends.
func begin(t *testing.T, pool *sql.DB, schema string) *tx {
	t.Helper()
	out, err := New(pool, nil).begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	failed := errors.New("the test has ended")
	t.Cleanup(func() {
		if err := out.end(failed); !errors.Is(err, failed) {
			t.Error(err)
		}
	})
	if err := out.exec(t.Context(), schema); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDeferredRowsAreInsertedOnceAndSorted(t *testing.T) {
	_, pool := memoryDB(t)
	inner := begin(t, pool, `CREATE TABLE keys (key TEXT, id INTEGER)`)
	if err := inner.exec(t.Context(), `CREATE TABLE cites (ref INTEGER, story INTEGER, UNIQUE (ref, story))`); err != nil {
		t.Fatal(err)
	}
	var d deferred
	total, batches := 0, 0
	for _, n := range []int{0, 1, manyRows - 1, manyRows, manyRows + 1, 2*manyRows + 7} {
		for i := range n {
			d.keys = append(d.keys, keyRow{fmt.Sprintf("%03d-%03d", n, n-i), int64(i)})
		}
		d.cites = append(d.cites, pair{int64(n), 1})
		if err := d.insert(t.Context(), inner); err != nil {
			t.Fatal(err)
		}
		total += n
		var rows, inOrder, cites int
		_, err := inner.values(t.Context(), []any{&rows, &inOrder, &cites}, `SELECT (SELECT count(*) FROM keys),
			(SELECT count(*) FROM keys a JOIN keys b ON b.rowid = a.rowid + 1 WHERE b.key > a.key), (SELECT count(*) FROM cites)`)
		batches++
		if err != nil || rows != total || inOrder != max(total-1, 0) || cites != batches {
			t.Errorf("%d rows: %d in the table, %d before the next key, %d cites, %v; want %d rows", n, rows, inOrder, cites, err, total)
		}
	}
	d.cites = append(d.cites, pair{1, 1})
	if err := d.insert(t.Context(), inner); err == nil {
		t.Error("a row was inserted twice without an error")
	}
}

func TestNewIDsFollowTheUsedOnes(t *testing.T) {
	_, pool := memoryDB(t)
	inner := begin(t, pool, `CREATE TABLE rows (id INTEGER PRIMARY KEY)`)
	base := meta.SortBase(1e9, 1)
	for _, id := range []int64{base + 4, meta.SortBase(1e9, 2) + 9, meta.SortBase(1e9, 0), 1, 2} {
		if err := inner.exec(t.Context(), `INSERT INTO rows VALUES (?)`, id); err != nil {
			t.Fatal(err)
		}
	}
	b := &batch{tx: inner, next: map[slot]int64{}}
	for _, test := range []struct{ base, want int64 }{
		{base, base + 5}, {base, base + 6}, {base, base + 7},
		{meta.SortBase(2e9, 1), meta.SortBase(2e9, 1)}, {meta.SortBase(2e9, 1), meta.SortBase(2e9, 1) + 1},
		{0, 3}, {1, 4},
	} {
		if got, err := b.nextID(t.Context(), "rows", test.base); err != nil || got != test.want {
			t.Errorf("the id after %d is %d, %v; want %d", test.base, got, err, test.want)
		}
	}
}

func TestTheMemoryIsClearedWhenItIsLargeOrOutdated(t *testing.T) {
	db, pool := memoryDB(t)
	w := New(pool, db)
	inner := begin(t, pool, `CREATE TABLE a (b)`)
	for name, test := range map[string]struct {
		old                bool
		recent, values     int
		kept, filterIsKept bool
	}{
		"a small one":                    {false, 1, 1, true, true},
		"another process has written":    {true, 1, 1, false, false},
		"exactly the bound":              {false, maxRecent - 1, 1, true, true},
		"more headlines than that":       {false, maxRecent, 1, false, true},
		"more values than that":          {false, 1, maxRecent, false, true},
		"large, and others have written": {true, maxRecent, 1, false, false},
	} {
		if err := w.recall(t.Context(), inner); err != nil { // records the version
			t.Fatal(err)
		}
		w.memory = newMemory()
		w.memory.seen = seenFilter{}
		for i := range test.recent {
			w.memory.recent[uint64(i)] = 1
		}
		for i := range test.values {
			w.memory.valueIDs[[2]string{"", strconv.Itoa(i)}] = 1
		}
		version := w.dataVersion
		if test.old {
			w.dataVersion--
		}
		err := w.recall(t.Context(), inner)
		kept := len(w.memory.recent) == test.recent && len(w.memory.valueIDs) == test.values
		if err != nil || kept != test.kept || (w.memory.seen != nil) != test.filterIsKept || w.dataVersion != version {
			t.Errorf("%s: %d headlines and %d values, filter %t, version %d, %v", name, len(w.memory.recent), len(w.memory.valueIDs), w.memory.seen != nil, w.dataVersion, err)
		}
		if !kept && len(w.memory.recent)+len(w.memory.valueIDs) > 0 {
			t.Errorf("%s: %d headlines and %d values are left", name, len(w.memory.recent), len(w.memory.valueIDs))
		}
	}
}

func TestAFilterReportsAHashAsNewOnce(t *testing.T) {
	var none seenFilter
	if none.add(1) {
		t.Error("a hash is new without a filter")
	}
	u := newSeenFilter()
	bits := 0
	if !u.add(0x9E3779B97F4A7C15) || u.add(0x9E3779B97F4A7C15) {
		t.Error("a hash is not new exactly once")
	}
	for _, w := range u {
		for ; w != 0; w &= w - 1 {
			bits++
		}
	}
	if bits != seenHashes {
		t.Errorf("a hash sets %d bits, want %d", bits, seenHashes)
	}
}

func TestTheLatestTextOfABatchIsWritten(t *testing.T) {
	_, pool := memoryDB(t)
	inner := begin(t, pool, `CREATE VIRTUAL TABLE titles USING fts5(words, content='', contentless_delete=1, detail=none)`)
	if err := inner.exec(t.Context(), `INSERT INTO titles (rowid, words) VALUES (1, 'old'), (2, 'old'), (3, 'old')`); err != nil {
		t.Fatal(err)
	}
	c := changes[string]{}
	c.remove(1)
	c.put(1, "new") // replaces the one in the table
	c.remove(2)
	c.put(4, "new")
	c.put(5, "new")
	c.remove(5) // 5 is not in the table yet
	b := fts.NewBuilder()
	err := c.write(t.Context(), inner, "titles", b, func(x string) []fts.Column { return []fts.Column{b.Split(x)} })
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{"old": "3", "new": "1 4"} {
		var got string
		if _, err := inner.value(t.Context(), &got, `SELECT group_concat(rowid, ' ') FROM titles WHERE titles MATCH ?`, word); err != nil {
			t.Fatal(err)
		}
		if got != want || len(c.removed()) != 2 {
			t.Errorf("%s is in %s, want %s", word, got, want)
		}
	}
}
