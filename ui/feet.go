package ui

import (
	"cmp"
	"strings"

	"dateline/feed/locale"
	"dateline/ui/hint"
	"dateline/ui/keys"

	"dateline/feed"
	"dateline/ui/cell"
	"dateline/ui/foot"
	"dateline/ui/intent"
)

// scan returns the progress of the first pass for the foot line.
func (m *Model) scan() foot.Scan {
	return foot.Scan{Progress: m.follow.Progress(), Running: m.follow.Running(), Filling: m.follow.Filling()}
}

// news returns the hint about changes that the list does not show yet, or that a story
// waits to be joined with another; its text is "" for none.
func (m *Model) news() hint.Hint {
	if d, ok := m.follow.News(m.list.Shown()); ok {
		if h := foot.News(d, m.program.Named(keys.ShowNews).Key()); h.Text != "" {
			return h
		}
	}
	return m.bonding.hint()
}

// listFoot returns the foot line of the list in w cells.
func (m *Model) listFoot(w int) string {
	l := foot.Line{Hints: m.list.Hints(), News: m.news(), Warning: m.warning(), Scan: m.scan()}
	if _, rows := m.list.Selected(); rows {
		all := m.list.Counts().Stories
		if m.env.Result != nil {
			all = m.search.shown.n
		}
		position := foot.Position(m.list.Position(), all)
		if m.screen.Split {
			_, progress := m.story.Progress()
			l.Right = append(l.Right, cell.Join(position, progress))
		}
		l.Right = append(l.Right, position)
	}
	return l.Draw(m.theme, w)
}

// storyFoot returns the foot line of the story in w cells.
func (m *Model) storyFoot(w int) string {
	l := foot.Line{Hints: m.story.Hints(), News: m.news()}
	if version := versionName(m.version, m.story.Story()); version != "" {
		l.News = hint.Hint{Key: m.program.KeyOf(keys.ShowNews), Text: version}
	}
	scan := ""
	if m.follow.Running() {
		scan = m.scan().Percent()
	}
	long, short := m.story.Progress()
	l.Right = []string{
		cell.Join(m.story.Marks(), scan, m.story.Hits(), long),
		cell.Join(m.story.Marks(), m.story.Hits(), short), cell.Join(m.story.Hits(), short), cmp.Or(m.story.Hits(), short),
	}
	return l.Draw(m.theme, w)
}

// summary returns what the head of the list says of the archive, longest first.
func (m *Model) summary() []string {
	name, c := m.env.Store.Name(), m.list.Counts()
	if c.Stories == 0 {
		return []string{name}
	}
	count := locale.F("%s unread of %s", locale.Count(c.Unread), locale.Count(c.Stories))
	if c.Unread == 0 {
		count = foot.Stories(c.Stories)
	}
	if m.env.Scope == feed.Files && c.Files > 1 {
		count += " · " + locale.T("every take")
	}
	return []string{name + " · " + count, strings.TrimPrefix(name, "the ") + " · " + count, count}
}

// heading returns the line above the rows of a search; "" for those of the archive.
func (m *Model) heading() string {
	s := &m.search.shown
	if s.result == nil {
		return ""
	}
	h := foot.Heading{Found: s.n, All: m.list.Counts().Stories, Filling: m.follow.Filling(), Order: m.order()}
	h.Files, h.Whole, h.Takes = s.files, m.list.Counts().Files, m.env.Scope == feed.Files
	if !m.holders[intent.SearchPage].open {
		h.Query = s.finished()
	}
	if n, ok := m.list.Whole(); ok {
		h.Found, h.Counted = n, true
	}
	return h.Text(m.screen.List.W - 2)
}

// headingEnd returns the right end of the line above the rows of a search.
func (m *Model) headingEnd() []string {
	if m.env.Result == nil {
		return nil
	}
	switch m.order() {
	case orderName(feed.Best):
		return []string{m.list.Bindings().KeyOf("sort") + " " + orderName(feed.Newest)}
	case orderName(feed.Newest):
		return []string{m.list.Bindings().KeyOf("sort") + " " + orderName(feed.Best)}
	}
	return nil
}

// breadcrumb returns the headlines of the stories that led to the present one.
func (m *Model) breadcrumb() []string {
	var names []string
	path := m.trail.Path()
	for i := range path {
		if i < len(path)-1 {
			names = append(names, path[i].Title)
		}
	}
	return names
}

// order returns the order of the rows of a search; "" if there are none.
func (m *Model) order() string {
	q := m.search.Running()
	switch _, rows := m.list.Selected(); {
	case q != nil && q.Keep && !m.holders[intent.SearchPage].open:
		return locale.T("sorting …")
	case !rows:
		return ""
	}
	return orderName(m.search.shown.result.Order)
}

// orderName returns the name of an order.
func orderName(o feed.Sort) string {
	if o == feed.Best {
		return locale.In("hint").T("best first")
	}
	return locale.In("hint").T("newest first")
}
