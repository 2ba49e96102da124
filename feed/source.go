package feed

import (
	"context"
	"time"
)

// Source is where story files come from.
type Source interface {
	Name() string
	Key() string
	Walk(ctx context.Context, yield func(Entry) error) error
	Read(ctx context.Context, path string) ([]byte, error)
}

// Entry is a file of a Source.
type Entry struct {
	Path            string
	Size            int64
	ModTime         time.Time
	Problem, Detail string
}
