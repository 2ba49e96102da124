package around

import (
	"slices"
	"strconv"
	"strings"

	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/prose"
	"dateline/ui/theme"
)

// The columns of an entry: in a sheet the group, the number and the headline; in a
// pane the number and the headline.
const (
	groupCells  = 11
	sheetNumber = 4
	paneNumber  = 3
	titleLines  = 2 // of an entry in a pane
)

// numberCells returns the cells of the numbers: more than usual from 100 related
// headlines on.
func (p *Page) numberCells() int {
	digits := len(strconv.Itoa(p.related))
	switch {
	case !p.pane:
		return max(sheetNumber, digits+1)
	case digits > 2:
		return digits + 2
	}
	return paneNumber
}

// row is a drawn line and the index of its entry, -1 for none.
type row struct {
	text  string
	entry int
}

// SheetLines returns the number of lines of a sheet that shows all entries.
func (p *Page) SheetLines() int { return 1 + max(1, len(p.entries)) }

// View draws the page. It has as many lines as the box, none wider than the box.
func (p *Page) View() string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	lines := []string{p.drawHead()}
	for _, r := range p.layOut() {
		lines = append(lines, r.text)
	}
	for len(lines) < p.h {
		line := ""
		if !p.pane {
			line = strings.Repeat(" ", p.w) // over the story
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func (p *Page) drawHead() string {
	pens := &p.theme.Pens
	rule := pens.RuleOn
	if p.blur {
		rule = pens.Rule
	}
	left, name, right := "── ", locale.T("Around this story"), ""
	if p.pane {
		left, name = " ", locale.T("around this story")
	}
	name = cell.Cut(name, max(0, p.w-cell.Width(left)))
	if s := " " + p.summary + " ──"; !p.pane && p.summary != "" && cell.Width(left+name+s)+4 <= p.w {
		right = s
	}
	fill := max(0, p.w-cell.Width(left+name+right)-1)
	return rule.Draw(left) + pens.Month.Draw(name) + rule.Draw(" "+strings.Repeat("─", fill)) + pens.Text.Draw(strings.TrimSuffix(right, "──")) +
		rule.Draw(right[len(strings.TrimSuffix(right, "──")):])
}

// layOut draws the lines on the screen, below the head.
func (p *Page) layOut() []row {
	if p.h < 2 {
		return nil
	}
	if len(p.entries) == 0 && p.id != "" {
		text := "  " + locale.T("No stories around this one.")
		if p.Pending {
			text = "  " + locale.T("looking …")
		}
		return []row{{p.theme.Pens.Text.Draw(cell.Fit(text, p.w)), -1}}
	}
	starts := p.lines()
	i, found := slices.BinarySearch(starts, p.top)
	if !found {
		i--
	}
	skip, end := p.top-starts[max(0, i)], p.top+p.h-1
	var rows []row
	for ; i < len(p.entries) && starts[i] < end; i++ {
		rows = p.draw(rows, i)
	}
	rows = rows[min(skip, len(rows)):]
	return rows[:min(len(rows), p.h-1)]
}

// lines returns the first line of each entry, and the number of lines.
func (p *Page) lines() []int {
	if p.starts == nil {
		p.starts = make([]int, 0, len(p.entries)+1)
		n := 0
		var rows []row
		for i := range p.entries {
			p.starts = append(p.starts, n)
			rows = p.draw(rows[:0], i)
			n += len(rows)
		}
		p.starts = append(p.starts, n)
	}
	return p.starts
}

// draw appends the lines of entry i.
func (p *Page) draw(rows []row, i int) []row {
	if p.pane {
		return p.drawInPane(rows, i)
	}
	return append(rows, p.drawInSheet(i))
}

// drawInSheet draws entry i on one line.
func (p *Page) drawInSheet(i int) row {
	e := &p.entries[i]
	tail := strings.Join(slices.DeleteFunc(slices.Clone(e.tail), func(s string) bool { return s == "" }), "  ")
	if e.note != "" {
		tail = "(" + e.note + ")"
	}
	group := cell.Fit("  "+e.group, groupCells)
	room := max(0, p.w-groupCells-p.numberCells()-1)
	if group, room = p.narrowed(group, room); cell.Width(tail) > room/2 {
		tail = ""
	}
	title := cell.Cut(e.title, max(0, room-cell.Width(tail)-2))
	gap := strings.Repeat(" ", max(0, room-cell.Width(title)-cell.Width(tail)))
	body := cell.Right(e.sign(), p.numberCells()-1) + " " + bidi.Line(title) + gap + tail + " "
	return row{p.theme.Pens.Section.Draw(group) + p.pen(i).Draw(body), i}
}

// narrowed leaves out the groups where they would take more than a quarter of the
// width.
func (p *Page) narrowed(group string, room int) (string, int) {
	if groupCells*4 > p.w {
		return "", max(0, p.w-p.numberCells()-1)
	}
	return group, room
}

// sign returns the number of the entry, or the mark of the take that is shown.
func (e *entry) sign() string {
	if e.shown {
		return "›"
	}
	return e.number
}

// drawInPane appends the lines of entry i, and of its group before the first.
func (p *Page) drawInPane(rows []row, i int) []row {
	e := &p.entries[i]
	pens := &p.theme.Pens
	if i > 0 && (e.group != "" || e.note != "") {
		rows = append(rows, row{"", -1})
	}
	if e.group != "" {
		rows = append(rows, row{pens.Section.Draw(cell.Cut(" "+e.group, p.w)), -1})
	}
	if e.note != "" {
		rows = append(rows, row{pens.Meta.Draw(cell.Cut("   "+e.note, p.w)), -1})
	}
	cells := p.numberCells()
	room := max(2, p.w-cells-1)
	number := cell.Fit(" "+e.sign(), cells)
	if e.take { // all are of the same days, and differ in their length
		return append(rows, row{p.pen(i).Draw(number + cell.Ends(e.title, e.tail[len(e.tail)-1], room)), i})
	}
	for _, line := range wrapped(e.title, room) {
		space := strings.Repeat(" ", max(0, room-cell.Width(line)))
		rows = append(rows, row{p.pen(i).Draw(number + bidi.Line(line) + space), i})
		number = strings.Repeat(" ", cells)
	}
	if tail := cell.Cut(cell.Join(e.tail...), room); tail != "" {
		rows = append(rows, row{pens.Meta.Draw(strings.Repeat(" ", cells) + tail), i})
	}
	return rows
}

// wrapped returns title on at most titleLines lines of w cells.
func wrapped(title string, w int) []string {
	lines, rest := prose.Lines(title, w, titleLines)
	if rest != "" {
		lines[titleLines-1] += " " + rest
	}
	for i := range lines {
		lines[i] = cell.Cut(lines[i], w)
	}
	return lines
}

// pen returns the style of entry i.
func (p *Page) pen(i int) theme.Pen {
	pens := &p.theme.Pens
	switch {
	case i == p.cursor && !p.blur:
		return pens.Selected
	case p.entries[i].id == "" && p.entries[i].query == "":
		return pens.Dead
	}
	return pens.Text
}

// Cursor returns the cell where the title of the selected entry begins.
func (p *Page) Cursor() (x, y int, ok bool) {
	if len(p.entries) == 0 {
		return 2, 1, true
	}
	x = p.numberCells()
	if group, _ := p.narrowed(strings.Repeat(" ", groupCells), 0); !p.pane {
		x += cell.Width(group)
	}
	first, _ := p.span(p.cursor)
	return x, 1 + first - p.top, true
}

// span returns the first and the last line of entry i.
func (p *Page) span(i int) (first, last int) {
	starts := p.lines()
	first, last = starts[i], starts[i+1]-1
	for _, r := range p.draw(nil, i) {
		if r.entry >= 0 {
			break
		}
		first++
	}
	return first, last
}

// keepVisible scrolls until the selected entry is on the screen.
func (p *Page) keepVisible() {
	if len(p.entries) == 0 || p.h < 2 || p.theme == nil {
		p.top = 0
		return
	}
	first, last := p.span(p.cursor)
	if last >= p.top+p.h-1 {
		p.top = last - p.h + 2
	}
	if group := min(1, p.h-2); first < p.top+group { // the line of its group
		p.top = max(0, first-group)
	}
}
