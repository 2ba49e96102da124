// Package help is the pop-up that lists the keys of a page or the forms of the query
// language. Its rows come from the key bindings and from the manual of the query
// package, so the list is always complete and correct.
package help

import (
	"strings"

	"dateline/feed/query"
	"dateline/ui/cell"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// Page is the pop-up. Use New or NewManual to create one.
type Page struct {
	title string
	all   []row
	none  string // the text of an empty list
	keys  keys.List
	left  int // width of the left column

	theme  *theme.Theme
	w, h   int            // size of the box with its frame
	line   *prompt.Prompt // the filter line, nil if it is closed
	filter string
	top    int // the first line shown
	lines  int // number of lines in the last view
}

// row is the text of the two columns of the pop-up.
type row struct{ left, right string }

// New returns the pop-up that lists the keys of a page.
func New(title string, bindings keys.List) *Page {
	rows := make([]row, len(bindings))
	for i := range bindings {
		rows[i] = row{bindings[i].Show(), bindings[i].Help}
	}
	return newPage(title, rows, "No keys match.")
}

// NewManual returns the pop-up that lists the forms of the query language.
func NewManual(title string, entries []query.Entry) *Page {
	rows := make([]row, len(entries))
	for i, e := range entries {
		rows[i] = row{e.Form, e.Means}
	}
	return newPage(title, rows, "No entries match.")
}

// minKeyWidth is the smallest width of the left column.
const minKeyWidth = 16

func newPage(title string, rows []row, none string) *Page {
	p := &Page{title: title, all: rows, none: none, left: minKeyWidth}
	p.keys = bindings(p)
	for _, r := range rows {
		p.left = max(p.left, cell.Width(r.left)+2)
	}
	return p
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize sets the size of the pop-up in cells, with its frame.
func (p *Page) Resize(w, h int) { p.w, p.h = w, h }

// rows returns the rows that match the filter.
func (p *Page) rows() []row {
	var rows []row
	for _, r := range p.all {
		text := strings.ToLower(r.left + " " + r.right)
		if strings.Contains(text, strings.ToLower(p.filter)) {
			rows = append(rows, r)
		}
	}
	return rows
}

// Size returns the size of the pop-up for a screen of w by h cells.
func (p *Page) Size(w, h int) (int, int) {
	w = min(w-2, 76)
	return w, min(h-2, len(fold(p.all, p.left, w-4))+5)
}
