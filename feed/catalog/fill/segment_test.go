package fill

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/feed/catalog/fts"
	"dateline/feed/sqlite"

	"pgregory.net/rapid"
)

// twins are two full-text tables with the same documents: those of one are inserted by
// FTS5, and those of the other by insertSegment.
type twins struct {
	tb      rapid.TB
	columns []string
	detail  string
	write   *sql.DB // one connection
	read    *sql.DB // another one
	builder *fts.Builder
	rnd     *rand.Rand
	words   int     // that a word is drawn from
	ids     []int64 // of all documents
	last    int64   // id
}

const inserted, built = "inserted", "built"

func newTwins(tb rapid.TB, detail string, columns ...string) *twins {
	tb.Helper()
	uri := sqlite.Memory("fill")
	p := &twins{
		tb: tb, columns: columns, detail: detail, builder: fts.NewBuilder(), words: 300, rnd: rand.New(rand.NewPCG(1, 2)),
		write: sqlite.Pool(uri, sqlite.Options{Conns: 1}), read: sqlite.Pool(uri, sqlite.Options{Conns: 1}),
	}
	for _, name := range []string{inserted, built} {
		p.exec(p.write, `CREATE VIRTUAL TABLE `+name+` USING fts5(`+strings.Join(columns, ", ")+
			`, content='', contentless_delete=1, detail=`+detail+`, tokenize="ascii tokenchars '.'")`)
		p.exec(p.write, `INSERT INTO `+name+`(`+name+`, rank) VALUES ('hashsize', 1 << 28), ('automerge', 0), ('crisismerge', 512)`)
		p.exec(p.write, `CREATE VIRTUAL TABLE `+name+`_rows USING fts5vocab(`+name+`, row)`)
		p.exec(p.write, `CREATE VIRTUAL TABLE `+name+`_places USING fts5vocab(`+name+`, instance)`)
	}
	return p
}

func (p *twins) close() {
	for _, db := range []*sql.DB{p.read, p.write} {
		if err := db.Close(); err != nil {
			p.tb.Error(err)
		}
	}
}

// execer is a database or a transaction.
type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func (p *twins) exec(db execer, query string, args ...any) {
	p.tb.Helper()
	if _, err := db.ExecContext(context.Background(), query, args...); err != nil {
		p.tb.Fatalf("%s: %v", query, err)
	}
}

// both runs a statement on both tables, whose names replace each @.
func (p *twins) both(db execer, query string, args ...any) {
	p.tb.Helper()
	for _, name := range []string{inserted, built} {
		p.exec(db, strings.ReplaceAll(query, "@", name), args...)
	}
}

// rows returns the rows that a query selects.
func (p *twins) rows(db *sql.DB, query string, args ...any) (out []string) {
	p.tb.Helper()
	rows, err := db.QueryContext(context.Background(), query, args...)
	if err != nil {
		p.tb.Fatalf("%s: %v", query, err)
	}
	columns, err := rows.Columns()
	if err != nil {
		p.tb.Fatal(err)
	}
	out, err = sqlite.Rows(context.Background(), rows, func(rows *sql.Rows) (string, error) {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		err := rows.Scan(values...)
		for i, v := range values {
			values[i] = *v.(*any)
		}
		return fmt.Sprint(values...), err
	})
	if err != nil {
		p.tb.Fatalf("%s: %v", query, err)
	}
	return out
}

// same fails the test if a query has other answers for one table than for the other.
func (p *twins) same(db *sql.DB, query string, args ...any) {
	p.tb.Helper()
	want := p.rows(db, strings.ReplaceAll(query, "@", inserted), args...)
	got := p.rows(db, strings.ReplaceAll(query, "@", built), args...)
	if len(want) != len(got) {
		p.tb.Fatalf("%s %v: %d rows, FTS5 has %d", query, args, len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			p.tb.Fatalf("%s %v: row %d is %s, FTS5 has %s", query, args, i, got[i], want[i])
		}
	}
}

// batch adds documents to the tables, and removes others, in one transaction.
func (p *twins) batch(docs []string, remove []int64, commit bool) {
	p.tb.Helper()
	t, err := New(p.write, nil).begin(context.Background())
	if err != nil {
		p.tb.Fatal(err)
	}
	c := changes[string]{}
	for _, id := range remove {
		c.remove(id)
		p.exec(t.Tx, `DELETE FROM `+inserted+` WHERE rowid = ?`, id)
	}
	insert := `INSERT INTO ` + inserted + ` (rowid, ` + strings.Join(p.columns, ", ") + `) VALUES (?` + strings.Repeat(`, ?`, len(p.columns)) + `)`
	for _, d := range docs {
		p.last += 1 + p.rnd.Int64N(5)
		c.put(p.last, d)
		args := []any{p.last}
		for column := range strings.SplitSeq(d, "|") {
			args = append(args, column)
		}
		p.exec(t.Tx, insert, args...)
		if commit {
			p.ids = append(p.ids, p.last)
		}
	}
	p.builder.Reset(len(p.columns), p.detail == "full")
	err = c.write(context.Background(), t, built, p.builder, func(d string) (columns []fts.Column) {
		for column := range strings.SplitSeq(d, "|") {
			columns = append(columns, p.builder.Split(column))
		}
		return columns
	})
	notMeant := errors.New("the batch is rolled back")
	if err == nil && !commit {
		err = notMeant
	}
	if err := t.end(err); err != nil && !errors.Is(err, notMeant) {
		p.tb.Fatal(err)
	}
}

// word returns a word; some are frequent.
func (p *twins) word() string { return fmt.Sprintf("%o", 7*p.rnd.IntN(1+p.rnd.IntN(p.words))) }

