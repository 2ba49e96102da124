package feed

import (
	"context"
	"path/filepath"
	"time"

	"dateline/feed/catalog"
)

// The locks of a catalog that several processes use. Each is held by one: the
// first while it scans, the second by the one that watches, as long as it does,
// the third while it opens the catalog or sets it aside.
const (
	scanLock  = "scan.lock"
	watchLock = "watch.lock"
	openLock  = "open.lock"
)

// lockNamed returns the lock of that name; nil where nothing can be locked or
// need be.
func (s *Store) lockNamed(name string) *lock {
	path := s.catalogPath()
	if path == "" {
		return nil
	}
	l, err := newLock(filepath.Join(filepath.Dir(path), name))
	if err != nil {
		return nil
	}
	return l
}

// elect waits until this process is the one that scans, and returns what ends
// that. While another scans it reports what that one does. Where files cannot
// be locked every process scans, which is only slower.
func (s *Store) elect(ctx context.Context, report func(Progress)) (release func(), err error) {
	l := s.lockNamed(scanLock)
	if l == nil {
		return func() {}, nil
	}
	t, began := tally{}, time.Now()
	var last catalog.Delta
	for !l.try() {
		if d := t.since(ctx, s.catalog()); d != last {
			last = d
			p := Progress{Began: began}
			add(&p, d)
			report(p)
		}
		select {
		case <-ctx.Done():
			l.release()
			return nil, ctx.Err()
		case <-time.After(reportEvery):
		}
	}
	return l.release, nil
}

// scanned reports whether another process scans.
func (s *Store) scanned() bool {
	l := s.lockNamed(scanLock)
	if l == nil {
		return false
	}
	defer l.release()
	return !l.try()
}

// tally is what was done to a catalog up to some time. The zero tally begins
// with the first question.
type tally struct {
	cat  *catalog.Catalog
	base catalog.Delta
}

// since is what was done to cat since then. Of a catalog that was put in the
// place of another, all is new.
func (t *tally) since(ctx context.Context, cat *catalog.Catalog) catalog.Delta {
	now, err := cat.Tally(ctx)
	if err != nil {
		return catalog.Delta{}
	}
	if t.cat != cat {
		if t.cat == nil {
			t.base = now
		} else {
			t.base = catalog.Delta{}
		}
		t.cat = cat
	}
	return catalog.Delta{Added: now.Added - t.base.Added, Changed: now.Changed - t.base.Changed, Removed: now.Removed - t.base.Removed}
}

// reset lets the tally begin anew after d.
func (t *tally) reset(d catalog.Delta) {
	t.base.Added += d.Added
	t.base.Changed += d.Changed
	t.base.Removed += d.Removed
}
