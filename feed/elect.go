package feed

import (
	"context"
	"path/filepath"
	"time"
)

// elect waits until this process is the one that scans, and returns what ends
// that. While another scans it reports the stories that become visible. Where
// files cannot be locked every process scans, which is only slower.
func (s *Store) elect(ctx context.Context, report func(Progress)) (release func(), err error) {
	path := s.catalogPath()
	if path == "" {
		return func() {}, nil
	}
	l, err := newLock(filepath.Join(filepath.Dir(path), "scan.lock"))
	if err != nil {
		return func() {}, nil //nolint:nilerr // see above
	}
	first, last := -1, -1
	for !l.try() {
		if n, err := s.catalog().Counts(ctx); err == nil && n.Stories != last {
			if last = n.Stories; first < 0 {
				first = last
			}
			report(Progress{Added: max(last-first, 0)})
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
