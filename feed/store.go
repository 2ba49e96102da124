package feed

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/marks"
)

// Store is an open archive.
type Store struct {
	src   archive.Source
	marks *marks.Marks

	closing   chan struct{} // closed when the store is to be
	closed    sync.Once
	watching  sync.Mutex // held by Watch
	scanning  sync.Mutex // held by whoever scans
	settling  sync.Mutex // held by Settle
	replacing sync.Mutex // held by whoever replaces the catalog
	mending   sync.Mutex // held by mend
	mended    bool
	filled    *catalog.Catalog // brought up to date with all of the archive; with scanning

	mu       sync.Mutex
	cache    string // where the catalog lies; empty: in memory
	cat      *catalog.Catalog
	retired  []*catalog.Catalog // replaced, and perhaps still read from
	temp     string             // a folder that goes with Close
	warnings []string
}

// Open opens the store of src. It reads nothing of the archive: what was
// known last time is there at once, and Scan brings it up to date.
//
// A cache or state folder that cannot be used is no error: the store works
// without, and Warnings says so.
func Open(ctx context.Context, src archive.Source, dirs Dirs) (*Store, error) {
	s := &Store{src: src, cache: ownDir(dirs.Cache, src.Key()), closing: make(chan struct{})}
	if err := s.openMarks(ctx, ownDir(dirs.State, src.Key())); err != nil {
		return nil, err
	}
	if err := s.openCatalog(ctx); err != nil {
		return nil, errors.Join(err, s.marks.Close())
	}
	return s, nil
}

// openCatalog opens the catalog where it belongs, else in a temporary
// folder, else in memory.
func (s *Store) openCatalog(ctx context.Context) error {
	path := s.catalogPath()
	if path == "" {
		return s.useMemory(ctx)
	}
	release, err := s.alone(ctx)
	if err != nil {
		return err
	}
	defer release()
	return s.openThere(ctx, path)
}

// openThere is openCatalog for whoever is alone.
func (s *Store) openThere(ctx context.Context, path string) error {
	cat, reset, err := catalog.Open(ctx, catalog.Options{Path: path, Marks: s.marks.URI()})
	if err == nil {
		if reset {
			s.warn("The catalog was damaged or old; it is made again.")
		}
		s.use(cat)
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s.warn("The catalog is not kept: %s.", marks.Trouble(path, err))
	if s.useTemp(ctx) == nil {
		return nil
	}
	return s.useMemory(ctx)
}

func (s *Store) useMemory(ctx context.Context) error {
	cat, _, err := catalog.Open(ctx, catalog.Options{Marks: s.marks.URI()})
	if err == nil {
		s.use(cat)
	}
	return err
}

// useTemp puts the catalog into a folder that goes with Close.
func (s *Store) useTemp(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "dateline-")
	if err != nil {
		return err
	}
	cat, _, err := catalog.Open(ctx, catalog.Options{Path: filepath.Join(dir, "catalog.db"), Marks: s.marks.URI()})
	if err != nil {
		return errors.Join(err, os.RemoveAll(dir))
	}
	s.mu.Lock()
	s.temp, s.cache = dir, ""
	s.mu.Unlock()
	s.use(cat)
	return nil
}

// catalogPath is where the catalog belongs; empty where it is not kept.
func (s *Store) catalogPath() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cache == "" {
		return ""
	}
	return filepath.Join(s.cache, "catalog.db")
}

// use makes cat the catalog. One that was there may still be read from, and
// is closed with the store.
func (s *Store) use(cat *catalog.Catalog) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cat != nil {
		s.retired = append(s.retired, s.cat)
	}
	s.cat = cat
}

// catalog is the catalog in use.
func (s *Store) catalog() *catalog.Catalog {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cat
}

func (s *Store) warn(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.warnings = append(s.warnings, fmt.Sprintf(format, args...))
}

// Warnings are sentences about what the store has to do without, for the
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

// living returns a context that also ends when the store is closed, and what
// ends it before.
func (s *Store) living(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := context.WithCancel(ctx)
	go func() {
		select {
		case <-s.closing:
			stop()
		case <-ctx.Done():
		}
	}()
	return ctx, stop
}

// Close ends a scan and a watch that still run and closes the store.
func (s *Store) Close() error {
	s.closed.Do(func() { close(s.closing) })
	s.watching.Lock()
	defer s.watching.Unlock()
	s.scanning.Lock()
	defer s.scanning.Unlock()
	s.settling.Lock()
	defer s.settling.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, cat := range append(slices.Clone(s.retired), s.cat) {
		errs = append(errs, cat.Close())
	}
	errs = append(errs, s.marks.Close())
	if s.temp != "" {
		errs = append(errs, os.RemoveAll(s.temp))
	}
	return errors.Join(errs...)
}
