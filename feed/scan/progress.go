package scan

import (
	"sync"
	"time"

	"dateline/feed/catalog/fill"
)

// Progress describes how far a scan is. Total is 0 until it is known.
type Progress struct {
	Pass    int // the pass of a Watch, from 1; 0 without a Watch
	Seen    int // files compared and, if necessary, read
	Total   int // files in the archive
	Read    int // files opened and parsed
	Added   int // new stories
	Changed int // stories whose file has changed
	Removed int // stories whose file was removed
	Reread  int // stories read again because other rules made their rows
	Done    bool
	Began   time.Time
	Err     error // the error that ended the pass of a Watch; the catalog keeps its rows

	rate float64
}

// Rate returns the files seen per second over the last few seconds; 0 until
// it is known.
func (p Progress) Rate() float64 { return p.rate }

// Left returns the time that the scan still needs at that rate; ok is false until it
// is known.
func (p Progress) Left() (left time.Duration, ok bool) {
	if p.Done || p.Total == 0 || p.rate <= 0 {
		return 0, false
	}
	return time.Duration(float64(max(p.Total-p.Seen, 0)) / p.rate * float64(time.Second)), true
}

// Add adds the changes that were made to a catalog.
func (p *Progress) Add(d fill.Delta) {
	p.Added += d.Added
	p.Changed += d.Changed
	p.Removed += d.Removed
}

// counter is a Progress that several goroutines update.
type counter struct {
	mu sync.Mutex
	p  Progress
}

func (c *counter) progress() Progress {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.p
}

func (c *counter) update(change func(*Progress)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	change(&c.p)
}

// The time over which a rate is measured.
const (
	minMeasured = 200 * time.Millisecond
	maxMeasured = 5 * time.Second
)

// meter measures a rate.
type meter struct{ samples []sample }

type sample struct {
	at   time.Time
	seen int
}

// rate adds a sample and returns the rate per second.
func (m *meter) rate(seen int, at time.Time) float64 {
	m.samples = append(m.samples, sample{at, seen})
	for len(m.samples) > 2 && at.Sub(m.samples[1].at) >= maxMeasured {
		m.samples = m.samples[1:]
	}
	first := m.samples[0]
	span := at.Sub(first.at)
	if span < minMeasured {
		return 0
	}
	return float64(seen-first.seen) / span.Seconds()
}
