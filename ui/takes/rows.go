package takes

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/when"
)

// dateCells is the width of a day with its weekday, without a year: "Thu 10 Oct".
const dateCells = 10

// table is the columns of the takes: name, day, length, what changed, note.
type table struct {
	name, date, words, changes int
	digits                     int // of the numbers of what changed
}

// table returns the widths of the columns on this page; a column that has no room is 0.
func (p *Page) table() table {
	t := table{digits: p.digits()}
	for i := range p.takes {
		t.name = max(t.name, cell.Width(name(&p.takes[i])))
		t.words = max(t.words, cell.Width(words(&p.takes[i].Row)))
		t.changes = max(t.changes, cell.Width(p.changes(i, t)))
	}
	if p.w < wideFrom {
		t.changes = max(t.changes, cell.Width("+ 4 ~ 2"))
	} else {
		t.changes = max(t.changes, cell.Width("+4, "+locale.F("%d changed", 2)))
	}
	t.date = dateCells
	for _, column := range []*int{&t.date, &t.words} {
		if p.w < 3+t.name+t.date+t.words+t.changes+9 {
			*column = 0
		}
	}
	return t
}

// drawRows draws n takes, from the first on.
func (p *Page) drawRows(first, n int) []string {
	t := p.table()
	lines := make([]string, 0, n)
	for i := first; i < first+n; i++ {
		lines = append(lines, p.drawRow(i, t))
	}
	return lines
}

// drawRow draws take i: a mark if it is compared, and the columns of t.
func (p *Page) drawRow(i int, t table) string {
	pens := &p.theme.Pens
	take := &p.takes[i]
	mark, pen := "   ", pens.Text
	if i == p.pair.Old || i == p.pair.New {
		mark, pen = " "+pens.Here.Draw("▸")+" ", pens.Strong
	}
	text := cell.Fit(name(take), min(t.name, max(0, p.w-4)))
	if t.date > 0 {
		text += "  " + cell.Fit(day(take.Row.Date), t.date)
	}
	if t.words > 0 {
		text += "  " + cell.Right(words(&take.Row), t.words)
	}
	left := cell.Cut(text, max(0, p.w-4))
	return mark + pen.Draw(left) + p.rest(i, t, p.w-4-cell.Width(left))
}

// rest returns what changed in take i and why, in w cells: its note, or where there is room
// for it whole and there is none, how the story begins.
func (p *Page) rest(i int, t table, w int) string {
	take := &p.takes[i]
	if take.Story == nil {
		return "  " + cell.Cut(take.Problem, max(0, w-2))
	}
	text := "  " + cell.Fit(p.changes(i, t), t.changes)
	room := max(0, w-cell.Width(text)-2)
	why := p.notes[i]
	if long := whole(take.Story); p.w >= wideFrom && (why == "" || cell.Width(long) <= room) {
		why = long
	}
	return cell.Cut(strings.TrimRight(text+"  "+bidi.Line(cell.Cut(why, room)), " "), max(0, w))
}

// whole returns the notes of st as they are written, or how it begins.
func whole(st *story.Story) string {
	var all []string
	for i := range st.Notes {
		all = append(all, st.Notes[i].Text)
	}
	for i := range st.Body {
		if len(all) == 0 && st.Body[i].N > 0 {
			return st.Body[i].Text
		}
	}
	return cell.Join(all...)
}

// changes returns what changed in a take: "+ 4 ~ 2", and in words where there is room.
func (p *Page) changes(i int, t table) string {
	n := p.since(i)
	var parts []string
	add := func(n int, short, long string) {
		switch {
		case n == 0:
		case p.w < wideFrom:
			parts = append(parts, fmt.Sprintf("%s %*d", short, t.digits, n))
		default:
			parts = append(parts, long)
		}
	}
	added := "+" + strconv.Itoa(n.added)
	if n.changed+n.gone == 0 {
		added = locale.F("+%d paragraphs", n.added)
	}
	add(n.added, "+", added)
	add(n.changed, "~", locale.F("%d changed", n.changed))
	add(n.gone, "-", locale.F("%d gone", n.gone))
	if p.w < wideFrom {
		return strings.Join(parts, " ")
	}
	return strings.Join(parts, ", ")
}

// digits returns the width of the numbers of what changed.
func (p *Page) digits() int {
	most := 0
	for i := range p.takes {
		n := p.since(i)
		most = max(most, n.added, n.changed, n.gone)
	}
	return len(strconv.Itoa(most))
}

// day returns a date without its year.
func day(d story.Date) string {
	weekday, ok := d.Weekday()
	if !ok {
		return when.DayMonth(d)
	}
	return locale.In("date").F("%s %s", locale.Weekday(weekday), when.DayMonth(d))
}

// Summary returns what changed between the two takes for the foot line; "" where there is
// no room for it.
func (p *Page) Summary() string {
	n := p.shown()
	if n.diff == nil || p.w < wideFrom {
		return ""
	}
	return locale.F("%d new · %d changed · %d gone", n.added, n.changed, n.gone)
}
