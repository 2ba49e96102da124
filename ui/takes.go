package ui

import (
	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/foot"
	"dateline/ui/intent"
	"dateline/ui/pending"
	"dateline/ui/takes"
	"dateline/ui/trail"
	"dateline/ui/when"
)

// oneTake returns the note about a story with one take.
func oneTake() string { return locale.T("This story has one take.") }

// comparing is the comparison of the takes that are on the screen.
type comparing struct {
	pending.Latest
	running bool // a pair that the reader does not wait for is being compared
}

// openTakes opens the takes of the story that has the keys, or of the selected row or entry.
func (m *Model) openTakes() {
	id := m.subject()
	if m.holders[intent.AroundPage].open {
		id = m.around.Take()
	}
	if id != "" {
		m.readTakes(id)
	}
}

// readTakes reads the takes of a story, to show them.
func (m *Model) readTakes(id story.ID) {
	c := &m.comparing
	c.Renew(m.env.Ctx)
	c.running = false
	e := m.env
	e.Ctx = c.Ctx()
	m.await(command.OpenTakes(e, c.Gen(), id))
}

// subject returns the ID of the story that has the keys, or of the selected row; "" for
// none.
func (m *Model) subject() story.ID {
	if m.inStory() {
		return m.story.ID()
	}
	row, _ := m.list.Selected()
	return row.ID
}

// showTakes handles the answer to openTakes.
func (m *Model) showTakes(msg command.Takes) {
	switch {
	case !m.comparing.Current(msg.Gen) || m.fail(msg.Err):
		return
	case len(msg.Takes) < 2 && m.holders[intent.TakesPage].open: // the other was cut
		m.hide(&m.holders[intent.TakesPage])
		return
	case len(msg.Takes) < 2:
		m.say(oneTake())
		return
	}
	for i := range msg.Takes {
		t := &msg.Takes[i]
		t.Problem = clean.Line(t.Problem)
		if m.veil(t) && (i == msg.Pair.Old || i == msg.Pair.New) {
			msg.Diff = nil
		}
	}
	m.show(intent.TakesPage, m.takes)
	m.takes.Show(msg.Takes, msg.Pair)
	if msg.Diff != nil {
		m.takes.Add(msg.Pair, msg.Diff)
	}
}

// veil hides the text of a take that is under embargo, and reports whether it has.
func (m *Model) veil(t *takes.Take) bool {
	if t.Story == nil {
		return false
	}
	held := m.story.Held(t.Story) != ""
	if held {
		t.Story, t.Problem = nil, locale.F("is under embargo until %s", when.Until(feed.ReadEmbargo(t.Story)))
	}
	return held
}

// compareTakes compares the pair on the screen if that is still to be done; keys wait for
// it. Then it compares each take with the one before it, for the rows above.
func (m *Model) compareTakes() {
	c := &m.comparing
	if !m.holders[intent.TakesPage].open || m.waits() {
		return
	}
	pair, ok := m.takes.Missing()
	wanted := pair == m.takes.Pair()
	if !ok || c.running && !wanted {
		return
	}
	old, cur, _ := m.takes.Stories(pair)
	cmd := command.Compare(c.Gen(), pair, old, cur)
	if wanted {
		m.await(cmd)
		return
	}
	c.running = true
	m.do(cmd)
}

// showCompared handles the answer to compareTakes.
func (m *Model) showCompared(msg command.Compared) {
	if m.comparing.Current(msg.Gen) {
		m.comparing.running = false
		m.takes.Add(msg.Pair, msg.Diff)
	}
}

// openTake opens a take at a block of its body.
func (m *Model) openTake(in intent.OpenTake) {
	m.hide(&m.holders[intent.TakesPage])
	stop := trail.Stop{Story: in.ID, Block: in.Block}
	if m.inStory() && in.ID == m.story.ID() {
		m.holders[intent.AroundPage].open = false
		m.resize()
		m.want(m.story.GoToBlock(in.Block))
		return
	}
	m.goFrom(stop, &stop)
}

// goFrom goes from a page over the story or the list to a story, at the stop at; nil is
// where the reader last left it. From a story the trail goes on.
func (m *Model) goFrom(stop trail.Stop, at *trail.Stop) {
	m.holders[intent.AroundPage].open = false
	if m.inStory() {
		m.leaveStop()
		m.trail.Follow(stop)
	} else {
		m.trail.Start(stop)
	}
	m.goTo(stop.Story, at)
}

// takesFoot returns the foot line of the takes in w cells.
func (m *Model) takesFoot(w int) string {
	return foot.Line{Hints: m.takes.Hints(), News: m.news(), Right: []string{m.takes.Summary()}}.Draw(m.theme, w)
}
