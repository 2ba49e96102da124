package marks

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"slices"
)

// Where patched finds values in a database file, whose format is documented at
// https://www.sqlite.org/fileformat.html.
const (
	headerSize = 100
	versionsAt = 18 // of the format: 2, 2 for a file with a log
	changeAt   = 24 // the change counter
	pagesAt    = 28 // the size of the file in pages
	freeAt     = 32 // the first page of the free list and their number, 8 bytes
	validForAt = 92 // the change counter when the size was written
)

// patch is an undamaged file that has the same tables and no rows, and which of its pages,
// counted from 0, have the schema.
type patch struct {
	data   []byte
	schema []int
}

// newPatch returns the patch of a file that has no rows yet.
func newPatch(ctx context.Context, db *sql.DB, path string) (*patch, error) {
	trees, err := column[int](ctx, db, `SELECT DISTINCT rootpage - 1 FROM sqlite_schema WHERE rootpage > 0`)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil || len(data) < headerSize {
		return nil, errors.Join(err, errNotMarks)
	}
	p := &patch{data: data}
	for page := range len(data) / pageSize {
		if !slices.Contains(trees, page) {
			p.schema = append(p.schema, page)
		}
	}
	return p, nil
}

// write copies the marks at path, and their log, to a file with the header of p, so that
// SQLite opens it, and if schema is true with the schema of p.
func (p *patch) write(path, to string, schema bool) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	log, err := os.ReadFile(path + "-wal")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.WriteFile(to, p.patched(data, schema), 0o600); err != nil || len(log) == 0 {
		return err
	}
	return os.WriteFile(to+"-wal", log, 0o600)
}

// patched returns data with the header of p, and if schema is true with its schema.
func (p *patch) patched(data []byte, schema bool) []byte {
	const size = pageSize
	n := max((len(data)+size-1)/size, len(p.data)/size)
	out := make([]byte, n*size)
	copy(out, data)
	if schema {
		for _, page := range p.schema {
			copy(out[page*size:(page+1)*size], p.data[page*size:])
		}
	}
	copy(out[:headerSize], p.data)
	out[versionsAt], out[versionsAt+1] = 2, 2
	binary.BigEndian.PutUint32(out[pagesAt:], uint32(n))
	copy(out[validForAt:validForAt+4], out[changeAt:changeAt+4])
	clear(out[freeAt : freeAt+8])
	return out
}
