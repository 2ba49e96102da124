package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/help"
	"dateline/ui/intent"
	"dateline/ui/layout"
)

// act does what a page asked for.
func (m *Model) act(in intent.Intent) tea.Cmd {
	switch in := in.(type) {
	case intent.Load:
		return m.load(in)
	case intent.Extend:
		return extendRows(m.env, in)
	case intent.NextUnread:
		return m.nextUnread(in.Back)
	case intent.Open:
		return m.openRow(in.ID)
	case intent.Follow:
		return m.follow(in.ID)
	case intent.Back:
		return m.back()
	case intent.Trail:
		return m.alongTrail(in.Step)
	case intent.Neighbour:
		return m.neighbour(in.Step)
	case intent.Read:
		return m.setRead(in.ID, in.Read)
	case intent.Star:
		return m.setStarred(in.ID, in.Starred)
	case intent.News:
		return m.takeIn()
	case intent.Place:
		return m.placed()
	case intent.Locate:
		return locate(m.env, in)
	case intent.Snippets:
		return m.snippets(in)
	default:
		return m.actOnSearch(in)
	}
}

// actOnScreen does what needs no store.
func (m *Model) actOnScreen(in intent.Intent) tea.Cmd {
	switch in := in.(type) {
	case intent.Find:
		m.story.BeginFind()
		m.show(&m.finder, newFinder(m.story))
	case intent.EndFind:
		return m.endFind(in.Keep)
	case intent.Width:
		return m.widen(in.Step)
	case intent.Zen:
		return m.zen()
	case intent.Help:
		m.openHelp()
	case intent.Close:
		m.hide(m.owner())
	case intent.Say:
		m.say(in.Text)
	case intent.Quit:
		return tea.Quit
	case intent.Redraw:
		return tea.ClearScreen
	case intent.Suspend:
		return tea.Suspend
	}
	return nil
}

// openHelp lists the keys of the page that has the keys.
func (m *Model) openHelp() {
	h := m.owner()
	m.popUpHelp(help.New(h.title, h.Bindings()))
}

func (m *Model) popUpHelp(p *help.Page) {
	m.help = p
	m.show(&m.popUp, p)
}

// A press of < or > changes the list by so many cells, the text by so many.
const (
	splitStep = 2
	textStep  = 4
)

func (m *Model) widen(step int) tea.Cmd {
	switch {
	case m.inStory():
		m.story.SetWidth(m.story.Width() + step*textStep)
	case m.screen.Split:
		m.layout.SplitWidth = layout.SplitWidth(m.w, m.screen.List.W+step*splitStep)
		m.resize()
	default:
		m.say("The list takes the whole width here; from 120 columns on the story stands beside it.")
		return nil
	}
	return m.saver.later(m.after)
}

func (m *Model) zen() tea.Cmd {
	switch {
	case m.inStory():
		m.layout.Zen = !m.layout.Zen
	case m.w < layout.SplitFrom:
		m.say("List and story stand side by side from 120 columns on.")
	default:
		m.layout.SplitOff = !m.layout.SplitOff
	}
	m.resize()
	return nil
}
