package watch

import (
	"strconv"
	"testing"
	"time"
)

func TestTooManyPathsMeanEverything(t *testing.T) {
	p, start := newPending(), time.Unix(1e9, 0)
	for i := range maxPending {
		p.add(strconv.Itoa(i), start)
	}
	p.add("0", start)
	if paths, all := p.due(start.Add(quiet - 1)); all || len(paths) > 0 || p.empty() {
		t.Errorf("too soon: %d paths, %t", len(paths), all)
	}
	p.add("one more", start)
	if paths, all := p.due(start.Add(quiet)); !all || len(paths) > 0 {
		t.Errorf("%d paths, %t", len(paths), all)
	}
	if _, all := p.due(start.Add(quiet - 1)); all {
		t.Error("everything is due too soon")
	}
}

func TestAChangeIsDueWhenQuietOrLate(t *testing.T) {
	start := time.Unix(1e9, 0)
	for _, c := range []struct {
		events []time.Duration
		now    time.Duration
		want   bool
	}{
		{[]time.Duration{0}, quiet - 1, false},
		{[]time.Duration{0}, quiet, true},
		{[]time.Duration{0, 300 * time.Millisecond}, quiet, false},
		{[]time.Duration{0, maxDelay - 1}, maxDelay - 1, false},
		{[]time.Duration{0, maxDelay - 1}, maxDelay, true},
	} {
		var s span
		for _, e := range c.events {
			s = s.extend(start.Add(e))
		}
		if got := s.due(start.Add(c.now)); got != c.want {
			t.Errorf("events at %v: due at %v is %t", c.events, c.now, got)
		}
	}
}
