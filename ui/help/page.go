// Package help is the pop-up that lists the keys of a page, or what can be typed
// into a search. Its rows are the bindings themselves and the entries of the
// query language, so it cannot list what does not exist.
package help

import (
	"strings"

	"dateline/feed/query"
	"dateline/ui/cell"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// Page is the pop-up. It must be made with New or NewManual.
type Page struct {
	title string
	all   []row
	none  string // the line of an empty list
	keys  keys.List
	left  int // cells of the left column

	theme  *theme.Theme
	w, h   int            // of the box, its frame included
	line   *prompt.Prompt // nil unless a filter is typed
	filter string
	top    int // the first line shown
	lines  int // of the last view
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

// NewManual returns the pop-up that lists what can be typed into a search.
func NewManual(title string, entries []query.Entry) *Page {
	rows := make([]row, len(entries))
	for i, e := range entries {
		rows[i] = row{e.Form, e.Means}
	}
	return newPage(title, rows, "No entries match.")
}

// narrow is the width of a column of keys.
const narrow = 16

func newPage(title string, rows []row, none string) *Page {
	p := &Page{title: title, all: rows, none: none, left: narrow}
	p.keys = bindings(p)
	for _, r := range rows {
		p.left = max(p.left, cell.Width(r.left)+2)
	}
	return p
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize gives the pop-up a box of w by h cells.
func (p *Page) Resize(w, h int) { p.w, p.h = w, h }

// rows is the rows that match the filter.
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

// Size is the box that the pop-up wants on a screen of w by h cells.
func (p *Page) Size(w, h int) (int, int) {
	w = min(w-2, 76)
	return w, min(h-2, len(fold(p.all, p.left, w-4))+5)
}
