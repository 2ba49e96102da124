package page

import (
	"strconv"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

const (
	maxLists = 16  // lists inside each other; deeper ones are read as text
	cellSize = 200 // bytes of the longest text in the cell of a table that is a table
	maxCells = 64  // in a row
)

// list adds a list. One whose items have headings, pictures or many paragraphs is only
// there for the layout.
func (w *writer) list(n *markup.Node) {
	if w.lists == maxLists {
		w.children(n)
		return
	}
	w.lists++
	var all []story.Block
	var text []string
	layout, number := false, 0
	for _, item := range n.Children {
		if item.Name == "" || w.drop(item) {
			continue
		}
		number++
		blocks := w.inner(item)
		layout = layout || len(blocks) > 3
		mark := "- "
		if n.Name == "ol" {
			mark = strconv.Itoa(number) + ". "
		}
		for _, b := range blocks {
			layout = layout || b.Kind != story.Paragraph && b.Kind != story.Quote && b.Kind != story.List
			for l := range strings.SplitSeq(b.Text, "\n") {
				text = append(text, mark+l)
				mark = strings.Repeat(" ", len(mark))
			}
		}
		all = append(all, blocks...)
	}
	w.lists--
	switch {
	case len(all) == 0:
	case layout:
		w.out = append(w.out, all...)
	default:
		at := story.Span{First: all[0].Span.First, Last: all[len(all)-1].Span.Last}
		w.add(story.Block{Kind: story.List, Text: strings.Join(text, "\n"), Span: at})
	}
}

// table adds a table in columns. One with a single column, a long text or a table in it is
// only there for the layout.
func (w *writer) table(n *markup.Node) {
	t := grid{drop: w.drop}
	if !t.read(n) || t.columns < 2 || len(t.rows) < 2 {
		w.children(n)
		return
	}
	lines := line.Align(t.rows, func(int) bool { return false })
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	if t.caption != "" {
		w.add(story.Block{Kind: story.Heading, Text: t.caption, Span: t.at})
	}
	w.add(story.Block{Kind: story.Code, Text: strings.Join(lines, "\n"), Span: t.at})
}

// grid is the text of a table.
type grid struct {
	drop    func(*markup.Node) bool
	rows    [][]string
	columns int
	caption string
	at      story.Span
}

// read reads the rows in n. It returns false if they are no table.
func (t *grid) read(n *markup.Node) bool {
	for _, c := range n.Children {
		switch {
		case c.Name == "" || t.drop(c):
		case c.Name == "caption":
			t.caption, _ = t.text(c)
		case c.Name == "tr":
			if !t.row(c) {
				return false
			}
		case !t.read(c):
			return false
		}
	}
	return true
}

func (t *grid) row(n *markup.Node) bool {
	var cells []string
	filled := 0
	for _, c := range n.Children {
		if c.Name != "td" && c.Name != "th" {
			continue
		}
		text, ok := t.text(c)
		if !ok || len(text) > cellSize || len(cells) == maxCells {
			return false
		}
		if text != "" {
			filled++
		}
		cells = append(cells, text)
	}
	if filled > 0 {
		t.rows = append(t.rows, cells)
		t.columns = max(t.columns, filled)
	}
	return true
}

// text returns the text of a cell on one line; ok is false if it has what no cell of a
// table has.
func (t *grid) text(n *markup.Node) (text string, ok bool) {
	var b strings.Builder
	ok = t.write(&b, n)
	return clean.Line(b.String()), ok
}

func (t *grid) write(b *strings.Builder, n *markup.Node) bool {
	for _, c := range n.Children {
		switch {
		case b.Len() > 4*cellSize:
			return false
		case c.Name == "":
			b.WriteString(c.Text)
			t.place(c)
		case t.drop(c):
		case c.Name == "table" || c.Name == "figure" || c.Name == "pre" || c.Name == "h1" || c.Name == "h2":
			return false
		default:
			if !markup.IsInline(c.Name) {
				b.WriteByte(' ')
			}
			if !t.write(b, c) {
				return false
			}
		}
	}
	return true
}

// place adds the place of a text to that of the table.
func (t *grid) place(n *markup.Node) {
	if strings.TrimSpace(n.Text) == "" {
		return
	}
	if t.at.First == 0 {
		t.at.First = n.Line
	}
	t.at.Last = n.Line
}
