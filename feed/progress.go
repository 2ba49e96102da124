package feed

import "time"

// Progress is how far a scan has come. Total is 0 while it is not known.
type Progress struct {
	Pass    int // which pass of a Watch this is, from 1; 0 outside of one
	Seen    int // files that are dealt with: as they were known, or read
	Total   int // files in the archive
	Read    int // files that were opened and parsed
	Added   int // stories that are new
	Changed int // stories whose file has changed
	Removed int // stories whose file is gone
	Done    bool
	Began   time.Time
	Err     error // what ended the pass of a Watch; what was known before stays

	rate float64
}

// Rate is how many files are dealt with in a second, over the last few seconds;
// 0 while that is not known.
func (p Progress) Rate() float64 { return p.rate }

// Left is how long the scan will take at that rate; ok is false while that is
// not known.
func (p Progress) Left() (left time.Duration, ok bool) {
	if p.Done || p.Total == 0 || p.rate <= 0 {
		return 0, false
	}
	return time.Duration(float64(max(p.Total-p.Seen, 0)) / p.rate * float64(time.Second)), true
}

// The time over which a rate is measured.
const (
	leastMeasured = 200 * time.Millisecond
	mostMeasured  = 5 * time.Second
)

// meter measures a rate.
type meter struct{ samples []sample }

type sample struct {
	at   time.Time
	seen int
}

// rate takes in that so many were seen by now and returns how many there are
// in a second.
func (m *meter) rate(seen int, now time.Time) float64 {
	m.samples = append(m.samples, sample{now, seen})
	for len(m.samples) > 2 && now.Sub(m.samples[1].at) >= mostMeasured {
		m.samples = m.samples[1:]
	}
	first := m.samples[0]
	span := now.Sub(first.at)
	if span < leastMeasured {
		return 0
	}
	return float64(seen-first.seen) / span.Seconds()
}
