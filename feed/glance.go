package feed

import (
	"bytes"
	"context"
	"errors"
	"time"

	"dateline/feed/archive"
	"dateline/feed/archive/glance"
	"dateline/feed/catalog"
	"dateline/feed/locale"
	"dateline/feed/scan"
)

// Refresh brings the catalog up to date as Scan does, but compares the folders of the
// archive, not its files, so that its cost does not depend on their number: it finds
// files that were added, removed, moved or replaced by a rename, but not those that
// were edited in place. While another process scans, Refresh leaves the changes to it
// and does not wait.
//
// Refresh is Scan if the archive was never scanned completely, if other rules made its
// rows, or if the times of its folders do not show changes; see Comparison.
func (s *Store) Refresh(ctx context.Context, report func(Progress)) (Progress, error) {
	ctx, release := s.untilClosed(ctx)
	defer release()
	if err := s.scanning.lock(ctx); err != nil {
		return Progress{}, err
	}
	defer s.scanning.unlock()
	if report == nil {
		report = func(Progress) {}
	}
	p, done, err := s.refresh(ctx, report)
	if !done && ctx.Err() == nil {
		p, err = s.scan(ctx, pass{Config: s.config}, report)
	}
	return p, s.plain(err)
}

// refresh is Refresh for a goroutine that holds s.scanning. It is not done if the
// whole archive has to be scanned.
func (s *Store) refresh(ctx context.Context, report func(Progress)) (p Progress, done bool, err error) {
	cat := s.shelf.catalog()
	state, err := s.state(ctx, cat)
	if err != nil || !state.Scanned {
		return p, false, err
	}
	changes, err := s.glance(ctx, cat, &state)
	p = Progress{Began: time.Now(), Done: true}
	if ctx.Err() != nil {
		return p, true, err
	}
	if err == nil && changes.None() && !state.Stale {
		return p, true, s.adoptNew(ctx, cat)
	}
	lock := lockBeside(s.shelf.path(), scanLock)
	if !lock.try() {
		return p, true, nil
	}
	defer lock.release()
	if err == nil && changes.None() { // the process that scanned last was killed before it did this
		return p, true, cat.Announce(ctx)
	}
	if _, distrusted := errors.AsType[*glance.DistrustError](err); distrusted && s.anotherWatches() {
		return p, true, nil
	}
	if err == nil {
		changes, err = s.again(ctx, cat, state, changes)
	}
	if err != nil {
		return p, false, err
	}
	p, err = s.scanChanges(ctx, cat, changes, report)
	return p, true, err
}

// state returns the state of cat. A catalog that is gone or not kept was never scanned.
func (s *Store) state(ctx context.Context, cat *catalog.Catalog) (catalog.State, error) {
	if s.shelf.path() == "" || cat.Gone() {
		return catalog.State{}, nil
	}
	return cat.State(ctx, scan.Rules)
}

// glance compares the folders of the archive with the records of cat.
func (s *Store) glance(ctx context.Context, cat *catalog.Catalog, state *catalog.State) (*glance.Changes, error) {
	if !state.Current {
		return nil, glance.ErrUnrecorded
	}
	changes, err := glance.Compare(ctx, s.src.Key(), state.Packed, cat)
	s.trusted.Store(err == nil)
	return changes, err
}

// again returns changes, or those to the records that another process has written
// since state was read. The caller holds scanLock.
func (s *Store) again(ctx context.Context, cat *catalog.Catalog, state catalog.State, changes *glance.Changes) (*glance.Changes, error) {
	cur, err := s.state(ctx, cat)
	if err != nil || bytes.Equal(cur.Packed, state.Packed) {
		return changes, err
	}
	return s.glance(ctx, cat, &cur)
}

// scanChanges scans what a glance has found, for a process that holds scanLock.
func (s *Store) scanChanges(ctx context.Context, cat *catalog.Catalog, changes *glance.Changes, report func(Progress)) (Progress, error) {
	src, ok := s.src.(archive.Glancer)
	if !ok {
		return Progress{}, glance.ErrUnrecorded
	}
	s.filled = cat
	c := pass{Config: s.config, changes: changes}
	c.Paths = append(make([]string, 0, len(changes.Paths)), changes.Paths...) // nil means everything
	c.Walk = func(ctx context.Context, yield func(archive.Entry) error) error { return src.Only(ctx, changes, yield) }
	return s.scanLocked(ctx, c, report)
}

// anotherWatches reports whether another process watches.
func (s *Store) anotherWatches() bool {
	l := lockBeside(s.shelf.path(), watchLock)
	defer l.release()
	return !l.try()
}

// Comparison says how Refresh compares the archive with the catalog.
type Comparison struct {
	Folders bool   // by the times of its folders, else by those of all files
	Reason  string // why not by folders
}

// Comparison says how Refresh compares the archive with the catalog: by folders, as it
// did last, or what it would do now.
func (s *Store) Comparison(ctx context.Context) (Comparison, error) {
	if _, ok := s.src.(archive.Glancer); !ok {
		return Comparison{Reason: locale.T("the archive is not a folder")}, nil
	}
	if s.trusted.Load() {
		return Comparison{Folders: true}, nil
	}
	state, err := withCatalog(ctx, s, "state", func(c *catalog.Catalog) (catalog.State, error) { return s.state(ctx, c) })
	if err != nil {
		return Comparison{}, err
	}
	if err := glance.Trust(ctx, s.src.Key(), state.Packed); err != nil {
		return Comparison{Reason: err.Error()}, ctx.Err()
	}
	return Comparison{Folders: true}, nil
}
