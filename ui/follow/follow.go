// Package follow is the state of a list whose archive changes while it is read:
// what the archive is known to hold, what the list shows of that, and what is
// being read. It is pure: events go in, and the answers say what to read next.
//
// A watch reports on the archive. After each report the reader looks what the
// archive holds. A list that is being filled for the first time, or that has no
// rows, is then refreshed. Any other list stays as it is: its rows are checked
// in their places, and the news is counted.
package follow

import "dateline/feed"

// State is what is known of the archive and the list. The zero State is that
// before the first report.
type State struct {
	progress feed.Progress // of the first pass
	passed   bool          // the first pass has ended
	filling  bool          // the first run: the list shows rows as they come
	heard    bool          // the watch is on
	due      bool          // a pass has ended since the last check

	known   feed.Changes // what the archive holds
	checked feed.Changes // what the rows on the screen were last compared with
	looks   turns        // at the archive
	reads   turns        // of the list, to refresh it
}

// turns is work that is done again and again, one time after another.
type turns struct{ wanted, busy bool }

func (t *turns) want() { t.wanted = true }

// begin reports whether the work is to begin now.
func (t *turns) begin() bool {
	if !t.wanted || t.busy {
		return false
	}
	t.wanted, t.busy = false, true
	return true
}

func (t *turns) end()       { t.busy = false }
func (t *turns) idle() bool { return !t.wanted && !t.busy }

// Begin tells whether the archive has been read to its end before.
func (s *State) Begin(whole bool) { s.filling = !whole }

// Listen reports whether the watch is to be turned on, which is once: when the
// list has its first rows, which show shown.
func (s *State) Listen(shown feed.Changes) bool {
	if s.heard {
		return false
	}
	s.heard, s.known, s.checked = true, shown, shown
	return true
}

// Report takes a report of the watch.
func (s *State) Report(p feed.Progress) {
	if p.Pass <= 1 {
		s.progress = p
	}
	s.passed = p.Pass > 1 || p.Done
	s.due = s.due || p.Done
	s.looks.want()
}

// Look reports whether to look now what the archive holds.
func (s *State) Look() bool { return s.looks.begin() }

// List is what the list shows when the answer to a look comes.
type List struct {
	Shown  feed.Changes
	Rows   bool // it has some
	Result bool // they are what a search found
	Typing bool // a search is being typed or run
}

// Next is what to do after a look.
type Next struct {
	Search bool // run the search of the list again: there may be something to find
	Check  bool // check the rows and the story on the screen
}

// Looked takes the answer to a look.
func (s *State) Looked(known feed.Changes, l List) Next {
	var next Next
	s.looks.end()
	s.known = known
	switch {
	case known == l.Shown:
	case !l.Rows && l.Result:
		next.Search = !l.Typing
	case s.filling || !l.Rows:
		s.reads.want()
	}
	if s.due && !s.looks.wanted {
		next.Check, s.due = true, false
		s.filling = s.filling && !s.passed
	}
	return next
}

// Known is what the archive is known to hold.
func (s *State) Known() feed.Changes { return s.known }

// Check returns what has changed since the last check, and begins another; ok
// is false where the two cannot be compared.
func (s *State) Check() (d feed.Changes, ok bool) {
	d, ok = s.known.Since(s.checked)
	s.checked = s.known
	return d, ok
}

// Mark tells that a mark was made. A refresh that is being read may not count
// it, and another one follows.
func (s *State) Mark() {
	if s.reads.busy {
		s.reads.want()
	}
}

// Filled tells that the list shows the rows of a time when the archive was filling.
func (s *State) Filled() { s.reads.want() }

// Refresh reports whether to refresh the list now.
func (s *State) Refresh() bool { return s.reads.begin() }

// Refreshed tells that a refresh has ended.
func (s *State) Refreshed() { s.reads.end() }

// Running reports whether the first pass goes on.
func (s *State) Running() bool { return !s.passed }

// Filling reports whether the archive is read for the first time.
func (s *State) Filling() bool { return s.filling }

// Progress is how far the first pass is.
func (s *State) Progress() feed.Progress { return s.progress }

// News is what has changed since the list was read; ok is false while that is
// not to be told: the list is about to show it.
func (s *State) News(shown feed.Changes) (d feed.Changes, ok bool) {
	d, ok = s.known.Since(shown)
	return d, ok && !s.filling && s.reads.idle()
}

// Steady reports whether the list shows all that the archive is known to hold,
// and nothing else is about to be shown.
func (s *State) Steady(shown feed.Changes) bool {
	return shown == s.known && s.passed && s.reads.idle()
}
