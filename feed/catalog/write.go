package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// The memory in KiB that the writer keeps pages in, and the pages of the log
// after which they are put where they belong: little while a file or two is
// taken in, much while a catalog is filled, whose indexes are written to in any
// order, a page again and again.
const (
	littleCache, littleLog = 8 << 10, 2000
	muchCache, muchLog     = 128 << 10, 16000
)

// Filling tells that many files will be put, or that they have been.
func (c *Catalog) Filling(ctx context.Context, many bool) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	cache, log := littleCache, littleLog
	if many {
		cache, log = muchCache, muchLog
	}
	c.memory.unseen = nil
	if many {
		if err := c.learn(ctx); err != nil {
			return err
		}
	}
	_, err := c.write.ExecContext(ctx, fmt.Sprintf("PRAGMA cache_size = -%d; PRAGMA wal_autocheckpoint = %d; PRAGMA shrink_memory", cache, log))
	return wrap(err)
}

// Delta is what a change did to the list, in stories.
type Delta struct{ Added, Changed, Removed int }

// Put takes files in, in one transaction: each replaces what was known of its
// path. It puts files into the order of the list first, so that ids rise.
func (c *Catalog) Put(ctx context.Context, files []File) (Delta, error) {
	slices.SortFunc(files, inListOrder)
	return c.change(ctx, func(free context.Context, t *batch) error {
		for i := range files {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := t.put(free, &files[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func inListOrder(a, b File) int {
	if len(a.Docs) == 0 || len(b.Docs) == 0 {
		return cmp.Compare(len(a.Docs), len(b.Docs))
	}
	r, s := &a.Docs[0].row, &b.Docs[0].row
	return cmp.Or(
		cmp.Compare(s.Date.Unix(), r.Date.Unix()),
		cmp.Compare(s.Headline.Take, r.Headline.Take),
		cmp.Compare(a.Path, b.Path),
	)
}

// Remove takes out the files at paths, in one transaction.
func (c *Catalog) Remove(ctx context.Context, paths []string) (Delta, error) {
	return c.change(ctx, func(free context.Context, t *batch) error {
		for _, p := range paths {
			if err := ctx.Err(); err != nil {
				return err
			}
			if _, _, err := t.remove(free, p); err != nil {
				return err
			}
		}
		return nil
	})
}

// batch is a transaction of the writer and the tallies that it changes.
type batch struct {
	Delta
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
	memory
	next    map[place]int64 // the next free id of a table for a moment and take
	days    map[int64]int
	found   fullText
	late    late
	words   map[*word]int // new stories by a word that they have
	tally   map[int64]int // and by a value of a facet
	rules   map[int64]int // files by the id of their rules
	files   int
	doubts  int
	file    int64 // the highest id of a file
	ruleIDs map[string]int64
	loose   int // stories put
}

// memory is what the writer remembers of the tables from batch to batch: the
// ids of the refs met last, by the hash of their text, for stories of a time
// list the same headlines, and those of the values of facets.
type memory struct {
	lately   map[uint64]int64
	valueIDs map[[2]string]int64
	unseen   unseen // nil unless a catalog is filled
}

func newMemory() memory {
	return memory{lately: map[uint64]int64{}, valueIDs: map[[2]string]int64{}}
}

func (m *memory) forget() {
	clear(m.lately)
	clear(m.valueIDs)
	m.unseen = nil
}

// place is where in a table new ids are looked for.
type place struct {
	table string
	base  int64
}

// mostLately bounds what is remembered. Two of so many headlines share a hash
// in one archive of a million.
const mostLately = 400000

// change runs do in a transaction and keeps the tallies right. The context
// that do is given never ends: the driver pays for one that can with every
// statement, so do looks at ctx itself from time to time.
func (c *Catalog) change(ctx context.Context, do func(context.Context, *batch) error) (Delta, error) {
	if err := ctx.Err(); err != nil {
		return Delta{}, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	tx, err := c.begin(ctx)
	if err != nil {
		return Delta{}, wrap(err)
	}
	ctx = context.WithoutCancel(ctx)
	t := &batch{
		tx: tx, stmts: map[string]*sql.Stmt{}, next: map[place]int64{},
		found: newFullText(), late: late{}, days: map[int64]int{}, words: map[*word]int{}, tally: map[int64]int{},
		rules: map[int64]int{}, ruleIDs: map[string]int64{},
	}
	err = c.recall(ctx, tx)
	t.memory = c.memory
	if err == nil {
		err = t.run(ctx, do)
	}
	t.close()
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		c.memory.forget()
		return Delta{}, errors.Join(wrap(err), ignoreDone(tx.Rollback()))
	}
	return t.Delta, nil
}

// recall forgets what is remembered where it is too much, or where another
// process has written since.
func (c *Catalog) recall(ctx context.Context, tx *sql.Tx) error {
	var version int64
	if err := tx.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version); err != nil {
		return err
	}
	if version != c.dataVersion {
		c.memory.forget()
	}
	if len(c.memory.lately)+len(c.memory.valueIDs) > mostLately {
		clear(c.memory.lately)
		clear(c.memory.valueIDs)
	}
	c.dataVersion = version
	return nil
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

func (t *batch) run(ctx context.Context, do func(context.Context, *batch) error) error {
	err := t.tx.QueryRowContext(ctx, `SELECT value FROM meta WHERE name = 'file'`).Scan(&t.file)
	if err != nil {
		return err
	}
	if err := do(ctx, t); err != nil {
		return err
	}
	if err := t.insertLate(ctx); err != nil {
		return err
	}
	if err := t.insertWords(ctx); err != nil {
		return err
	}
	if err := t.insertTally(ctx); err != nil {
		return err
	}
	if err := t.countRules(ctx); err != nil {
		return err
	}
	total := 0
	for day, n := range t.days {
		total += n
		err := t.exec(ctx, `INSERT INTO days VALUES (?1, ?2) ON CONFLICT (day) DO UPDATE SET n = n + ?2`, day, n)
		if err != nil {
			return err
		}
	}
	for name, n := range map[string]int{
		"stories": total, "doubts": t.doubts, "files": t.files, "loose": t.loose,
		"added": t.Added, "changed": t.Changed, "removed": t.Removed,
	} {
		if err := t.exec(ctx, `UPDATE meta SET value = value + ? WHERE name = ?`, n, name); err != nil {
			return err
		}
	}
	if err := t.exec(ctx, `UPDATE meta SET value = ? WHERE name = 'file'`, t.file); err != nil {
		return err
	}
	return t.found.write(ctx, t)
}

func (t *batch) close() {
	for _, s := range t.stmts {
		_ = s.Close()
	}
}

// stmt prepares query once a batch.
func (t *batch) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := t.stmts[query]; s != nil {
		return s, nil
	}
	s, err := t.tx.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", firstLine(query), err)
	}
	t.stmts[query] = s
	return s, nil
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

func (t *batch) exec(ctx context.Context, query string, args ...any) error {
	_, err := t.affect(ctx, query, args...)
	return err
}

// affect runs query and says how many rows it changed.
func (t *batch) affect(ctx context.Context, query string, args ...any) (int, error) {
	s, err := t.stmt(ctx, query) //nolint:sqlclosecheck // the batch keeps it
	if err != nil {
		return 0, err
	}
	res, err := s.ExecContext(ctx, args...)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", firstLine(query), err)
	}
	n, err := res.RowsAffected()
	return int(n), err
}

// value reads one value; ok is false when there is none.
func (t *batch) value(ctx context.Context, dest any, query string, args ...any) (ok bool, err error) {
	return t.values(ctx, []any{dest}, query, args...)
}

// values reads one row; ok is false when there is none.
func (t *batch) values(ctx context.Context, dests []any, query string, args ...any) (ok bool, err error) {
	s, err := t.stmt(ctx, query) //nolint:sqlclosecheck // the batch keeps it
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(ctx, args...).Scan(dests...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, nonsense(ctx, err)
}

// pack and unpack keep a list of ids in a blob.
func pack(ids []int64) []byte {
	b := make([]byte, 0, 8*len(ids))
	for _, id := range ids {
		b = binary.BigEndian.AppendUint64(b, uint64(id))
	}
	return b
}

func unpack(b []byte) []int64 {
	ids := make([]int64, 0, len(b)/8)
	for ; len(b) >= 8; b = b[8:] {
		ids = append(ids, int64(binary.BigEndian.Uint64(b)))
	}
	return ids
}
