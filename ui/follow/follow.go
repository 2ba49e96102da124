// Package follow is the state of a list whose archive changes while it is on
// the screen: the changes known, the changes shown, and the reads in progress.
// It is pure: its methods record events and report what to read next.
//
// A watch reports on the archive. After each report the reader looks up the
// number of changes in the catalog. A list that is being filled for the first
// time, or that has no rows, is then refreshed. Any other list keeps its rows:
// they are checked in place, and the news is counted.
package follow

import "dateline/feed"

// State is the state of the archive and the list. The zero State is the one
// before the first report.
type State struct {
	progress feed.Progress // of the first pass
	passed   bool          // the first pass has ended
	filling  bool          // the first run: the list shows rows as they come
	watching bool          // the watch is on
	due      bool          // a pass has ended since the last check

	known     feed.Changes // those in the catalog
	checked   feed.Changes // those known at the last check of the rows
	looks     task
	refreshes task
}

// task is repeated work, of which one run is in progress at a time.
type task struct{ wanted, busy bool }

func (t *task) want() { t.wanted = true }

// begin reports whether to begin the work now.
func (t *task) begin() bool {
	if !t.wanted || t.busy {
		return false
	}
	t.wanted, t.busy = false, true
	return true
}

func (t *task) end()       { t.busy = false }
func (t *task) idle() bool { return !t.wanted && !t.busy }

// Begin records whether an earlier pass has read the whole archive.
func (s *State) Begin(whole bool) { s.filling = !whole }

// Listen reports whether to turn the watch on. It is called when the list has
// rows, which show the changes in shown, and reports true the first time.
func (s *State) Listen(shown feed.Changes) bool {
	if s.watching {
		return false
	}
	s.watching, s.known, s.checked = true, shown, shown
	return true
}

// Report records a report of the watch.
func (s *State) Report(p feed.Progress) {
	if p.Pass <= 1 {
		s.progress = p
	}
	s.passed = p.Pass > 1 || p.Done
	s.due = s.due || p.Done
	s.looks.want()
}

// Look reports whether to look up the changes in the catalog now.
func (s *State) Look() bool { return s.looks.begin() }

// List is the list at the time a look is answered.
type List struct {
	Shown  feed.Changes
	Rows   bool // the list has rows
	Result bool // the list shows a search
	Typing bool // a search is being typed or run
}

// Next is what to do after a look.
type Next struct {
	Search bool // run the search of the list again: it may find something now
	Check  bool // check the rows and the story on the screen
}

// Looked records the answer to a look.
func (s *State) Looked(known feed.Changes, l List) Next {
	var next Next
	s.looks.end()
	s.known = known
	switch {
	case known == l.Shown:
	case !l.Rows && l.Result:
		next.Search = !l.Typing
	case s.filling || !l.Rows:
		s.refreshes.want()
	}
	if s.due && !s.looks.wanted {
		next.Check, s.due = true, false
		s.filling = s.filling && !s.passed
	}
	return next
}

// Known returns the changes known to be in the catalog.
func (s *State) Known() feed.Changes { return s.known }

// Looking reports whether the changes of a report are not known yet.
func (s *State) Looking() bool { return !s.looks.idle() }

// Check begins a check of the rows and returns the changes since the last one;
// ok is false if the two cannot be compared.
func (s *State) Check() (d feed.Changes, ok bool) {
	d, ok = s.known.Since(s.checked)
	s.checked = s.known
	return d, ok
}

// Mark records that a mark was made. A refresh in progress may not count it, so
// another one follows.
func (s *State) Mark() {
	if s.refreshes.busy {
		s.refreshes.want()
	}
}

// Changed records that the reader has changed the catalog: the list is to show that.
func (s *State) Changed() {
	s.looks.want()
	s.refreshes.want()
}

// Outdated records that the rows of the list were read while the archive was
// still filling.
func (s *State) Outdated() { s.refreshes.want() }

// Refresh reports whether to refresh the list now.
func (s *State) Refresh() bool { return s.refreshes.begin() }

// Refreshed records the end of a refresh.
func (s *State) Refreshed() { s.refreshes.end() }

// Running reports whether the first pass is still running.
func (s *State) Running() bool { return !s.passed }

// Filling reports whether the archive is being read for the first time.
func (s *State) Filling() bool { return s.filling }

// Progress returns the progress of the first pass.
func (s *State) Progress() feed.Progress { return s.progress }

// News returns the changes since the list was read; ok is false while the list
// is about to show them itself.
func (s *State) News(shown feed.Changes) (d feed.Changes, ok bool) {
	d, ok = s.known.Since(shown)
	return d, ok && !s.filling && s.refreshes.idle()
}

// Steady reports whether the list shows all known changes and no refresh is
// about to show others.
func (s *State) Steady(shown feed.Changes) bool {
	return shown == s.known && s.passed && s.refreshes.idle()
}
