package archive

import (
	"slices"
	"time"
)

// mostPending is how many paths wait before everything is walked instead.
const mostPending = 20000

// pending is what has changed and was not told yet.
type pending struct {
	paths map[string]span
	all   span // what may have changed anywhere
}

// span is from the first to the last that happened.
type span struct{ first, last time.Time }

func newPending() pending { return pending{paths: map[string]span{}} }

func (p *pending) empty() bool { return len(p.paths) == 0 && p.all.first.IsZero() }

// add notes that something happened at path.
func (p *pending) add(path string, now time.Time) {
	s, ok := p.paths[path]
	if !ok && len(p.paths) >= mostPending {
		p.everything(now)
		return
	}
	p.paths[path] = s.and(now)
}

// everything notes that something happened somewhere.
func (p *pending) everything(now time.Time) { p.all = p.all.and(now) }

// due takes out what is still or has waited for long; all says that this is
// everything.
func (p *pending) due(now time.Time) (paths []string, all bool) {
	if !p.all.first.IsZero() {
		return nil, p.all.due(now)
	}
	for path, s := range p.paths {
		if s.due(now) {
			paths = append(paths, path)
			delete(p.paths, path)
		}
	}
	slices.SortFunc(paths, descending)
	return paths, false
}

func (s span) and(now time.Time) span {
	if s.first.IsZero() {
		s.first = now
	}
	s.last = now
	return s
}

func (s span) due(now time.Time) bool {
	return now.Sub(s.last) >= still || now.Sub(s.first) >= held
}
