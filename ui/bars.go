package ui

import (
	"fmt"
	"math"
	"time"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/bars"
	"dateline/ui/command"
	"dateline/ui/foot"
	"dateline/ui/intent"
	"dateline/ui/layout"
)

// openBars opens the strip at the month or day of the selected row, and counts its bars.
func (m *Model) openBars() {
	var at story.Date
	if row, ok := m.list.Selected(); ok {
		at = row.Date
	}
	m.bars = bars.New(at)
	m.show(intent.BarsPage, m.bars)
	m.countFacets()
}

// goToDate closes the strip and goes to the newest row of the list before a moment. A
// result that is ranked is put in order of time for that.
func (m *Model) goToDate(before time.Time) {
	m.hide(&m.holders[intent.BarsPage])
	key := story.Key{Unix: before.Unix() - 1, Take: math.MaxInt32}
	s := &m.search.shown
	if s.result == nil || s.result.Order == feed.Newest {
		m.want(m.list.LoadAt(key))
		return
	}
	m.ask(command.Search{Text: s.text, Typed: s.typed, Sort: feed.Newest, Keep: true, Exact: true, Resumed: true, At: key})
}

// searchToday searches for the stories of this day in earlier years.
func (m *Model) searchToday() {
	now := m.now()
	m.want(intent.SearchFor{Text: fmt.Sprintf("on:%02d-%02d before:%04d", now.Month(), now.Day(), now.Year())})
}

// lowBars returns the box of the strip.
func lowBars(w, h int) layout.Box { return bottom(w, h, bars.Lines) }

// barsFoot returns the foot line of the strip in w cells.
func (m *Model) barsFoot(w int) string {
	return foot.Line{Hints: m.bars.Hints(), News: m.news()}.Draw(m.theme, w)
}
