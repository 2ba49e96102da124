package watch

import (
	"sort"
	"time"

	"dateline/feed/archive/names"
)

// When a change is reported.
const (
	quiet    = 400 * time.Millisecond  // once nothing has happened at its path for this long
	maxDelay = 1500 * time.Millisecond // at the latest, after its first event
	poll     = 100 * time.Millisecond  // the time between two checks for either
)

// maxPending is the largest number of paths; with more, everything is reported.
const maxPending = 20000

// pending holds the changes that are not reported yet.
type pending struct {
	paths map[string]span
	all   span // of changes whose path is not known
}

// span is the time from the first to the last event of a change.
type span struct{ first, last time.Time }

func newPending() pending { return pending{paths: map[string]span{}} }

func (p *pending) empty() bool { return len(p.paths) == 0 && p.all.first.IsZero() }

// add records an event at path.
func (p *pending) add(path string, now time.Time) {
	s, ok := p.paths[path]
	if !ok && len(p.paths) >= maxPending {
		p.addEverything(now)
		return
	}
	p.paths[path] = s.extend(now)
}

// addEverything records that anything may have changed.
func (p *pending) addEverything(now time.Time) { p.all = p.all.extend(now) }

// due removes and returns the paths to report at the time now; all reports that
// everything is due, which it does not remove.
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
	sort.Slice(paths, func(i, j int) bool { return names.Compare(paths[i], paths[j]) < 0 })
	return paths, false
}

func (s span) extend(now time.Time) span {
	if s.first.IsZero() {
		s.first = now
	}
	s.last = now
	return s
}

func (s span) due(now time.Time) bool {
	return now.Sub(s.last) >= quiet || now.Sub(s.first) >= maxDelay
}