// docs returns documents of words.
func (p *twins) docs(n int) (list []string) {
	for range n {
		columns := make([]string, len(p.columns))
		for i := range columns {
			for range p.rnd.IntN(1 + p.rnd.IntN(40)) {
				columns[i] += " " + p.word()
			}
		}
		list = append(list, strings.Join(columns, "|"))
	}
	return list
}

// some removes about a part of the ids, and returns them.
func (p *twins) some(part int) (list []int64) {
	var rest []int64
	for _, id := range p.ids {
		if p.rnd.IntN(part) == 0 {
			list = append(list, id)
		} else {
			rest = append(rest, id)
		}
	}
	p.ids = rest
	return list
}

// check compares the tables on a connection.
func (p *twins) check(db *sql.DB) {
	p.tb.Helper()
	p.both(db, `INSERT INTO @(@) VALUES ('integrity-check')`)
	p.same(db, `SELECT id, hex(sz) FROM @_docsize ORDER BY id`)
	p.same(db, `SELECT * FROM @_rows`)
	p.same(db, `SELECT * FROM @_places`)
	queries := []string{p.word(), p.word(), p.word() + "*", p.word() + " OR " + p.word(), p.word() + " NOT " + p.word(), p.word() + " AND 7", "0 7"}
	if p.detail == "full" {
		queries = append(queries, `"0 7"`, `"7 16 7"`, `"0 0" OR "16 `+p.word()+`"`, `NEAR(`+p.word()+` 7, 5)`, `^`+p.word(),
			p.columns[1]+`: `+p.word(), `{`+p.columns[0]+` `+p.columns[2]+`}: "0 `+p.word()+`"`, `"0 `+p.word()+`" *`)
	}
	orders := []string{"", "ORDER BY rowid DESC", "ORDER BY rank, rowid", "AND rowid BETWEEN 10 AND 90", "AND rowid > 100 ORDER BY rowid DESC"}
	p.rnd.Shuffle(len(queries), func(i, j int) { queries[i], queries[j] = queries[j], queries[i] })
	for _, q := range queries[:5] {
		p.same(db, `SELECT rowid, bm25(@) FROM @ WHERE @ MATCH ? `+orders[p.rnd.IntN(len(orders))], q)
	}
}

func TestASegmentIsLikeInsertedDocuments(t *testing.T) {
	steps := []struct {
		name string
		do   func(*twins)
	}{
		{"add one", func(p *twins) { p.batch(p.docs(1), nil, true) }},
		{"add many", func(p *twins) { p.batch(p.docs(50), nil, true) }},
		{"add an empty one", func(p *twins) { p.batch([]string{strings.Repeat("|", len(p.columns)-1)}, nil, true) }},
		{"replace some", func(p *twins) { p.batch(p.docs(10), p.some(10), true) }},
		{"remove some", func(p *twins) { p.batch(nil, p.some(3), true) }},
		{"roll back", func(p *twins) { p.batch(p.docs(10), p.ids, false) }},
		{"merge", func(p *twins) { p.both(p.write, `INSERT INTO @(@, rank) VALUES ('merge', 5)`) }},
		{"optimize", func(p *twins) { p.both(p.write, `INSERT INTO @(@) VALUES ('optimize')`) }},
		{"search", func(p *twins) { p.same(p.write, `SELECT rowid FROM @ WHERE @ MATCH '0'`) }},
		{"check", func(p *twins) { p.check(p.write) }},
		{"check as a reader", func(p *twins) { p.check(p.read) }},
	}
	names := make([]string, len(steps))
	for i, s := range steps {
		names[i] = s.name
	}
	for detail, columns := range map[string][]string{"full": {"title", "body", "meta"}, "none": {"words"}} {
		t.Run(detail, rapid.MakeCheck(func(t *rapid.T) {
			p := newTwins(t, detail, columns...)
			defer p.close()
			p.rnd = rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
			for _, name := range rapid.SliceOfN(rapid.SampledFrom(names), 1, 12).Draw(t, "steps") {
				steps[slices.Index(names, name)].do(p)
			}
			p.check(p.write)
			p.check(p.read)
		}))
	}
}

func TestALargeSegmentIsLikeInsertedDocuments(t *testing.T) {
	p := newTwins(t, "full", "title", "body", "meta")
	defer p.close()
	docs := p.docs(70000)
	for i := range docs {
		if i%100 > 0 {
			docs[i] = "|7|"
		}
	}
	docs[1000] = "||"
	docs[35000] = "7|" + strings.Repeat("7 ", 100000) + "|0"
	docs[35001] = strings.Repeat("x", 40000) + "|" + strings.Repeat("x", 3000) + "|7"
	p.batch(docs[:69000], nil, true)
	p.check(p.read)
	p.batch(docs[69000:], p.some(5), true)
	p.both(p.write, `INSERT INTO @(@) VALUES ('optimize')`)
	p.check(p.write)
	p.same(p.write, `SELECT rowid FROM @ WHERE @ MATCH 'xx*'`)
}

func TestManySegmentsAreMerged(t *testing.T) {
	p := newTwins(t, "none", "words")
	defer p.close()
	for range maxSegments + 3 {
		p.batch([]string{"7 " + p.word()}, nil, true)
	}
	if got := p.rows(p.write, `SELECT count(DISTINCT segid) < 10 FROM built_idx`); got[0] != "1" {
		t.Errorf("%d batches are not merged", maxSegments+3)
	}
	p.check(p.read)
	p.batch(p.docs(1), p.some(2), true)
	p.check(p.write)
}
