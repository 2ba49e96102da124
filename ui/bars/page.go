// Package bars is the strip of months or days below the list: a bar for each, as high as
// it has stories. The list goes to the one that the reader chooses.
package bars

import (
	"time"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/theme"
)

// Page is the strip. Use New to create one.
type Page struct {
	keys  keys.List
	theme *theme.Theme
	w, h  int

	days   map[int]int // stories of each day
	done   bool        // all stories are counted
	byDay  bool        // each bar is a day, not a month
	chosen bool        // the reader has chosen what a bar is
	at     int         // the day under the cursor, or a day of its month
	left   int         // the first bar on the screen
}

// manyDays is the number of days from which on a bar is a month at first.
const manyDays = 62

// New returns a strip without counts, at the date of a story; the zero date is the latest
// day.
func New(at story.Date) *Page {
	p := &Page{days: map[int]int{}}
	if at.Known() {
		p.at = dayOf(time.Date(at.Year, time.Month(at.Month), at.Day, 0, 0, 0, 0, time.UTC))
	}
	p.keys = bindings(p)
	return p
}

// dayOf returns the number of a day, counted from the year 1; it is never 0 for a day
// that a query can name.
func dayOf(t time.Time) int { return int(t.Unix()/86400) + daysTo1970 }

// daysTo1970 is the number of days from the first of the year 1.
const daysTo1970 = 719162

// date returns the day with a number.
func date(day int) time.Time { return time.Unix(int64(day-daysTo1970)*86400, 0).UTC() }

// Count sets the number of stories of each day, newest first. The cursor keeps its day.
func (p *Page) Count(days []feed.Value, done bool) {
	clear(p.days)
	p.done = done
	for _, v := range days {
		if t, err := time.Parse(time.DateOnly, v.Text); err == nil {
			p.days[dayOf(t)] += v.N
		}
	}
	first, last := p.ends()
	if !p.chosen {
		p.byDay = last-first < manyDays
	}
	if p.at == 0 || len(p.days) > 0 && p.at > last {
		p.at = last
	}
	if len(p.days) > 0 && p.at < first {
		p.at = first
	}
	p.scroll()
}

// ends returns the first and the last day with stories; 0 if there are none.
func (p *Page) ends() (first, last int) {
	for d := range p.days {
		if first == 0 || d < first {
			first = d
		}
		last = max(last, d)
	}
	return first, last
}

// bar returns the number of the bar of a day: its day, or its month.
func (p *Page) bar(day int) int {
	if p.byDay {
		return day
	}
	t := date(day)
	return t.Year()*12 + int(t.Month()) - 1
}

// start returns the first day of a bar.
func (p *Page) start(bar int) time.Time {
	if p.byDay {
		return date(bar)
	}
	return time.Date(bar/12, time.Month(bar%12+1), 1, 0, 0, 0, 0, time.UTC)
}

// counts returns the stories of each bar and the most that one has.
func (p *Page) counts() (counts map[int]int, most int) {
	counts = map[int]int{}
	for d, n := range p.days {
		b := p.bar(d)
		counts[b] += n
		most = max(most, counts[b])
	}
	return counts, most
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize sets the size of the strip in cells.
func (p *Page) Resize(w, h int) {
	p.w, p.h = w, h
	p.scroll()
}

// scroll scrolls until the bar under the cursor is on the screen.
func (p *Page) scroll() {
	room := max(1, p.room())
	first, last := p.ends()
	at := p.bar(p.at)
	p.left = max(min(p.left, p.bar(last)-room+1), p.bar(first))
	p.left = min(max(p.left, at-room+1), at)
}

// step moves the cursor by n bars.
func (p *Page) step(n int) {
	if len(p.days) == 0 {
		return
	}
	first, last := p.ends()
	bar := max(p.bar(first), min(p.bar(p.at)+n, p.bar(last)))
	if bar != p.bar(p.at) {
		p.at = min(dayOf(p.start(bar+1))-1, last)
	}
	p.scroll()
}

// unit changes between months and days.
func (p *Page) unit() {
	p.byDay, p.chosen = !p.byDay, true
	p.scroll()
}

// choose returns the intent to go to the bar under the cursor.
func (p *Page) choose() intent.Intent {
	if len(p.days) == 0 {
		return intent.Close{}
	}
	return intent.GoToDate{Before: p.start(p.bar(p.at) + 1)}
}
