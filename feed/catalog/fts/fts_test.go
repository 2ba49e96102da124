package fts_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/catalog/fts"
	"dateline/feed/sqlite"

	"pgregory.net/rapid"
)

// doc is a document: an id and its columns.
type doc struct {
	id      int64
	columns []string
}

// table is a table of FTS5, and a Builder that makes its rows too.
type table struct {
	*sql.DB

	tb      rapid.TB
	columns int
	detail  string
	builder *fts.Builder
}

var ctx = context.Background()

var names = []string{"a", "b", "c"}

func newTable(tb rapid.TB, columns int, detail string) *table {
	tb.Helper()
	pool := sqlite.Pool(sqlite.Memory("fts"), sqlite.Options{Conns: 1})
	t := &table{DB: pool, tb: tb, columns: columns, detail: detail, builder: fts.NewBuilder()}
	t.exec(`CREATE VIRTUAL TABLE t USING fts5(` + strings.Join(names[:columns], ", ") +
		`, content='', contentless_delete=1, detail=` + detail + `, tokenize="ascii tokenchars '.'")`)
	t.exec(`INSERT INTO t(t, rank) VALUES ('hashsize', 1 << 29), ('automerge', 0)`)
	return t
}

func (t *table) exec(query string, args ...any) {
	t.tb.Helper()
	if _, err := t.ExecContext(ctx, query, args...); err != nil {
		t.tb.Fatalf("%s: %v", query, err)
	}
}

// row is a row of one of the tables of FTS5.
type row struct {
	key   string
	value []byte
}

// rows returns the rows that a query selects: their columns but the last, and the last.
func (t *table) rows(query string, args ...any) (list []row) {
	t.tb.Helper()
	res, err := t.QueryContext(ctx, query, args...)
	if err != nil {
		t.tb.Fatal(err)
	}
	defer res.Close() //nolint:errcheck // res.Err says what went wrong
	for res.Next() {
		var r row
		if err := res.Scan(&r.key, &r.value); err != nil {
			t.tb.Fatal(err)
		}
		list = append(list, r)
	}
	if err := res.Err(); err != nil {
		t.tb.Fatal(err)
	}
	return list
}

// blob returns a blob of t_data.
func (t *table) blob(id int64) []byte {
	t.tb.Helper()
	list := t.rows(fmt.Sprintf(`SELECT id, block FROM t_data WHERE id = %d`, id))
	if len(list) != 1 {
		t.tb.Fatalf("%d blobs have the id %d", len(list), id)
	}
	return list[0].value
}

// made has the rows of a segment that a Builder made.
type made struct {
	segment           int
	data, index, size []row
}

func (m *made) Data(id int64, block []byte) error {
	m.data = append(m.data, row{fmt.Sprintf("%020d", id), bytes.Clone(block)})
	return nil
}

func (m *made) Index(term []byte, page int64) error {
	m.index = append(m.index, row{fmt.Sprintf("%d %X", m.segment, term), fmt.Append(nil, page)})
	return nil
}

func (m *made) Size(id int64, sizes []byte) error {
	m.size = append(m.size, row{strconv.FormatInt(id, 10), bytes.Clone(sizes)})
	return nil
}

// add lets FTS5 add documents, and fails the test if a Builder makes other rows of them.
func (t *table) add(docs []doc) {
	t.tb.Helper()
	if len(docs) == 0 {
		return
	}
	s, err := fts.ParseStructure(t.blob(fts.StructureID))
	if err != nil {
		t.tb.Fatal(err)
	}
	origin := s.Origin()
	averages := t.blob(fts.AveragesID)
	t.insert(docs)

	t.builder.Reset(t.columns, t.detail == "full")
	for _, d := range docs {
		var columns []fts.Column
		for _, c := range d.columns {
			columns = append(columns, t.builder.Split(c))
		}
		t.builder.Add(d.id, columns...)
	}
	averages, err = fts.AddAverages(averages, t.builder.Len(), t.builder.Totals())
	if err != nil {
		t.tb.Fatal(err)
	}
	m := made{segment: s.Free()}
	leaves, err := t.builder.Write(m.segment, &m)
	if err != nil {
		t.tb.Fatal(err)
	}
	if leaves > 0 {
		s.Add(m.segment, leaves, len(docs))
	}
	t.same("structure", []row{{"", s.Append(nil)}}, []row{{"", t.blob(fts.StructureID)}})
	t.same("averages", []row{{"", averages}}, []row{{"", t.blob(fts.AveragesID)}})
	slices.SortFunc(m.data, func(a, b row) int { return strings.Compare(a.key, b.key) })
	t.same("data", m.data, t.rows(fmt.Sprintf(`SELECT printf('%%020d', id), block FROM t_data WHERE id >> 37 = %d ORDER BY id`, m.segment)))
	t.same("idx", m.index, t.rows(fmt.Sprintf(`SELECT segid || ' ' || hex(term), pgno FROM t_idx WHERE segid = %d ORDER BY term`, m.segment)))
	t.same("docsize", m.size, t.rows(fmt.Sprintf(`SELECT id, sz FROM t_docsize WHERE origin = %d ORDER BY id`, origin)))
}

