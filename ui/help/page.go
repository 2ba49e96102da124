// Package help is the pop-up that lists the keys of a page, in groups, or the forms of
// the query language. Its rows come from the key bindings and from the manual of the
// query package, so the list is always complete and correct.
package help

import (
	"slices"
	"strings"

	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/ui/cell"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// Page is the pop-up. Use New or NewManual to create one.
type Page struct {
	title  string
	all    []row
	none   string // the text of an empty list
	manual bool   // it lists the forms of the query language
	keys   keys.List
	left   int // width of the keys or forms in front of their descriptions

	actions []row // the keys and commands that a filter finds, one a row; nil in the manual

	theme  *theme.Theme
	w, h   int            // size of the box with its frame
	line   *prompt.Prompt // the filter line, nil if it is closed
	filter string
	top    int // the first line shown
	lines  int // number of lines in the last view
}

// row is a key or form and its description.
type row struct {
	group       keys.Group // empty in the manual
	left, right string

	action *keys.Binding // in actions
}

// minFormWidth is the smallest width of the forms in the manual.
const minFormWidth = 16

// New returns the pop-up that lists the keys of a page.
func New(title string, bindings keys.List) *Page {
	var rows []row
	for _, e := range bindings.Entries() {
		rows = append(rows, row{group: e.Group, left: e.Keys, right: e.Help})
	}
	mouse := row{group: keys.Screen, left: "mouse = true", right: locale.T("in config.toml")}
	p := newPage(title, append(rows, mouse), 0, locale.T("No keys and commands match."))
	for i := range bindings {
		b := &bindings[i]
		left := b.Show()
		if left == "" {
			left = ":" + b.Name
		}
		p.actions = append(p.actions, row{b.Group, left, locale.T(b.Help), b})
	}
	p.actions = append(p.actions, mouse)
	return p
}

// NewManual returns the pop-up that lists the forms of the query language.
func NewManual(title string, entries []query.Entry) *Page {
	rows := make([]row, len(entries))
	for i, e := range entries {
		rows[i] = row{left: e.Form, right: e.Means}
	}
	p := newPage(title, rows, minFormWidth, locale.T("No entries match."))
	p.manual = true
	return p
}

// Explain puts rows about the query that is typed above the rows of the manual.
func (p *Page) Explain(entries []query.Entry) {
	rows := make([]row, len(entries), len(entries)+len(p.all)+1)
	for i, e := range entries {
		rows[i] = row{left: cell.Cut(e.Form, maxFormWidth), right: e.Means}
		p.left = max(p.left, cell.Width(rows[i].left)+2)
	}
	p.all = append(append(rows, row{}), p.all...)
}

// maxFormWidth is the width of the longest part of a query that Explain shows whole.
const maxFormWidth = 24

func newPage(title string, rows []row, left int, none string) *Page {
	p := &Page{title: title, all: rows, none: none, left: left}
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

// rows returns the rows that have each word of the filter. With a filter they are the keys and
// commands, which have the words of their names too.
func (p *Page) rows() []row {
	words := strings.Fields(strings.ToLower(p.filter))
	all := p.all
	if len(words) > 0 && p.actions != nil {
		all = p.actions
	}
	var rows []row
	for _, r := range all {
		text := r.left + " " + r.right
		if r.action != nil {
			text += " " + r.action.Name
		}
		text = strings.ToLower(text)
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) }) {
			rows = append(rows, r)
		}
	}
	return rows
}

// only returns the action that a filter has found alone; nil for none, and for one that needs
// to know with which of its keys.
func (p *Page) only() *keys.Binding {
	rows := p.rows()
	if p.filter == "" || len(rows) != 1 || rows[0].action == nil || rows[0].action.Arg != "" && len(rows[0].action.Keys) > 0 {
		return nil
	}
	return rows[0].action
}

// maxWidth is the greatest width of the pop-up, with its frame.
const maxWidth = 80

// Size returns the size of the pop-up for a screen of w by h cells.
func (p *Page) Size(w, h int) (int, int) {
	w = min(w, maxWidth)
	return w, min(h, p.layOut(p.all, w-frameWidth, h-frameHeight).height()+frameHeight)
}
