package ui

import (
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/around"
	"dateline/ui/article"
	"dateline/ui/bars"
	"dateline/ui/console"
	"dateline/ui/facets"
	"dateline/ui/headlines"
	"dateline/ui/help"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/neighbours"
	"dateline/ui/search"
	"dateline/ui/tags"
	"dateline/ui/takes"
	"dateline/ui/theme"
	"dateline/ui/timeline"
	"dateline/ui/visits"
)

// newModel returns a model with its pages, on which the keys of bound are bound.
func newModel(th *theme.Theme, bound keys.Bound) *Model {
	m := &Model{
		theme:   th,
		bound:   bound,
		program: keys.Program(),
		list:    headlines.New(th),
		story:   article.New(th),
		line:    search.New(nil),
		typing:  console.New(locale.T("row"), nil, nil),
		around:  around.New(th),
		takes:   takes.New(th),
		course:  timeline.New(th),
		chart:   neighbours.New(th),
		facets:  facets.New(),
		help:    help.New("", nil),
		visits:  visits.New(nil, ""),
		bars:    bars.New(story.Date{}),
		naming:  newNaming("", ""),
		piping:  newPiping(nil),
	}
	m.list.SetMarks(&m.marks)
	m.story.SetMarks(&m.marks)
	m.story.Visited, m.around.Visited = m.trail.Been, m.trail.Been
	m.holders = m.newHolders()
	for i := range m.holders {
		m.holders[i].Bindings().Rebind(bound)
	}
	m.program.Rebind(bound)
	return m
}

// newHolders lists the pages. A new page needs a line here.
func (m *Model) newHolders() holders {
	return holders{
		intent.HelpPage:     {kind: sheet, page: m.help, place: m.middle, enter: m.showKeys},
		intent.QuestionPage: {kind: line, page: newQuestion(""), name: "question"},
		intent.TagsPage:     {kind: line, page: tags.New(nil, nil), name: "tags"},
		intent.PipePage:     {kind: line, page: m.piping, name: "pipe", enter: m.openPipe},
		intent.CopyPage:     {kind: line, page: newCopying(), name: "copy", enter: m.openCopy},
		intent.NamePage:     {kind: line, page: m.naming, enter: m.saveSearch},
		intent.CommandPage:  {kind: line, page: m.typing, name: "command", enter: func() { m.openCommand("") }},
		intent.SearchPage:   {kind: line, page: m.line, name: "search", enter: m.openSearch},
		intent.FindPage:     {kind: line, page: newFinder(m.story), enter: m.beginFind, clicks: true},
		intent.TrailPage:    {kind: sheet, page: m.visits, name: "trail", title: locale.T("Keys in the trail"), place: m.lowest, foot: m.visitsFoot, enter: m.openVisits},
		intent.BarsPage:     {kind: sheet, page: m.bars, name: "strip", title: locale.T("Keys in the strip"), place: lowBars, foot: m.barsFoot, enter: m.openBars, closed: m.counts.Cancel},
		intent.FacetsPage:   {kind: sheet, page: m.facets, name: "facets", title: locale.T("Keys in the panel"), place: right, enter: m.openFacets, closed: m.counts.Cancel},
		intent.TakesPage:    {kind: sheet, page: m.takes, name: "takes", title: locale.T("Keys in the takes"), place: whole, foot: m.takesFoot, enter: m.openTakes, closed: m.comparing.Cancel},
		intent.TimelinePage: {kind: sheet, page: m.course, name: "timeline", title: locale.T("Keys in the time line"), place: whole, foot: m.timelineFoot, enter: m.openTimeline},
		intent.MapPage:      {kind: sheet, page: m.chart, name: "map", title: locale.T("Keys on the map"), place: whole, foot: m.mapFoot, enter: m.openMap},
		intent.AroundPage:   {kind: sheet, page: m.around, name: "around", title: locale.T("Keys around the story"), place: m.bottom, foot: m.aroundFoot, enter: m.openAround},
		intent.StoryPage:    {kind: pane, page: m.story, name: "story", title: locale.T("Keys in the story"), before: m.beforeStory, foot: m.storyFoot},
		intent.ListPage:     {kind: pane, page: m.list, name: "list", title: locale.T("Keys in the list"), before: m.beforeList, foot: m.listFoot, open: true},
	}
}

// Keys has the name of a page and its bindings.
type Keys struct {
	Page     string
	Bindings keys.List
}

// Bindings returns the bindings of the program, page by page, the list first, if the keys of
// bound are bound.
func Bindings(bound keys.Bound) []Keys {
	var pages []Keys
	hs := newModel(nil, bound).holders
	for i := len(hs) - 1; i >= 0; i-- {
		if hs[i].name != "" {
			pages = append(pages, Keys{hs[i].name, hs[i].Bindings()})
		}
	}
	return pages
}
