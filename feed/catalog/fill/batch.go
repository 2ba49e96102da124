package fill

import (
	"context"

	"dateline/feed/catalog/fts"
)

// batch is a transaction of the writer and the counts that it changes.
type batch struct {
	*tx
	Delta
	memory

	next     map[slot]int64 // the next unused id of a table for a moment and take
	days     map[int64]int  // rows added, by days.day
	folded   map[int64]int  // rows that another take now stands for
	grouped  int            // changes of groups
	fresh    map[int64]bool // rows that were added
	again    map[int64]bool // rows whose takes must be searched for again
	broken   map[int64]bool // other rows, whose groups must be written again
	gone     []gone         // rows that were removed
	text     fullText
	deferred deferred
	words    vocabulary
	facets   facets
	rules    rules
	careful  bool // rows are inserted one by one: some may have the ID of another
	files    int
	doubts   int
	file     int64 // the highest id of a file
}

// slot is a range of ids in a table.
type slot struct {
	table string
	base  int64
}

// memory is what the writer remembers from batch to batch: the ids of recent refs,
// by the hash of the packed headline, because stories of the same time list the same
// headlines, the ids of facet values, and the memory of a Builder.
type memory struct {
	recent   map[uint64]int64
	valueIDs map[[2]string]int64
	seen     seenFilter // nil unless Filling has prepared for many files
	builder  *fts.Builder
}

func newMemory() memory {
	return memory{recent: map[uint64]int64{}, valueIDs: map[[2]string]int64{}, builder: fts.NewBuilder()}
}

// forget clears m after another process has written.
func (m *memory) forget() {
	m.forgetIDs()
	m.seen = nil
}

// forgetIDs clears what does not hold after a batch has failed. The filter then has
// values that are in no table, which does no harm.
func (m *memory) forgetIDs() {
	clear(m.recent)
	clear(m.valueIDs)
}

// write ends the batch: it writes the deferred rows and the counts.
func (t *batch) write(ctx context.Context) error {
	parts := []func(context.Context, *tx) error{t.deferred.insert, t.words.write, t.facets.write}
	for _, write := range parts {
		if err := write(ctx, t.tx); err != nil {
			return err
		}
	}
	if err := t.spoil(ctx); err != nil {
		return err
	}
	if err := t.group(ctx); err != nil {
		return err
	}
	total, folded, err := t.countDays(ctx)
	if err != nil {
		return err
	}
	for name, n := range map[string]int{
		"stories": total, "folded": folded, "grouped": t.grouped, "doubts": t.doubts, "files": t.files, "loose": t.text.segments(),
		"added": t.Added, "changed": t.Changed, "removed": t.Removed,
	} {
		if err := t.exec(ctx, `UPDATE meta SET value = value + ? WHERE name = ?`, n, name); err != nil {
			return err
		}
	}
	if err := t.exec(ctx, `UPDATE meta SET value = ? WHERE name = 'file'`, t.file); err != nil {
		return err
	}
	return t.text.write(ctx, t.tx, t.builder)
}

// countDays updates table days and returns how many rows and folded rows there are more.
func (t *batch) countDays(ctx context.Context) (total, folded int, err error) {
	for day, n := range t.folded {
		folded += n
		t.days[day] += 0 // makes an entry
	}
	for day, n := range t.days {
		total += n
		err := t.exec(ctx, `INSERT INTO days VALUES (?1, ?2, ?3) ON CONFLICT (day) DO UPDATE SET n = n + ?2, folded = folded + ?3`, day, n, t.folded[day])
		if err != nil {
			return 0, 0, err
		}
	}
	return total, folded, nil
}
