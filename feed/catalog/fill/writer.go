// Package fill writes a catalog: it adds and removes files and keeps the indexes
// in shape. A batch of files is one transaction. Its stories are added in list
// order; rows that the batch itself does not look up are inserted at its end,
// sorted and many at a time, and the documents of the full-text tables last, as
// segments that package fts makes. While a catalog is filled, most values of a file are
// new: a Bloom filter recognizes them, and only the others are looked up.
package fill

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sort"
	"sync"

	"dateline/feed/catalog/fts"
	"dateline/feed/sqlite"
)

// The size of the writer's page cache in KiB, and the number of pages in the log
// that starts a checkpoint: small for a few files, large while a catalog is filled,
// when the same pages of the indexes are written many times.
const (
	smallCache, smallLog = 8 << 10, 2000
	largeCache, largeLog = 96 << 10, 16000
)

// Pragmas returns the settings of the connection that writes, as parameters of its
// URI.
func Pragmas() string {
	return fmt.Sprintf("&_pragma=page_size(16384)&_pragma=wal_autocheckpoint(%d)&_pragma=cache_size(-%d)", smallLog, smallCache)
}

// Delta is what a change did to the list, in stories.
type Delta struct{ Added, Changed, Removed int }

// Writer owns the connection that writes. It is safe for concurrent use.
type Writer struct {
	db *sqlite.DB // reads

	mu          sync.Mutex // guards the fields below
	write       *sql.DB
	memory      memory
	filled      bool  // the log may be large
	dataVersion int64 // PRAGMA data_version when memory was up to date
}

// New returns a Writer that writes through write, a pool of one connection, and reads
// from db.
func New(write *sql.DB, db *sqlite.DB) *Writer {
	return &Writer{db: db, write: write, memory: newMemory()}
}

// CloseWriter waits for a running change and closes the connection.
func (w *Writer) CloseWriter() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.write.Close()
}

// Filling prepares the writer for many files, or for few again.
func (w *Writer) Filling(ctx context.Context, many bool) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	cache, log := smallCache, smallLog
	w.memory.seen, w.memory.builder = nil, fts.NewBuilder()
	if many {
		w.filled = true
		cache, log = largeCache, largeLog
		var err error
		if w.memory.seen, err = loadSeen(ctx, w.db); err != nil {
			return err
		}
	}
	_, err := w.write.ExecContext(ctx, fmt.Sprintf("PRAGMA cache_size = -%d; PRAGMA wal_autocheckpoint = %d; PRAGMA shrink_memory", cache, log))
	return w.db.Wrap(err)
}

// Put adds files in one transaction; each replaces an earlier file at its path. It
// sorts files into list order first, so that ids ascend.
func (w *Writer) Put(ctx context.Context, files []File) (Delta, error) {
	sort.Slice(files, func(i, j int) bool { return inListOrder(files[i], files[j]) < 0 })
	if slices.ContainsFunc(files, func(f File) bool { return f.Size >= LargeFile }) {
		defer w.spare(ctx)()
	}
	return w.change(ctx, func(uncancelled context.Context, t *batch) error {
		for i := range files {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := t.put(uncancelled, &files[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// spare makes the page cache small until the function that it returns is called. An error
// does no harm: the cache stays as it was.
func (w *Writer) spare(ctx context.Context) (restore func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	ctx = context.WithoutCancel(ctx)
	_, _ = w.write.ExecContext(ctx, fmt.Sprintf("PRAGMA cache_size = -%d; PRAGMA shrink_memory", smallCache))
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.memory.seen != nil {
			_, _ = w.write.ExecContext(ctx, fmt.Sprintf("PRAGMA cache_size = -%d", largeCache))
		}
	}
}

func inListOrder(a, b File) int {
	if len(a.Docs) == 0 || len(b.Docs) == 0 {
		// A file that is put twice first comes without its digest.
		return cmp.Or(cmp.Compare(len(a.Docs), len(b.Docs)), cmp.Compare(len(a.Digest), len(b.Digest)))
	}
	r, s := &a.Docs[0].row, &b.Docs[0].row
	return cmp.Or(
		cmp.Compare(s.unix, r.unix),
		cmp.Compare(s.take, r.take),
		cmp.Compare(a.Path, b.Path),
	)
}

// Remove removes the files at paths in one transaction. It also records that they are
// not in the catalog, although the records of folders may say so.
func (w *Writer) Remove(ctx context.Context, paths []string) (Delta, error) {
	return w.change(ctx, func(uncancelled context.Context, t *batch) error {
		for _, p := range paths {
			if err := ctx.Err(); err != nil {
				return err
			}
			if _, _, err := t.remove(uncancelled, p); err != nil {
				return err
			}
			if err := t.exec(uncancelled, sqlDrop, p); err != nil {
				return err
			}
		}
		return nil
	})
}

// change runs do in a transaction and keeps the counts right. The context passed
// to do never ends, because one that can costs the driver time with every
// statement; do checks ctx itself from time to time. If rows break the rules of
// their tables, change runs do again in a batch that is careful.
func (w *Writer) change(ctx context.Context, do func(context.Context, *batch) error) (Delta, error) {
	if err := ctx.Err(); err != nil {
		return Delta{}, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	d, err := w.try(ctx, do, false)
	if sqlite.Inconsistent(err) {
		d, err = w.try(ctx, do, true)
	}
	return d, w.db.Wrap(err)
}

// try runs do in a transaction once.
func (w *Writer) try(ctx context.Context, do func(context.Context, *batch) error, careful bool) (Delta, error) {
	inner, err := w.begin(ctx)
	if err != nil {
		return Delta{}, err
	}
	ctx = context.WithoutCancel(ctx)
	err = w.recall(ctx, inner)
	t := w.newBatch(inner)
	t.careful = careful
	if err == nil {
		err = t.run(ctx, do)
	}
	if err = inner.end(err); err != nil {
		w.memory.forgetIDs()
		return Delta{}, err
	}
	return t.Delta, nil
}

func (w *Writer) newBatch(inner *tx) *batch {
	return &batch{
		tx: inner, memory: w.memory,
		next: map[slot]int64{}, days: map[int64]int{}, folded: map[int64]int{}, fresh: map[int64]bool{}, again: map[int64]bool{}, broken: map[int64]bool{}, words: newVocabulary(),
		facets: facets{ids: w.memory.valueIDs, counts: map[int64]int{}},
		rules:  rules{},
	}
}

// run does the work of a batch.
func (t *batch) run(ctx context.Context, do func(context.Context, *batch) error) error {
	err := t.QueryRowContext(ctx, `SELECT value FROM meta WHERE name = 'file'`).Scan(&t.file)
	if err == nil {
		err = do(ctx, t)
	}
	if err != nil {
		return err
	}
	return t.write(ctx)
}

// maxRecent is the number of ids that are remembered. Two of that many headlines
// share a hash in one archive of a million.
const maxRecent = 400000

// recall clears the memory if it is too large or another process has written since
// the last batch.
func (w *Writer) recall(ctx context.Context, inner *tx) error {
	var version int64
	if err := inner.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version); err != nil {
		return err
	}
	if version != w.dataVersion {
		w.memory.forget()
	}
	if len(w.memory.recent)+len(w.memory.valueIDs) > maxRecent {
		w.memory.forgetIDs()
	}
	w.dataVersion = version
	return nil
}

// exec runs a statement outside a batch. The caller holds mu.
func (w *Writer) exec(ctx context.Context, query string, args ...any) error {
	return w.db.Wrap(sqlite.Wait(ctx, func() error {
		_, err := w.write.ExecContext(ctx, query, args...)
		return err
	}))
}
