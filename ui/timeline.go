package ui

import (
	"slices"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/foot"
	"dateline/ui/intent"
	"dateline/ui/pending"
	"dateline/ui/trail"
)

// lining is the time line that was read last.
type lining struct {
	pending.Latest

	entries []feed.Entry
	shown   story.Row // whose line the page shows, or showed last
	other   story.Row // can be added to it; its ID is "" for none
}

// openTimeline opens the time line of the story that has the keys, or of the selected row.
func (m *Model) openTimeline() {
	if id := m.subject(); id != "" {
		m.readTimeline(id, 0)
	}
}

// readTimeline reads the time line of a story; step is 0 to show it, else the step to make.
func (m *Model) readTimeline(id story.ID, step int) {
	l := &m.lining
	l.Renew(m.env.Ctx)
	e := m.env
	e.Ctx = l.Ctx()
	m.await(command.ReadTimeline(e, l.Gen(), id, step))
}

// showTimeline handles the answer to readTimeline.
func (m *Model) showTimeline(msg command.Timeline) {
	l := &m.lining
	if !l.Current(msg.Gen) || m.fail(msg.Err) {
		return
	}
	l.entries = msg.Entries
	if msg.Step != 0 {
		m.stepTimeline(msg.Step)
		return
	}
	if l.shown.ID != msg.ID {
		l.other = l.shown // the line that was open before
	}
	if i := l.index(msg.ID); i >= 0 {
		l.shown = l.entries[i].Row
	}
	m.show(intent.TimelinePage, m.course)
	m.course.Show(l.entries, l.other)
}

// index returns the index of the entry id, -1 if it is not in the line.
func (l *lining) index(id story.ID) int {
	return slices.IndexFunc(l.entries, func(e feed.Entry) bool { return e.Row.ID == id })
}

// setEntry puts a story into the time line or cuts it from there. What was cut can be added
// again.
func (m *Model) setEntry(in intent.SetEntry) {
	l := &m.lining
	m.do(command.SetLine(&m.env, in.Story, in.Other.ID, in.Joined))
	if l.other = in.Other; in.Joined {
		l.other = story.Row{}
		m.say(locale.F("Added to the time line; %s cuts it again.", m.course.Bindings().KeyOf("cut-entry")))
	} else {
		m.say(locale.F("Cut from the time line; %s adds it again.", m.course.Bindings().KeyOf("add-entry")))
	}
	m.readTimeline(in.Story, 0)
}

// alongTimeline goes to the story after (1) or before (-1) in the time line: in the one that
// was read last as long as the story is in it, else in its own.
func (m *Model) alongTimeline(step int) {
	if m.lining.index(m.story.ID()) < 0 {
		m.readTimeline(m.story.ID(), step)
		return
	}
	m.stepTimeline(step)
}

// stepTimeline is alongTimeline in the line that has been read.
func (m *Model) stepTimeline(step int) {
	l := &m.lining
	switch i := l.index(m.story.ID()) + step; {
	case len(l.entries) < 2:
		m.say(locale.T("No other story is in the time line of this one."))
	case i < 0:
		m.say(locale.T("This is the first story of its time line."))
	case i >= len(l.entries):
		m.say(locale.T("This is the last story of its time line."))
	default:
		m.goFrom(trail.Stop{Story: l.entries[i].Row.ID}, nil)
	}
}

// openEntry opens a story of the time line or of the map.
func (m *Model) openEntry(id story.ID) {
	m.hide(m.owner())
	if m.inStory() && id == m.story.ID() {
		return
	}
	m.goFrom(trail.Stop{Story: id}, nil)
}

// timelineFoot returns the foot line of the time line in w cells.
func (m *Model) timelineFoot(w int) string {
	return foot.Line{Hints: m.course.Hints(), News: m.news()}.Draw(m.theme, w)
}

// openMap opens the map around the story that has the keys, or around the selected row.
func (m *Model) openMap() {
	if id := m.subject(); id != "" {
		m.readMap(id)
	}
}

// readMap reads the neighbourhood of a story.
func (m *Model) readMap(id story.ID) {
	m.charting.Renew(m.env.Ctx)
	e := m.env
	e.Ctx = m.charting.Ctx()
	m.await(command.ReadMap(e, m.charting.Gen(), id))
}

// showMap handles the answer to readMap.
func (m *Model) showMap(msg command.Map) {
	if !m.charting.Current(msg.Gen) || m.fail(msg.Err) {
		return
	}
	m.show(intent.MapPage, m.chart)
	m.chart.Show(msg.Graph)
}

// mapFoot returns the foot line of the map in w cells.
func (m *Model) mapFoot(w int) string {
	return foot.Line{Hints: m.chart.Hints(), News: m.news()}.Draw(m.theme, w)
}
