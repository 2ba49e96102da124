package watch

import "time"

// How often everything is walked.
const (
	leastRest = 2 * time.Second // between two walks of everything that no event asked for
	mostRest  = time.Minute
	restShare = 20 // a rest lasts this many times as long as the walk before it
)

// pace says how soon after a walk everything may be walked again.
type pace struct {
	end    time.Time     // of the last walk
	took   time.Duration // the last walk of everything
	failed bool          // the last walk
}

// walked records a walk that ended with err.
func (p *pace) walked(start, end time.Time, everything bool, err error) {
	p.end = end
	if everything {
		p.took = end.Sub(start)
	}
	p.failed = err != nil
}

// rest returns how long to wait before the next walk of everything where
// changes go unnoticed.
func (p *pace) rest(now time.Time) time.Duration {
	return min(max(restShare*p.took, leastRest), mostRest) - now.Sub(p.end)
}

// tooSoon reports whether walking everything at the time now would leave no
// time for anything else. This happens while a storm of changes lasts.
func (p *pace) tooSoon(now time.Time) bool { return now.Sub(p.end) < min(p.took, leastRest) }
