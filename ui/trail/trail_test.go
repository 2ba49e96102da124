package trail

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/story"
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

func TestVisitedHasEachStoryOnceTheLastAtTheEnd(t *testing.T) {
	var tr Trail
	tr.Resume(nil, []story.ID{"z", "a"})
	tr.Start(Stop{Story: "a"})
	tr.Follow(Stop{Story: "b"})
	tr.Follow(Stop{Story: "a"})
	tr.Clear()
	tr.Start(Stop{Story: "c"})
	if got, want := tr.Visited(), []story.ID{"z", "b", "a", "c"}; !slices.Equal(got, want) {
		t.Errorf("visited %v, want %v", got, want)
	}
	if !tr.Been("z") || tr.Been("x") {
		t.Error("Been does not agree with Visited")
	}
	for i := range 3 * maxVisited {
		tr.Follow(Stop{Story: story.ID(strconv.Itoa(i))})
	}
	if n := len(tr.Visited()); n != maxVisited {
		t.Errorf("%d stories are kept", n)
	}
}

func TestReturnGoesAlongTheTrailOrAddsAStop(t *testing.T) {
	var tr Trail
	tr.Resume(nil, []story.ID{"old"})
	tr.Start(Stop{Story: "a"})
	tr.Leave(3, 17, 2)
	tr.Start(Stop{Story: "b"})
	tr.Follow(Stop{Story: "c"})
	tr.Follow(Stop{Story: "d"})
	if s, known := tr.Return("b"); s.Story != "b" || !known || len(tr.Path()) != 1 {
		t.Errorf("a stop of the trail: %v, %t, path %v", s, known, tr.Path())
	}
	if s, _ := tr.Step(2); s.Story != "d" {
		t.Error("the stops after it are dropped")
	}
	if s, known := tr.Return("a"); s != (Stop{Story: "a", Block: 3, Offset: 17, Link: 2}) || !known || len(tr.Path()) != 4 {
		t.Errorf("a story of an earlier trail: %v, %t, path %v", s, known, tr.Path())
	}
	if s, known := tr.Return("old"); s.Story != "old" || known {
		t.Errorf("a story of an earlier session: %v, %t", s, known)
	}
}

func TestASavedTrailComesBackWithTheStoriesVisitedSince(t *testing.T) {
	var tr Trail
	tr.Start(Stop{Story: "a"})
	tr.Follow(Stop{Story: "b"})
	saved := tr
	tr.Clear()
	tr.Start(Stop{Story: "c"})
	back := saved.Since(&tr)
	if len(back.Path()) != 2 || !back.Been("c") {
		t.Errorf("path %v, visited %v", back.Path(), back.Visited())
	}
}
