package ui

import (
	"dateline/feed"
	"dateline/ui/foot"
	"dateline/ui/intent"
)

// scan returns the progress of the first pass for the foot line.
func (m *Model) scan() foot.Scan {
	return foot.Scan{Progress: m.follow.Progress(), Running: m.follow.Running(), Filling: m.follow.Filling()}
}

// news returns the text about changes that the list does not show yet; "" for
// none.
func (m *Model) news() string {
	if d, ok := m.follow.News(m.list.Shown()); ok {
		return foot.News(d)
	}
	return ""
}

// listFoot returns the foot line of the list in w cells.
func (m *Model) listFoot(w int) string {
	_, rows := m.list.Selected()
	l := foot.List{
		Name: m.env.Store.Name(), Query: m.search.shown.text, Result: m.env.Result != nil,
		Counts: m.list.Counts(), Position: m.list.Position(), All: m.list.Counts().Stories, Empty: !rows,
		News: m.news(), Warning: m.warning, Scan: m.scan(),
	}
	if l.Result {
		l.All = m.search.shown.n
	}
	return l.Draw(m.theme, w)
}

// storyFoot returns the foot line of the story in w cells.
func (m *Model) storyFoot(w int) string {
	home := "Headlines"
	if m.env.Result != nil {
		home = "/" + m.search.shown.text
	}
	s := foot.Story{
		Trail: []string{home}, Progress: m.story.Progress(w / 3), Marks: m.story.Marks(), Hits: m.story.Hits(),
		Version: versionName(m.version, m.story.Story()), News: m.news(), Scan: m.scan(),
	}
	for _, stop := range m.trail.Path() {
		s.Trail = append(s.Trail, stop.Title)
	}
	return s.Draw(m.theme, w)
}

// heading returns the line above the rows of a search; "" for the archive.
func (m *Model) heading() string {
	s := &m.search.shown
	if s.result == nil {
		return ""
	}
	h := foot.Heading{Found: s.n, All: m.list.Counts().Stories, Filling: m.follow.Filling(), Order: m.order()}
	if n, ok := m.list.Whole(); ok {
		h.Found, h.Counted = n, true
	}
	return h.Text(m.screen.List.W - 2)
}

// order returns the order of the rows of a search; "" if there are none.
func (m *Model) order() string {
	q := m.search.Running()
	switch _, rows := m.list.Selected(); {
	case q != nil && q.Keep && !m.holders[intent.SearchPage].open:
		return "sorting …"
	case !rows:
		return ""
	case m.search.shown.result.Order == feed.Best:
		return "best first"
	}
	return "newest first"
}
