package follow_test

import (
	"testing"

	"dateline/feed"
	"dateline/ui/follow"
)

var (
	none = feed.Changes{}
	some = feed.Changes{Added: 10}
	more = feed.Changes{Added: 12}
)

func pass(n int, done bool) feed.Progress { return feed.Progress{Pass: n, Done: done} }

// looked returns a state after a report and the answer to its look.
func looked(whole bool, p feed.Progress, known feed.Changes, l follow.List) (*follow.State, follow.Next) {
	s := &follow.State{}
	s.Begin(whole)
	s.Listen(some)
	s.Report(p)
	s.Look()
	return s, s.Looked(known, l)
}

func TestALookDecidesWhatToDoNext(t *testing.T) {
	rows := follow.List{Shown: some, Rows: true}
	tests := []struct {
		name     string
		whole    bool
		progress feed.Progress
		known    feed.Changes
		list     follow.List
		next     follow.Next
		refresh  bool
	}{
		{"nothing new", true, pass(1, false), some, rows, follow.Next{}, false},
		{"nothing new at the end of a pass", true, pass(1, true), some, rows, follow.Next{Check: true}, false},
		{"new stories wait for the reader", true, pass(2, false), more, rows, follow.Next{}, false},
		{"rows are checked after the pass", true, pass(2, true), more, rows, follow.Next{Check: true}, false},
		{"a first run fills the list", false, pass(1, false), more, rows, follow.Next{}, true},
		{"a first run fills the list to the end of its pass", false, pass(1, true), more, rows, follow.Next{Check: true}, true},
		{"an empty list is filled", true, pass(2, false), more, follow.List{Shown: none}, follow.Next{}, true},
		{"an empty result is searched again", true, pass(2, false), more, follow.List{Shown: some, Result: true}, follow.Next{Search: true}, false},
		{"an empty result is not searched while a search is typed", true, pass(2, true), more, follow.List{Shown: some, Result: true, Typing: true}, follow.Next{Check: true}, false},
		{"a result of a first run is refreshed", false, pass(1, false), more, follow.List{Shown: some, Rows: true, Result: true}, follow.Next{}, true},
	}
	for _, tt := range tests {
		s, next := looked(tt.whole, tt.progress, tt.known, tt.list)
		if next != tt.next {
			t.Errorf("%s: %+v, want %+v", tt.name, next, tt.next)
		}
		if got := s.Refresh(); got != tt.refresh {
			t.Errorf("%s: refresh %v", tt.name, got)
		}
	}
}

func TestOneLookAtATime(t *testing.T) {
	var s follow.State
	s.Begin(true)
	if s.Look() {
		t.Error("a look before any report")
	}
	s.Report(pass(1, false))
	if !s.Look() || s.Look() {
		t.Error("a report does not bring exactly one look")
	}
	s.Report(pass(1, true))
	if s.Look() {
		t.Error("a look while another is in progress")
	}
	l := follow.List{Shown: some, Rows: true}
	if next := s.Looked(some, l); next.Check {
		t.Error("rows are checked before the next look")
	}
	if !s.Look() {
		t.Error("the second report brings no look")
	}
	if next := s.Looked(some, l); !next.Check {
		t.Error("rows are not checked after the last look")
	}
	if s.Look() {
		t.Error("a look without a report")
	}
}

func TestTheWatchIsTurnedOnOnce(t *testing.T) {
	var s follow.State
	if !s.Listen(some) || s.Listen(more) {
		t.Error("it is not turned on exactly once")
	}
	if s.Known() != some {
		t.Errorf("known: %+v", s.Known())
	}
	if d, ok := s.Check(); !ok || d != none {
		t.Errorf("the first rows count as changes: %+v", d)
	}
}

func TestACheckReturnsTheChangesSinceTheLastOne(t *testing.T) {
	s, _ := looked(true, pass(2, true), more, follow.List{Shown: some, Rows: true})
	if d, ok := s.Check(); !ok || d != (feed.Changes{Added: 2}) {
		t.Errorf("%+v, %v", d, ok)
	}
	if d, ok := s.Check(); !ok || d != none {
		t.Errorf("again %+v, %v", d, ok)
	}
	s.Report(pass(3, true))
	s.Look()
	s.Looked(none, follow.List{Shown: some, Rows: true})
	if _, ok := s.Check(); ok {
		t.Error("a catalog that was replaced can be compared")
	}
}

func TestOneRefreshAtATime(t *testing.T) {
	s, _ := looked(false, pass(1, false), more, follow.List{Shown: some, Rows: true})
	if !s.Refresh() || s.Refresh() {
		t.Error("not exactly one refresh")
	}
	s.Mark()
	if s.Refresh() {
		t.Error("a refresh while another is in progress")
	}
	s.Refreshed()
	if !s.Refresh() {
		t.Error("no refresh follows to count the mark")
	}
	s.Refreshed()
	s.Mark()
	if s.Refresh() {
		t.Error("a mark refreshes a list that is not being read")
	}
	if s.Outdated(); !s.Refresh() {
		t.Error("an outdated list is not refreshed")
	}
}

func TestNewsIsShownUnlessTheListIsAboutToShowIt(t *testing.T) {
	for _, tt := range []struct {
		name  string
		whole bool
		p     feed.Progress
		shown feed.Changes
		news  bool
	}{
		{"new stories", true, pass(2, true), some, true},
		{"during the first pass", true, pass(1, false), some, true},
		{"in a list that is being filled", false, pass(1, false), some, false},
		{"of another catalog", true, pass(2, true), feed.Changes{Added: 99}, false},
	} {
		s, _ := looked(tt.whole, tt.p, more, follow.List{Shown: tt.shown, Rows: true})
		if _, ok := s.News(tt.shown); ok != tt.news {
			t.Errorf("%s: %v", tt.name, ok)
		}
	}
	s, _ := looked(true, pass(2, true), more, follow.List{Shown: none})
	if _, ok := s.News(none); ok {
		t.Error("news is shown before a refresh")
	}
	s.Refresh()
	if _, ok := s.News(none); ok {
		t.Error("news is shown during a refresh")
	}
	s.Refreshed()
	if _, ok := s.News(none); !ok {
		t.Error("no news after the refresh")
	}
}

func TestTheListIsSteadyWhenNothingIsPending(t *testing.T) {
	rows := follow.List{Shown: some, Rows: true}
	s, _ := looked(true, pass(1, false), some, rows)
	if s.Steady(some) || !s.Running() {
		t.Error("steady during the first pass")
	}
	s, _ = looked(true, pass(1, true), some, rows)
	if !s.Steady(some) || s.Steady(more) || s.Running() {
		t.Error("not steady after the first pass")
	}
	if s.Outdated(); s.Steady(some) {
		t.Error("steady before a refresh")
	}
	if s.Refresh(); s.Steady(some) {
		t.Error("steady during a refresh")
	}
}

func TestAFirstRunEndsWithItsPass(t *testing.T) {
	rows := follow.List{Shown: some, Rows: true}
	s, _ := looked(false, feed.Progress{Pass: 1, Seen: 3, Total: 9}, more, rows)
	if !s.Filling() || s.Progress().Seen != 3 {
		t.Errorf("filling %v, %+v", s.Filling(), s.Progress())
	}
	s.Report(pass(1, true))
	s.Look()
	s.Looked(more, rows)
	if s.Filling() {
		t.Error("still filling after the pass")
	}
	s.Report(feed.Progress{Pass: 2, Seen: 1, Total: 1})
	if s.Progress().Total == 1 || s.Running() {
		t.Error("a later pass is taken for the first")
	}
}
