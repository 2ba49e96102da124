package feed

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"dateline/feed/archive"
	"dateline/feed/archive/glance"
	"dateline/feed/catalog"
	"dateline/feed/locale"
	"dateline/feed/marks"
	"dateline/feed/scan"
	"dateline/feed/story"
)

// Store is an open archive.
type Store struct {
	src    archive.Source
	config scan.Config // the common part of all scans of the whole archive
	marks  *marks.Marks
	shelf  *shelf
	log    *slog.Logger

	ctx    context.Context //nolint:containedctx // ends when the store is closed
	cancel context.CancelFunc

	look chan struct{} // asks the watch to look at the archive

	watching  mutex // held by Watch
	settling  mutex // held by Settle
	repairing mutex // held by repair
	scanning  mutex // held by scans
	repaired  bool  // a damaged catalog was rebuilt; guarded by repairing

	filled  *catalog.Catalog // brought up to date with the whole archive; guarded by scanning
	folders glance.Log       // of the last scan of everything, or of a glance; guarded by scanning
	trusted atomic.Bool      // the last Refresh compared folders

	mu       sync.Mutex // guards warnings; no other lock is taken while it is held
	warnings []string
}

// Option changes how Open opens a store.
type Option func(*Store)

// Log makes the store log to l: scans, calls of the catalog, repairs and waits for
// locks.
func Log(l *slog.Logger) Option { return func(s *Store) { s.log, s.config.Log = l, l } }

// Open opens the store of src. It does not read the archive: the stories of the last
// scan are available at once, and Scan brings them up to date.
//
// A cache or state folder that cannot be used is not an error: the store works
// without it, and Warnings reports it.
func Open(ctx context.Context, src archive.Source, dirs Dirs, options ...Option) (*Store, error) {
	s := &Store{
		log:      slog.New(slog.DiscardHandler),
		look:     make(chan struct{}, 1),
		watching: newMutex(), settling: newMutex(), repairing: newMutex(), scanning: newMutex(),
	}
	src = archive.Recorded(src, &s.folders)
	s.src = src
	newest, _ := src.(archive.Newest)
	s.config = scan.Config{Source: src, Newest: newest, Log: s.log}
	for _, o := range options {
		o(s)
	}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	if err := s.openMarks(ctx, dirs.State); err != nil {
		return nil, err
	}
	s.shelf = &shelf{marks: s.marks.Attached(), warn: s.warn, log: s.log, mutex: newMutex()}
	path := ownDir(dirs.Cache, src.Key())
	if path != "" {
		path = filepath.Join(path, "catalog.db")
	}
	if err := s.shelf.open(ctx, path); err != nil {
		return nil, errors.Join(err, s.marks.Close())
	}
	return s, nil
}

// warn adds a warning. It may be called while any other lock is held.
func (s *Store) warn(format string, args ...any) {
	s.log.Warn(fmt.Sprintf(format, args...))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.warnings = append(s.warnings, locale.F(format, args...))
}

// Warnings returns sentences for the user about problems that the store works around.
// Each is returned only once.
func (s *Store) Warnings() []string {
	for _, w := range s.marks.Warnings() {
		s.warn("%s", w)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	w := s.warnings
	s.warnings = nil
	return w
}

// Name returns the archive's name for the screen.
func (s *Store) Name() string { return s.src.Name() }

// Path returns the absolute path of the archive, "" if it is not on disk.
func (s *Store) Path() string {
	if key := s.src.Key(); filepath.IsAbs(key) {
		return key
	}
	return ""
}

// FilePath returns the absolute path of the file of a row, which may have other
// stories. If the archive is not on disk, it is the path of the row.
func (s *Store) FilePath(row *story.Row) string {
	location, path := s.Path(), filepath.FromSlash(row.Path)
	if location == "" {
		return path
	}
	whole := fileIn(location, path)
	i := strings.LastIndexByte(path, '#')
	if i < 0 {
		return whole
	}
	if _, err := os.Lstat(whole); err == nil { // the "#" is in its name
		return whole
	}
	return fileIn(location, path[:i])
}

// fileIn returns the absolute path of a file of the archive at location.
func fileIn(location, path string) string {
	if filepath.Base(location) == path { // the archive is one file
		return location
	}
	return filepath.Join(location, path)
}

// untilClosed returns a context that also ends when the store is closed, and a
// function that releases it.
func (s *Store) untilClosed(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(s.ctx, cancel)
	return ctx, func() { stop(); cancel() }
}

// closeWait is the longest time that Close waits for a scan to end, which may not
// happen if the archive's disk does not respond.
const closeWait = 10 * time.Second

// errBusy is the error of Close after closeWait.
var errBusy = error(locale.Error("the archive does not respond: a scan is still running"))

// Close ends the running scan and watch and closes the store. If they do not end it
// gives up after a while and leaves the store open, which is safe: a catalog survives
// the end of the process at any time.
func (s *Store) Close() error {
	s.cancel()
	ctx, stop := context.WithTimeout(context.Background(), closeWait)
	defer stop()
	for _, m := range []mutex{s.watching, s.settling, s.repairing, s.scanning} {
		if m.lock(ctx) != nil {
			return errBusy
		}
		defer m.unlock()
	}
	return errors.Join(s.shelf.close(ctx), s.marks.Close())
}
