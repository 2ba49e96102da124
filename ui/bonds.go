package ui

import (
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/hint"
	"dateline/ui/intent"
)

// bonding is the joins and cuts of takes in this session.
type bonding struct {
	first    story.ID // to join with another story; "" for none
	headline string   // of first
	done     []command.Bond
}

// hint returns the hint that a story waits to be joined with another; its text is "" if
// none does.
func (b *bonding) hint() hint.Hint {
	if b.first == "" {
		return hint.Hint{}
	}
	return hint.Hint{Key: ":join", Text: "joins"}
}

// subjectHeadline returns the headline of the subject, with its tags.
func (m *Model) subjectHeadline() string {
	if m.inStory() {
		return m.story.Story().Headline.Text
	}
	row, _ := m.list.Selected()
	return row.Headline.Text
}

// join remembers a story to join with another, or joins it with that.
func (m *Model) join() {
	b, id := &m.bonding, m.subject()
	first, headline := b.first, b.headline
	b.first = ""
	switch {
	case id == "":
	case id == first:
		m.say(joinForgotten)
	case first == "":
		b.first, b.headline = id, m.subjectHeadline()
		m.say("Go to the other story and :join there; U forgets it.")
	default:
		m.setBond(command.Bond{ID: first, With: id, Headline: headline})
	}
}

// joinForgotten is the note that a join has been given up.
const joinForgotten = "The join is forgotten."

// cut makes a take a story of its own.
func (m *Model) cut(in intent.Cut) {
	if in.ID == "" {
		in = intent.Cut{ID: m.subject(), Headline: m.subjectHeadline()}
	}
	if in.ID != "" {
		m.setBond(command.Bond{ID: in.ID, Headline: in.Headline})
	}
}

// undo takes the last join or cut back, or forgets a join that has begun.
func (m *Model) undo() {
	b := &m.bonding
	n := len(b.done)
	switch {
	case b.first != "":
		b.first = ""
		m.say(joinForgotten)
	case n == 0:
		m.say("There is no join or cut to undo.")
	default:
		last := b.done[n-1]
		b.done = b.done[:n-1]
		m.setBond(last)
	}
}

// setBond makes a join or cut, or takes it back.
func (m *Model) setBond(b command.Bond) {
	shown := m.story.ID()
	if m.screen.Story.Empty() {
		shown = ""
	}
	m.await(command.SetBond(&m.env, b, shown))
}

// showBonded handles the answer to setBond: the list, the story and its takes are read
// again.
func (m *Model) showBonded(msg command.Bonded) {
	b := msg.Bond
	if m.fail(msg.Err) {
		if b.Undoes() {
			m.bonding.done = append(m.bonding.done, b)
		}
		return
	}
	switch {
	case b.Undoes() && b.With != "":
		m.say("Undone: the join with " + b.Headline)
	case b.Undoes():
		m.say("Undone: the cut of " + b.Headline)
	case msg.Bonds.Empty() && b.With != "":
		m.say("They are takes of one story already.")
		return
	case msg.Bonds.Empty():
		m.say(oneTake)
		return
	case b.With != "":
		m.say("Joined, U undoes it: " + b.Headline)
	default:
		m.say("Cut, U undoes it: " + b.Headline)
	}
	if !b.Undoes() {
		b.Bonds = msg.Bonds
		m.bonding.done = append(m.bonding.done, b)
	}
	m.showBonds(msg)
}

// showBonds shows the takes as they are now.
func (m *Model) showBonds(msg command.Bonded) {
	m.follow.Changed()
	if m.env.Result != nil {
		m.searchAgain()
	}
	if v := msg.Version; v != nil && v.ID == m.story.ID() && !v.Removed {
		m.version = nil
		m.renew(v)
	}
	if !m.holders[intent.TakesPage].open {
		return
	}
	cut := msg.Bond.ID
	if msg.Bond.Undoes() || msg.Bond.With != "" {
		cut = ""
	}
	m.readTakes(m.takes.Keep(cut))
}
