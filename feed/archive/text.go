package archive

import (
	"bytes"
	"context"
	"io"
	"os"
	"time"

	"dateline/feed/clean"
)

// Text returns an archive of one file in memory, such as standard input. The
// path of the file is name. The caller must not change data afterwards.
func Text(name string, data []byte) Source {
	return &memory{name: name, data: data, time: time.Now()}
}

// memory is an archive of one file in memory.
type memory struct {
	name string
	data []byte
	time time.Time
}

func (m *memory) Name() string { return clean.Line(m.name) }
func (m *memory) Key() string  { return "" }

// Walk implements Source.
func (m *memory) Walk(ctx context.Context, yield func(Entry) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	e := Entry{Path: m.name, Size: int64(len(m.data)), ModTime: m.time}
	if e.Size > MaxSize {
		large := tooLarge(m.name, e.Size)
		e.Problem, e.Detail = large.Problem, large.Detail
	}
	return yield(e)
}

// Read implements Source.
func (m *memory) Read(ctx context.Context, name string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	switch {
	case name != m.name:
		return readInside(ctx, m.open, name, unreadable(name, os.ErrNotExist))
	case len(m.data) > MaxSize:
		return nil, tooLarge(name, int64(len(m.data)))
	}
	return unpack(ctx, bytes.Clone(m.data), name)
}

// open implements opener.
func (m *memory) open(name string) (*file, error) {
	if name != m.name {
		return nil, unreadable(name, os.ErrNotExist)
	}
	return &file{ReaderAt: bytes.NewReader(m.data), Closer: io.NopCloser(nil), size: int64(len(m.data))}, nil
}