func (t *table) insert(docs []doc) {
	t.tb.Helper()
	insert := `INSERT OR REPLACE INTO t (rowid, ` + strings.Join(names[:t.columns], ", ") + `) VALUES (?` + strings.Repeat(", ?", t.columns) + `)`
	tx, err := t.BeginTx(ctx, nil)
	if err != nil {
		t.tb.Fatal(err)
	}
	for _, d := range docs {
		args := []any{d.id}
		for _, c := range d.columns {
			args = append(args, c)
		}
		if _, err := tx.ExecContext(ctx, insert, args...); err != nil {
			t.tb.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.tb.Fatal(err)
	}
}

func (t *table) same(name string, got, want []row) {
	t.tb.Helper()
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) {
			t.tb.Fatalf("%s: %d rows, FTS5 has %d", name, len(got), len(want))
		}
		if got[i].key != want[i].key || !bytes.Equal(got[i].value, want[i].value) {
			t.tb.Fatalf("%s, row %d of %d:\n%s %x\nFTS5 has\n%s %x", name, i, len(got), got[i].key, got[i].value, want[i].key, want[i].value)
		}
	}
}

// docs draws documents whose ids follow id.
func docs(t *rapid.T, columns int, id *int64) (list []doc) {
	rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	count := rapid.SampledFrom([]int{1, 2, 10, 100, 300}).Draw(t, "documents")
	longest := rapid.SampledFrom([]int{1, 3, 30, 100}).Draw(t, "words of a column")
	vocabulary := rapid.SampledFrom([]int{1, 2, 20, 5000}).Draw(t, "different words")
	wide := rapid.SampledFrom([]int64{1, 100, 1 << 40}).Draw(t, "most between two ids")
	for i := range count {
		*id += 1 + rnd.Int64N(wide)
		d := doc{id: *id}
		for range columns {
			var words []string
			least := 0
			if i == 0 { // FTS5 counts the documents of a batch without words with the next batch
				least = 1
			}
			for range least + rnd.IntN(longest+1) {
				words = append(words, word(rnd, vocabulary))
			}
			d.columns = append(d.columns, strings.Join(words, " "))
		}
		list = append(list, d)
	}
	return list
}

// word returns one of n words, short ones and long ones, with common beginnings.
func word(rnd *rand.Rand, n int) string {
	i := rnd.IntN(1 + rnd.IntN(n))
	w := fmt.Sprintf("%o", i*i)
	if i%7 == 0 {
		w = "é" + strings.Repeat(w, 1+i%50)
	}
	return w
}

func TestSegmentsAreThoseOfFTS5(t *testing.T) {
	for _, columns := range []int{1, 3} {
		for _, detail := range []string{"full", "none"} {
			t.Run(fmt.Sprint(columns, detail), rapid.MakeCheck(func(rt *rapid.T) {
				tab := newTable(rt, columns, detail)
				defer tab.Close() //nolint:errcheck // in memory
				var id int64
				for range rapid.IntRange(1, 6).Draw(rt, "batches") {
					tab.add(docs(rt, columns, &id))
					switch rapid.IntRange(0, 5).Draw(rt, "then") {
					case 0:
						tab.exec(`INSERT INTO t(t, rank) VALUES ('merge', 8)`)
					case 1:
						tab.exec(`INSERT INTO t(t) VALUES ('optimize')`)
					case 2:
						tab.exec(`DELETE FROM t WHERE rowid % 3 = 0`)
					}
				}
			}))
		}
	}
}

func TestLongDoclistsAreThoseOfFTS5(t *testing.T) {
	for _, detail := range []string{"full", "none"} {
		tab := newTable(t, 2, detail)
		var list []doc
		for i := range 70000 {
			d := doc{int64(i)*3 + 1, []string{"same", "other same"}}
			switch {
			case i == 35000:
				d.columns[1] = strings.Repeat("same ", 100000)
			case i == 35001:
				d.columns[0] = strings.Repeat("x", 40000) + " " + strings.Repeat("x", 5000) + " y" + strings.Repeat("x", 4040)
			case i%9 == 0:
				d.columns[0] = fmt.Sprint("w", i, " same")
			}
			list = append(list, d)
		}
		tab.add(list)
		tab.add(list[:0])
		tab.add([]doc{{1 << 40, []string{"", ""}}, {1<<62 + 5, []string{"same", ""}}})
		tab.add([]doc{{1<<62 + 6, []string{"", ""}}})
	}
}
