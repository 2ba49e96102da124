package fill

import (
	"cmp"
	"context"
	"sort"
	"strings"

	"dateline/feed/catalog/meta"
)

// deferred holds the rows that a batch inserts at its end. They are sorted by key and
// inserted many at a time, which costs half as much as one statement for each row, but for
// those of table rows. To look one up, call insert first.
type deferred struct {
	files   []fileRow
	rows    []storyRow
	facets  []facetRow
	refs    []refRow
	refkeys []pair
	cites   []pair
	keys    []keyRow
	cuts    []cutRow
	prints  []printRow

	announced []announcedRow
	embargoes []pair
}

// insert inserts the deferred rows.
func (d *deferred) insert(ctx context.Context, t *tx) error {
	d.packCites()
	for _, insert := range []func() error{
		func() error { return insertRows(ctx, t, insertInto+"files", &d.files, manyRows) },
		func() error { return insertRows(ctx, t, insertInto+"rows", &d.rows, 1) },
		func() error { return insertRows(ctx, t, insertInto+"facets", &d.facets, manyRows) },
		func() error { return insertRows(ctx, t, insertInto+"refs", &d.refs, manyRows) },
		func() error { return insertRows(ctx, t, insertInto+"refkeys", &d.refkeys, manyRows) },
		func() error { return insertRows(ctx, t, insertInto+"cites", &d.cites, manyRows) },
		func() error { return insertRows(ctx, t, insertInto+"keys", &d.keys, manyRows) },
		func() error { return insertRows(ctx, t, insertInto+"cuts", &d.cuts, manyRows) },
		func() error { return insertRows(ctx, t, insertInto+"announced", &d.announced, 1) },
		func() error { return insertRows(ctx, t, insertInto+"embargoes", &d.embargoes, 1) },
		func() error { return insertRows(ctx, t, insertInto+"prints", &d.prints, manyRows) },
	} {
		if err := insert(); err != nil {
			return err
		}
	}
	return nil
}

// maxPacked is the number of stories that the row of a headline holds. A headline that
// more stories list would be slow to change.
const maxPacked = 64

// packCites moves the stories that list a new headline from cites to the row of the
// headline: most headlines are listed by stories of one batch only.
func (d *deferred) packCites() {
	sortRows(d.cites)
	sortRows(d.refs)
	refs := d.refs
	var rest []pair
	for cites := d.cites; len(cites) > 0; {
		ref, n := cites[0].a, 1
		for n < len(cites) && cites[n].a == ref {
			n++
		}
		for len(refs) > 0 && refs[0].id < ref {
			refs = refs[1:]
		}
		packed := 0
		if len(refs) > 0 && refs[0].id == ref {
			packed = min(n, maxPacked)
			refs[0].cites = cites[:packed]
		}
		rest = append(rest, cites[packed:n]...)
		cites = cites[n:]
	}
	d.cites = rest
}

// manyRows is the number of rows in one INSERT. SQLite keeps a copy of each page that such
// a statement changes if the table has an INTEGER PRIMARY KEY. For table rows that is a
// page of 16 KB for nearly every row, because story.IDs are in no order, and costs more than
// a statement for each row.
const manyRows = 50

// tableRow is a row of a table.
type tableRow[R any] interface {
	compare(R) int          // orders rows by their key
	values(dst []any) []any // appends the columns
}

// insertInto is the beginning of most statements. If one fails, the whole batch is rolled
// back, so OR FAIL saves SQLite a journal for the statement where it can do without.
const insertInto = `INSERT OR FAIL INTO `

// insertRows sorts rows, inserts them, that many at a time, and empties rows. The statement
// is insert and then VALUES.
func insertRows[R tableRow[R]](ctx context.Context, t *tx, insert string, rows *[]R, n int) error {
	if len(*rows) == 0 {
		return nil
	}
	sortRows(*rows)
	valuesOf := func(i int, dst []any) []any { return (*rows)[i].values(dst) }
	if err := t.insert(ctx, insert, len(*rows), n, valuesOf); err != nil {
		return err
	}
	clear(*rows)
	*rows = (*rows)[:0]
	return nil
}

