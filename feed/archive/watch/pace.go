package watch

import "time"

// The time between two walks of everything that no event caused.
const (
	minRest   = 2 * time.Second
	maxRest   = time.Minute
	restShare = 20 // the time as a multiple of the duration of the walk before it
)

// pace decides how soon after a walk everything may be walked again.
type pace struct {
	end    time.Time     // when the last walk ended
	took   time.Duration // the duration of the last walk of everything
	failed bool          // the last walk failed
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
	return min(max(restShare*p.took, minRest), maxRest) - now.Sub(p.end)
}

// tooSoon reports whether walking everything at the time now would leave no time
// for anything else, as in a storm of changes.
func (p *pace) tooSoon(now time.Time) bool { return now.Sub(p.end) < min(p.took, minRest) }
