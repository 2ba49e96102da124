package trail

import (
	"strings"
	"testing"
)

func TestStepBackReturnsThePlaceInTheStop(t *testing.T) {
	var tr Trail
	tr.Start(Stop{Story: "a"})
	tr.Leave(3, 17, 2)
	tr.Follow(Stop{Story: "b"})
	s, ok := tr.Step(-1)
	if want := (Stop{Story: "a", Block: 3, Offset: 17, Link: 2}); !ok || s != want {
		t.Errorf("Step(-1) = %v, %v, want %v", s, ok, want)
	}
	if s, ok = tr.Step(1); !ok || s.Story != "b" {
		t.Errorf("Step(1) = %v, %v, want b", s, ok)
	}
}

func TestStepStopsAtTheEndsOfTheTrail(t *testing.T) {
	var tr Trail
	for _, n := range []int{-1, 0, 1} {
		if s, ok := tr.Step(n); ok {
			t.Errorf("empty trail: Step(%d) = %v", n, s)
		}
	}
	tr.Follow(Stop{Story: "a"})
	for _, n := range []int{-1, 1} {
		if s, ok := tr.Step(n); ok {
			t.Errorf("one stop: Step(%d) = %v", n, s)
		}
	}
	if s, ok := tr.Step(0); !ok || s.Story != "a" {
		t.Errorf("Step(0) = %v, %v, want a", s, ok)
	}
}

func TestFollowDropsTheStopsAfterTheCurrentOne(t *testing.T) {
	var tr Trail
	for _, id := range []string{"a", "b", "c"} {
		tr.Follow(Stop{Title: id})
	}
	tr.Step(-2)
	tr.Follow(Stop{Title: "d"})
	var path strings.Builder
	for _, s := range tr.Path() {
		path.WriteString(s.Title)
	}
	if got := path.String(); got != "ad" {
		t.Errorf("the path is %q, want \"ad\"", got)
	}
	if s, ok := tr.Step(1); ok {
		t.Errorf("the stop after d is %v", s)
	}
	tr.Clear()
	if len(tr.Path()) != 0 {
		t.Errorf("a cleared trail has the path %v", tr.Path())
	}
}
