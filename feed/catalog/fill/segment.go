package fill

import (
	"context"
	"strings"

	"dateline/feed/catalog/fts"
)

// maxSegments is the number of segments at which those of a table are merged before more
// are added. FTS5 reads no index of more than 2000.
const maxSegments = 512

// mergeAll is more pages than an index has.
const mergeAll = 1 << 30

// insertSegment adds the documents of b to a full-text table. It writes the tables of FTS5
// itself, so FTS5 first has to write what it has in memory, and to forget the structure: it
// only reads it again if another connection has written, or if it is told to merge.
func insertSegment(ctx context.Context, t *tx, table string, b *fts.Builder) error {
	if b.Len() == 0 {
		return nil
	}
	if err := t.exec(ctx, `INSERT INTO `+table+`(`+table+`) VALUES ('flush')`); err != nil {
		return err
	}
	s, err := structure(ctx, t, table, 0)
	if err == nil && s.Segments() >= maxSegments {
		s, err = structure(ctx, t, table, mergeAll)
	}
	if err != nil {
		return err
	}
	var averages []byte
	if _, err := t.value(ctx, &averages, `SELECT block FROM `+table+`_data WHERE id = ?`, fts.AveragesID); err != nil {
		return err
	}
	if averages, err = fts.AddAverages(averages, b.Len(), b.Totals()); err != nil {
		return err
	}
	w := &segmentWriter{ctx: ctx, tx: t, table: table, segment: s.Free(), origin: s.Origin()}
	leaves, err := b.Write(w.segment, w)
	if err != nil {
		return err
	}
	if leaves > 0 {
		s.Add(w.segment, leaves, b.Len())
	}
	if err := w.flush(); err != nil {
		return err
	}
	update := `UPDATE ` + table + `_data SET block = ? WHERE id = ?`
	if err := t.exec(ctx, update, averages, fts.AveragesID); err != nil {
		return err
	}
	return t.exec(ctx, update, s.Append(nil), fts.StructureID)
}

// structure merges about that many pages of a table and returns its structure.
func structure(ctx context.Context, t *tx, table string, pages int) (*fts.Structure, error) {
	if err := t.exec(ctx, `INSERT INTO `+table+`(`+table+`, rank) VALUES ('merge', ?)`, pages); err != nil {
		return nil, err
	}
	var record []byte
	if _, err := t.value(ctx, &record, `SELECT block FROM `+table+`_data WHERE id = ?`, fts.StructureID); err != nil {
		return nil, err
	}
	return fts.ParseStructure(record)
}

// segmentWriter is the fts.Sink of a segment.
type segmentWriter struct {
	*tx

	ctx     context.Context //nolint:containedctx // of one call
	table   string
	segment int
	origin  int64
	sizes   []any  // rows of %_docsize that are not in the table yet
	bytes   []byte // of sizes
}

func (w *segmentWriter) Data(id int64, block []byte) error {
	return w.exec(w.ctx, `INSERT INTO `+w.table+`_data VALUES (?, ?)`, id, block)
}

func (w *segmentWriter) Index(term []byte, page int64) error {
	return w.exec(w.ctx, `INSERT INTO `+w.table+`_idx VALUES (?, ?, ?)`, w.segment, term, page)
}

// sizeColumns is the number of columns of %_docsize.
const sizeColumns = 3

func (w *segmentWriter) Size(id int64, sizes []byte) error {
	if len(w.sizes) == 0 {
		w.bytes = w.bytes[:0]
	}
	start := len(w.bytes)
	w.bytes = append(w.bytes, sizes...)
	w.sizes = append(w.sizes, id, w.bytes[start:len(w.bytes):len(w.bytes)], w.origin)
	if len(w.sizes) < manyRows*sizeColumns {
		return nil
	}
	row := `(?, ?, ?)`
	err := w.exec(w.ctx, `INSERT INTO `+w.table+`_docsize VALUES `+row+strings.Repeat(`, `+row, manyRows-1), w.sizes...)
	w.sizes = w.sizes[:0]
	return err
}

// flush writes the remaining rows of %_docsize.
func (w *segmentWriter) flush() error {
	for ; len(w.sizes) > 0; w.sizes = w.sizes[sizeColumns:] {
		if err := w.exec(w.ctx, `INSERT INTO `+w.table+`_docsize VALUES (?, ?, ?)`, w.sizes[:sizeColumns]...); err != nil {
			return err
		}
	}
	return nil
}