// insert inserts count rows, n at a time; values appends the columns of row i.
func (t *tx) insert(ctx context.Context, insert string, count, n int, values func(i int, dst []any) []any) error {
	args := values(0, nil)
	row := "(?" + strings.Repeat(",?", len(args)-1) + ")"
	one := insert + ` VALUES ` + row
	done := 0
	if n > 1 && count >= n {
		many := one + strings.Repeat(","+row, n-1)
		for count-done >= n {
			args = args[:0]
			for range n {
				args = values(done, args)
				done++
			}
			if err := t.exec(ctx, many, args...); err != nil {
				return err
			}
		}
	}
	for ; done < count; done++ {
		if err := t.exec(ctx, one, values(done, args[:0])...); err != nil {
			return err
		}
	}
	return nil
}

// sortRows sorts rows by key. The sort of package slices would be compiled once more for each
// type of row, which makes the program 0.15 MB larger and no faster.
func sortRows[R tableRow[R]](rows []R) {
	sort.Slice(rows, func(i, j int) bool { return rows[i].compare(rows[j]) < 0 })
}

type fileRow struct {
	*File

	id    int64
	rows  []int64 // the ids of its stories
	rules int64
}

func (r fileRow) compare(s fileRow) int { return strings.Compare(r.Path, s.Path) }

func (r fileRow) values(dst []any) []any {
	return append(dst, r.Path, r.id, r.Size, meta.Stamp(r.ModTime), int64(r.Inode), r.Sure, r.Holds, orNull(r.Digest), meta.Pack(r.rows), r.rules)
}

func orNull(b []byte) any {
	if len(b) == 0 {
		return nil
	}
	return b
}

type storyRow struct {
	*Doc

	id   int64
	sub  int
	refs []int64
}

func (r storyRow) compare(s storyRow) int { return cmp.Compare(r.id, s.id) }

func (r storyRow) values(dst []any) []any {
	d := &r.row
	return append(dst, r.id, string(d.id), -d.unix, -int64(d.take), d.path, r.sub, string(d.kind), d.fields, meta.Pack(r.refs), meta.PackRange(r.span))
}

type facetRow struct {
	story int64
	list  []byte
}

func (r facetRow) compare(s facetRow) int { return cmp.Compare(r.story, s.story) }
func (r facetRow) values(dst []any) []any { return append(dst, r.story, r.list) }

type refRow struct {
	id     int64
	packed []byte
	cites  []pair // of the stories that list it
}

func (r refRow) compare(s refRow) int { return cmp.Compare(r.id, s.id) }

func (r refRow) values(dst []any) []any {
	stories := make([]byte, 0, 8*len(r.cites))
	for _, c := range r.cites {
		stories = meta.AppendID(stories, c.b)
	}
	return append(dst, r.id, r.packed, stories)
}

// pair is a row of two numbers.
type pair struct{ a, b int64 }

func (r pair) compare(s pair) int     { return cmp.Or(cmp.Compare(r.a, s.a), cmp.Compare(r.b, s.b)) }
func (r pair) values(dst []any) []any { return append(dst, r.a, r.b) }

type keyRow struct {
	key string
	id  int64
}

func (r keyRow) compare(s keyRow) int {
	return cmp.Or(strings.Compare(r.key, s.key), cmp.Compare(r.id, s.id))
}
func (r keyRow) values(dst []any) []any { return append(dst, r.key, r.id) }

type cutRow struct {
	of int // meta.OfRow or meta.OfRef
	keyRow
}

func (r cutRow) compare(s cutRow) int {
	return cmp.Or(cmp.Compare(r.of, s.of), r.keyRow.compare(s.keyRow))
}
func (r cutRow) values(dst []any) []any { return append(dst, r.of, r.key, r.id) }

type printRow struct {
	id    int64
	print []byte // see takes.Print
}

func (r printRow) compare(s printRow) int { return cmp.Compare(r.id, s.id) }
func (r printRow) values(dst []any) []any { return append(dst, r.id, r.print) }
