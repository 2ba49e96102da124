package feed

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/marks"
	"dateline/feed/scan"
)

// Store is an open archive.
type Store struct {
	src    archive.Source
	config scan.Config // what all scans of the whole archive have in common
	marks  *marks.Marks
	shelf  *shelf
	log    *slog.Logger

	life context.Context //nolint:containedctx // ends when the store is closed
	end  context.CancelFunc

	watching turn // held by Watch
	settling turn // held by Settle
	mending  turn // held by mend
	scanning turn // held by whatever scans
	mended   bool // a damaged catalog was rebuilt; with mending

	filled *catalog.Catalog // brought up to date with the whole archive; with scanning

	mu       sync.Mutex // guards warnings; no other lock is taken while it is held
	warnings []string
}

// Option changes how Open opens a store.
type Option func(*Store)

// Log makes the store log to l: scans, questions to the catalog, repairs and
// waiting for locks.
func Log(l *slog.Logger) Option { return func(s *Store) { s.log, s.config.Log = l, l } }

// Open opens the store of src. It reads nothing of the archive: what was
// known last time is there at once, and Scan brings it up to date.
//
// A cache or state folder that cannot be used is no error: the store works
// without, and Warnings says so.
func Open(ctx context.Context, src archive.Source, dirs Dirs, options ...Option) (*Store, error) {
	s := &Store{
		src: src, log: slog.New(slog.DiscardHandler),
		watching: newTurn(), settling: newTurn(), mending: newTurn(), scanning: newTurn(),
	}
	newest, _ := src.(archive.Newest)
	s.config = scan.Config{Source: src, Newest: newest, Log: s.log}
	for _, o := range options {
		o(s)
	}
	s.life, s.end = context.WithCancel(context.Background())
	if err := s.openMarks(ctx, ownDir(dirs.State, src.Key())); err != nil {
		return nil, err
	}
	s.shelf = &shelf{marks: s.marks.URI(), warn: s.warn, log: s.log, mutex: newTurn()}
	path := ownDir(dirs.Cache, src.Key())
	if path != "" {
		path = filepath.Join(path, "catalog.db")
	}
	if err := s.shelf.open(ctx, path); err != nil {
		return nil, errors.Join(err, s.marks.Close())
	}
	return s, nil
}

// warn adds a warning. It may be called with any lock held.
func (s *Store) warn(format string, args ...any) {
	warning := fmt.Sprintf(format, args...)
	s.log.Warn(warning)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.warnings = append(s.warnings, warning)
}

// Warnings returns sentences about what the store has to do without, for the
// reader to see once. Each is returned by one call only.
func (s *Store) Warnings() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	w := s.warnings
	s.warnings = nil
	return w
}

// Name is the archive's name, for people.
func (s *Store) Name() string { return s.src.Name() }

// living returns a context that also ends when the store is closed, and a
// function that releases it.
func (s *Store) living(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(s.life, cancel)
	return ctx, func() { stop(); cancel() }
}

// closeWait bounds how long Close waits for a scan that does not end, as when
// the archive's disk does not answer.
const closeWait = 10 * time.Second

// errBusy is the answer of a Close that could not wait any longer.
var errBusy = errors.New("the archive does not answer: a scan of it is still running")

// Close ends a scan and a watch that still run and closes the store. If they do
// not end it gives up after a while and leaves the store open: a catalog
// survives the end of the process at any time.
func (s *Store) Close() error {
	s.end()
	ctx, stop := context.WithTimeout(context.Background(), closeWait)
	defer stop()
	for _, t := range []turn{s.watching, s.settling, s.mending, s.scanning} {
		if t.lock(ctx) != nil {
			return errBusy
		}
		defer t.unlock()
	}
	return errors.Join(s.shelf.close(ctx), s.marks.Close())
}
