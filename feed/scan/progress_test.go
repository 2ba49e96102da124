package scan

import (
	"testing"
	"time"
)

func TestRateMeasuresTheLastSeconds(t *testing.T) {
	start := time.Unix(1e9, 0)
	var m meter
	var r float64
	seen := 0
	for at := time.Duration(0); at <= 20*time.Second; at += 100 * time.Millisecond {
		perStep := 100
		if at > 10*time.Second {
			perStep = 10
		}
		seen += perStep
		r = m.rate(seen, start.Add(at))
		if at == 0 && r != 0 {
			t.Errorf("a rate of %v from one sample", r)
		}
		if at == 10*time.Second && (r < 990 || r > 1010) {
			t.Errorf("%v files a second, want 1000", r)
		}
	}
	if r < 99 || r > 101 {
		t.Errorf("%v files a second, want 100", r)
	}
	if n := len(m.samples); n > 60 {
		t.Errorf("%d samples are kept", n)
	}
	p := Progress{Seen: 100, Total: 300, rate: 100}
	if left, ok := p.Left(); !ok || left != 2*time.Second || p.Rate() != 100 {
		t.Errorf("%v, %t left at %v", left, ok, p.Rate())
	}
	for _, p := range []Progress{{Seen: 100, rate: 100}, {Seen: 1, Total: 2}, {Seen: 2, Total: 2, Done: true, rate: 1}} {
		if left, ok := p.Left(); ok {
			t.Errorf("%+v: %v left", p, left)
		}
	}
}
