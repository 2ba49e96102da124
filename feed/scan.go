package feed

import (
	"context"
	"time"

	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
	"dateline/feed/scan"
)

// Progress is how far a scan has come.
type Progress = scan.Progress

// reportEvery is how often a process that waits for another's scan reports what
// that one has done.
const reportEvery = 100 * time.Millisecond

// maxTries is how often a scan begins again with another catalog.
const maxTries = 2

// Scan brings the catalog up to date with the archive: it compares path, size,
// time and inode of every file, newest folders first, reads files that are new
// or changed, and removes those that are gone. Files whose rows were made by
// the rules of another version are read again after that, newest first; until
// then the old rows stay. report, which may be nil, is called as package scan
// promises, and a last time with Done when marks have followed the stories that
// moved.
//
// A bad file never stops the rest. When ctx ends, what was read stays, and the
// next scan carries on. Of several processes on one archive one scans at a
// time; the others wait, report what becomes visible, and then look for
// themselves, which is quick.
func (s *Store) Scan(ctx context.Context, report func(Progress)) (Progress, error) {
	ctx, release := s.living(ctx)
	defer release()
	if err := s.scanning.lock(ctx); err != nil {
		return Progress{}, err
	}
	defer s.scanning.unlock()
	p, err := s.scan(ctx, s.config, report)
	return p, s.plain(err)
}

// scan is Scan for the goroutine that holds scanning, with a context that ends when
// the store is closed.
func (s *Store) scan(ctx context.Context, c scan.Config, report func(Progress)) (Progress, error) {
	if report == nil {
		report = func(Progress) {}
	}
	unlock, err := s.elect(ctx, report)
	if err != nil {
		return Progress{}, err
	}
	defer unlock()
	for tries := 0; ; tries++ {
		if cat := s.shelf.catalog(); cat.Gone() {
			s.shelf.replace(ctx, cat, catalog.ErrGone)
		}
		if !c.Whole() && s.filled != s.shelf.catalog() {
			c = s.config // a new catalog lacks more than what has changed
		}
		c.Catalog, c.Report = s.shelf.catalog(), report
		res, err := scan.Run(ctx, c)
		if err == nil {
			err = s.conclude(ctx, &c, res)
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

// conclude lets marks follow the stories that a scan found elsewhere, and notes
// in the catalog that the scan ended.
func (s *Store) conclude(ctx context.Context, c *scan.Config, res scan.Result) error {
	if res.Moved {
		if err := s.adopt(ctx, c.Catalog, res.Edited); err != nil {
			return err
		}
	}
	if c.Whole() {
		return c.Catalog.Scanned(ctx)
	}
	return nil
}

// elect waits until this process is the one that scans, and returns a function
// that ends that. While another scans it reports what that one does. Where files
// cannot be locked every process scans, which is only slower.
func (s *Store) elect(ctx context.Context, report func(Progress)) (release func(), err error) {
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

// othersScan reports whether another process scans.
func (s *Store) othersScan() bool {
	l := lockBeside(s.shelf.path(), scanLock)
	defer l.release()
	return !l.try()
}
