package feed

import (
	"context"
	"time"

	"dateline/feed/archive/glance"
	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
	"dateline/feed/scan"
)

// Progress describes how far a scan is.
type Progress = scan.Progress

// reportEvery is the interval at which a process that waits for the scan of another
// process reports that scan's changes.
const reportEvery = 100 * time.Millisecond

// maxTries is the number of times that a scan starts again with another catalog.
const maxTries = 2

// Scan brings the catalog up to date with the archive. It compares the path, size,
// time and inode of every file, newest folders first, reads files that are new or
// changed, and removes those that are gone from the catalog. Then it reads again,
// newest first, the files whose rows were made by the rules of another version; until
// then the old rows stay. It calls report, which may be nil, as package scan
// documents, and once more with Done when the marks have moved with their stories.
//
// A bad file never stops the scan. When ctx ends, the catalog keeps what was read, and
// the next scan continues from there. One process at a time scans an archive; the
// others wait, report the changes that they see, and then scan too, which is quick.
func (s *Store) Scan(ctx context.Context, report func(Progress)) (Progress, error) {
	ctx, release := s.untilClosed(ctx)
	defer release()
	if err := s.scanning.lock(ctx); err != nil {
		return Progress{}, err
	}
	defer s.scanning.unlock()
	p, err := s.scan(ctx, pass{Config: s.config}, report)
	return p, s.plain(err)
}

// pass is one scan of a store.
type pass struct {
	scan.Config

	changes *glance.Changes // the paths of Config, if a glance found them
}

// scan is Scan for a goroutine that holds s.scanning. Its context ends when the store
// is closed.
func (s *Store) scan(ctx context.Context, c pass, report func(Progress)) (Progress, error) {
	if report == nil {
		report = func(Progress) {}
	}
	unlock, err := s.lockScan(ctx, report)
	if err != nil {
		return Progress{}, err
	}
	defer unlock()
	return s.scanLocked(ctx, c, report)
}

// scanLocked is scan for a process that holds scanLock.
func (s *Store) scanLocked(ctx context.Context, c pass, report func(Progress)) (Progress, error) {
	for tries := 0; ; tries++ {
		if cat := s.shelf.catalog(); cat.Gone() {
			s.shelf.replace(ctx, cat, catalog.ErrGone)
		}
		if !c.Whole() && s.filled != s.shelf.catalog() {
			c = pass{Config: s.config} // a new catalog needs the whole archive
		}
		c.Catalog, c.Report = s.shelf.catalog(), report
		before, err := c.Catalog.Changed(ctx)
		var res scan.Result
		if err == nil {
			res, err = scan.Run(ctx, c.Config)
		}
		if err == nil {
			err = s.finish(ctx, &c, res, before)
		}
		switch {
		case err == nil && s.shelf.catalog() == c.Catalog:
			res.Total, res.Done = res.Seen, true
			report(res.Progress)
			if c.Whole() {
				s.filled = c.Catalog
			}
			s.shelf.dropOld()
			return res.Progress, nil
		case ctx.Err() != nil, tries == maxTries:
			return res.Progress, err
		case err != nil && !s.shelf.replace(ctx, c.Catalog, err):
			return res.Progress, err
		}
	}
}

// finish moves the marks of stories that moved, records in the catalog that the scan ended, and
// finds the stories of corrections and kills. That comes last because it takes seconds after a
// first load, and other processes need not wait for it. Before is the state of the catalog
// before the scan.
func (s *Store) finish(ctx context.Context, c *pass, res scan.Result, before string) error {
	if err := s.follow(ctx, c.Catalog, res, before); err != nil {
		return err
	}
	if err := bindIn(ctx, c.Catalog); err != nil {
		return err
	}
	if err := s.record(ctx, c); err != nil {
		return err
	}
	return c.Catalog.Announce(ctx)
}

// record records in the catalog that a scan ended.
func (s *Store) record(ctx context.Context, c *pass) error {
	if !c.Whole() && c.changes == nil {
		return nil // the folders are as they were recorded, or a glance finds that they are not
	}
	f := fill.Folders{Whole: c.Whole()}
	if c.changes != nil {
		f.Dropped = c.changes.Dropped
	}
	list, again, ok := s.folders.Folders()
	if f.Again = again; ok {
		f.List = c.changes.With(list)
	}
	defer s.folders.Reset()
	return c.Catalog.Scanned(ctx, f)
}

// lockScan waits for scanLock and returns a function that releases it. While another
// process scans it reports the changes of that scan. If files cannot be locked every
// process scans, which is only slower.
func (s *Store) lockScan(ctx context.Context, report func(Progress)) (release func(), err error) {
	l := lockBeside(s.shelf.path(), scanLock)
	began := time.Now()
	var b baseline
	var last fill.Delta
	waited, err := l.wait(ctx, reportEvery, func() {
		if d := b.since(ctx, s.shelf.catalog()); d != last {
			last = d
			p := Progress{Began: began}
			p.Add(d)
			report(p)
		}
	})
	if err != nil {
		return nil, err
	}
	if waited >= reportEvery {
		s.log.Info("waited for a lock", "lock", scanLock, "took", waited)
	}
	return l.release, nil
}

// anotherScans reports whether another process scans.
func (s *Store) anotherScans() bool {
	l := lockBeside(s.shelf.path(), scanLock)
	defer l.release()
	return !l.try()
}
