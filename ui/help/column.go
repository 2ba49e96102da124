package help

import (
	"slices"

	"dateline/ui/cell"
	"dateline/ui/keys"
	"dateline/ui/theme"
)

const (
	frameWidth  = 4  // cells of the frame beside a line
	frameHeight = 5  // lines of the frame, the title and the foot
	twoColumns  = 76 // smallest width of the pop-up with two columns
	gutter      = 2  // cells between them
)

// columns holds the lines of the pop-up in its two columns; in a narrow pop-up and
// in the manual the right one is empty.
type columns struct {
	left, right []line
	w, rightW   int // widths
}

// layOut arranges rows in w cells. Groups have an empty line between them if all
// lines then fit into room. If they do not fit without these either, a group may begin in
// one column and end in the other.
func (p *Page) layOut(rows []row, w, room int) columns {
	c := p.arrange(rows, w, 1)
	if c.height() > room {
		c = p.arrange(rows, w, 0)
	}
	if level := c.level(); c.height() > room && level.height() <= room {
		return level
	}
	return c
}

// arrange arranges rows in w cells with gap empty lines between groups.
func (p *Page) arrange(rows []row, w, gap int) columns {
	if w+frameWidth < twoColumns || p.manual || p.theme != nil && p.theme.Words {
		return columns{left: join(p.blocks(rows, w), gap), w: w}
	}
	half := (w - gutter) / 2
	blocks := p.blocks(rows, half)
	c := columns{left: join(blocks, gap), w: half, rightW: w - gutter - half}
	for i := 1; i < len(blocks); i++ {
		left, right := join(blocks[:i], gap), join(blocks[i:], gap)
		if max(len(left), len(right)) <= c.height() {
			c.left, c.right = left, right
		}
	}
	return c
}

// level returns c with about as many lines in each column, though a group may be in both.
func (c columns) level() columns {
	all := slices.Concat(c.left, c.right)
	if c.rightW == 0 || len(all) == 0 {
		return c
	}
	cut := (len(all) + 1) / 2
	for cut < len(all) && all[cut].key == "" && all[cut].group == "" { // within a row
		cut++
	}
	if all[cut-1].group != "" { // a group ends up without its name
		cut--
	}
	c.left, c.right = all[:cut], all[cut:]
	return c
}

// blocks returns the lines of each group of rows that has any.
func (p *Page) blocks(rows []row, w int) [][]line {
	var blocks [][]line
	left := p.left
	for _, r := range rows {
		left = max(left, cell.Width(r.left)+2) // a command has a longer name than a key
	}
	for _, g := range append([]keys.Group{""}, keys.Groups()...) {
		lines := fold(slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.group != g }), left, w)
		if g != "" && len(lines) > 0 {
			lines = slices.Insert(lines, 0, line{group: g})
		}
		if len(lines) > 0 {
			blocks = append(blocks, lines)
		}
	}
	return blocks
}

// join joins blocks with gap empty lines between them.
func join(blocks [][]line, gap int) []line {
	var lines []line
	for i, b := range blocks {
		if i > 0 {
			lines = append(lines, make([]line, gap)...)
		}
		lines = append(lines, b...)
	}
	return lines
}

func (c columns) height() int { return max(len(c.left), len(c.right)) }

// view draws line i.
func (c columns) view(th *theme.Theme, i int) string {
	view := at(c.left, i).view(th, c.w)
	if c.rightW > 0 {
		view += cell.Fit("", gutter) + at(c.right, i).view(th, c.rightW)
	}
	return view
}

// at returns line i; an empty one after the last.
func at(lines []line, i int) line {
	if i < len(lines) {
		return lines[i]
	}
	return line{}
}
