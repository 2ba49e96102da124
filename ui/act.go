package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/command"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/layout"
)

// act acts on an intent of a page. The linter checks that each switch has every
// intent of its group.
func (m *Model) act(in intent.Intent) {
	switch in := in.(type) {
	case intent.ForList:
		m.actOnList(in)
	case intent.ForStory:
		m.actOnStory(in)
	case intent.ForLinks:
		m.actOnLinks(in)
	case intent.ForProgram:
		m.actOnProgram(in)
	case intent.ForLine:
		m.actOnLine(in)
	case intent.ForSearch:
		m.actOnSearch(in)
	case intent.ForScreen:
		m.actOnScreen(in)
	}
}

func (m *Model) actOnList(in intent.ForList) {
	switch in := in.(type) {
	case intent.Load:
		m.load(in)
	case intent.Extend:
		m.do(command.Extend(m.env, in))
	case intent.Locate:
		m.do(command.Locate(m.env, in))
	case intent.Snippets:
		m.snip(in)
	case intent.GoToDate:
		m.goToDate(in.Before)
	case intent.NextUnread:
		m.nextUnread(in.Back)
	case intent.Unfold:
		m.await(command.Unfold(m.env, in))
	case intent.EveryTake:
		m.everyTake()
	case intent.News:
		m.showNews()
	case intent.AskAll:
		m.askAll(in.Do)
	case intent.Confirm:
		m.confirm()
	}
}

func (m *Model) actOnStory(in intent.ForStory) {
	switch in := in.(type) {
	case intent.Open:
		m.openRow(in.ID)
	case intent.Compare:
		m.compareTakes()
	case intent.OpenTake:
		m.openTake(in)
	case intent.Join:
		m.join()
	case intent.Cut:
		m.cut(in)
	case intent.Undo:
		m.undo()
	case intent.Redo:
		m.redo()
	case intent.Back:
		m.back()
	case intent.NextNew:
		m.nextNew(in.Step)
	case intent.Neighbour:
		m.neighbour(in.Step)
	case intent.Read:
		m.setRead(in)
	case intent.Star:
		m.setStarred(in)
	case intent.AskTags:
		m.askTags(in)
	case intent.Tag:
		m.setTags(in)
	case intent.Place:
		m.placed()
	case intent.EndFind:
		m.endFind(in.Keep)
	}
}

func (m *Model) actOnLinks(in intent.ForLinks) {
	switch in := in.(type) {
	case intent.Follow:
		m.followLink(in)
	case intent.Trail:
		m.alongTrail(in.Step)
	case intent.Revisit:
		m.revisit(in.ID)
	case intent.Why:
		m.want(m.story.Why())
	case intent.Cites:
		m.await(command.FindCitation(m.env, in))
	case intent.Number:
		m.number(in.Digit)
	}
}

func (m *Model) actOnProgram(in intent.ForProgram) {
	switch in := in.(type) {
	case intent.Copy:
		m.copyPart(in.Part)
	case intent.AskNote:
		m.askNote(in)
	case intent.Edit:
		m.openInEditor()
	case intent.Pipe:
		m.pipe(in.Text)
	case intent.Export:
		m.export(in.Path)
	case intent.OpenOutside:
		m.openOutside(in)
	case intent.Outside:
		m.startOutside()
	}
}

func (m *Model) actOnLine(in intent.ForLine) {
	switch in := in.(type) {
	case intent.OpenEntry:
		m.openEntry(in.ID)
	case intent.SetEntry:
		m.setEntry(in)
	case intent.StepEntry:
		m.alongTimeline(in.Step)
	case intent.Walk:
		m.readMap(in.ID)
	}
}

func (m *Model) actOnSearch(in intent.ForSearch) {
	switch in := in.(type) {
	case intent.Typed:
		m.searchTyped()
	case intent.Choose:
		m.want(m.list.Choose(in.Step))
	case intent.Suggested:
		m.searchSuggestion()
	case intent.Complete:
		m.completeWord()
	case intent.Keep:
		m.keepSearch()
	case intent.Restore:
		m.restore()
	case intent.Clear:
		m.clear()
	case intent.Sort:
		m.sort()
	case intent.Today:
		m.searchToday()
	case intent.SearchFor:
		m.searchFrom(in)
	case intent.Manual:
		m.showManual()
	case intent.Narrow:
		m.narrow(in.Clause)
	case intent.Widen:
		m.removeClause(in.Clause)
	case intent.Name:
		m.nameSearch(in)
	case intent.Rename:
		m.askName(newNaming("", in.Name))
	case intent.Drop:
		m.do(command.Drop(m.env, in.Name))
	}
}

func (m *Model) actOnScreen(in intent.ForScreen) {
	switch in := in.(type) {
	case intent.Width:
		m.widen(in.Step)
	case intent.Pictures:
		m.flipPictures()
	case intent.Zen:
		m.zen()
	case intent.Show:
		m.enter(in.Page)
	case intent.Pane:
		m.nextPane(in.Step)
	case intent.Run:
		m.runCommand(in)
	case intent.GoTo:
		m.goToNumber(in.N)
	case intent.Begin:
		m.openCommand(in.Text)
	case intent.Set:
		m.set(in.Text)
	case intent.OpenArchive:
		m.openArchive(in.Path)
	case intent.Do:
		m.doAction(in)
	case intent.Close:
		m.hide(m.owner())
	case intent.Say:
		m.say(in.Text)
	case intent.Quit:
		m.do(tea.Quit)
	case intent.Redraw:
		m.do(tea.ClearScreen)
	case intent.Suspend:
		m.do(tea.Suspend)
	}
}

// doAction does an action that was typed, or found in the help, which it closes.
func (m *Model) doAction(in intent.Do) {
	if h := &m.holders[intent.HelpPage]; h.open {
		m.hide(h)
	}
	m.key(keys.Press(in.Name, in.Arg))
}

// splitStep and textStep are the numbers of cells by which a press of < or >
// changes the width of the list and of the text.
const (
	splitStep = 2
	textStep  = 4
)

// widen changes the width of the list or the text.
func (m *Model) widen(step int) {
	switch {
	case m.inStory():
		m.story.SetWidth(m.story.Width() + step*textStep)
	case m.screen.Split:
		m.layout.ListWidth = layout.ListWidth(m.w, m.panes(), m.screen.List.W+step*splitStep)
		m.resize()
	default:
		m.say(locale.T("The list already has the whole width."))
		return
	}
	m.saveSoon()
}

// zen shows the story alone, or ends that. In the list it shows one pane less, and
// after the list alone as many as fit.
func (m *Model) zen() {
	switch n := m.panes(); {
	case m.inStory():
		m.layout.Zen = !m.layout.Zen
	case m.looks.Words:
		m.say(locale.T("The list has the whole screen."))
	case layout.Fit(m.w) == 1:
		m.say(locale.T("The story has room beside the list from 110 columns on."))
	case n > 1:
		m.layout.Panes = n - 1
	default:
		m.layout.Panes = 0
	}
	m.resize()
}

// panes returns the number of panes that the reader has chosen and that fit.
func (m *Model) panes() int {
	n := layout.Fit(m.w)
	if m.layout.Panes > 0 {
		n = min(n, m.layout.Panes)
	}
	return n
}
