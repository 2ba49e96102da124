// Package help is the pop-up that lists the keys in force, or what can be typed
// into a search. It is made of the bindings themselves, and of the rows of the
// query language, so it cannot tell of what is not there.
package help

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/feed/query"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// Page is the pop-up. It must be made with New.
type Page struct {
	title  string
	all    []key.Help
	none   string // what an empty list says
	keys   int    // cells of the left column
	moves  keys.Moves
	shut   key.Binding
	search key.Binding

	query  *prompt.Prompt // nil while nothing is looked for
	filter string
	top, h int // in lines
	lines  int // that the last view was of
}

// New returns the keys of a page under its name.
func New(title string, bindings []key.Binding) *Page {
	var rows []key.Help
	for _, b := range bindings {
		if b.Enabled() {
			rows = append(rows, b.Help())
		}
	}
	return newPage(title, rows, "No key does that here.")
}

// NewManual returns the language of searches: what is typed, and what it finds.
func NewManual(title string, rows []query.Entry) *Page {
	all := make([]key.Help, len(rows))
	for i, r := range rows {
		all[i] = key.Help{Key: r.Form, Desc: r.Means}
	}
	return newPage(title, all, "The language of searches has nothing like that.")
}

// narrow is the width of a column of keys.
const narrow = 16

func newPage(title string, rows []key.Help, none string) *Page {
	p := &Page{
		title: title, all: rows, none: none, keys: narrow, moves: keys.NewMoves("row"),
		shut:   keys.Bind("q", "close", "q", "esc", "?", "enter", "h", "left"),
		search: keys.Bind("/", "search", "/"),
	}
	for _, r := range rows {
		p.keys = max(p.keys, cell.Width(r.Key)+2)
	}
	return p
}

// Update takes a key press or a paste. It returns intent.Close when the
// pop-up is done.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	if p.query != nil {
		p.typed(msg)
		return nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k = keys.Normal(k)
	switch {
	case key.Matches(k, p.shut):
		return intent.Close{}
	case key.Matches(k, p.search):
		p.query = prompt.New("/")
	case key.Matches(k, p.moves.Down):
		p.top++
	case key.Matches(k, p.moves.Up):
		p.top--
	case key.Matches(k, p.moves.PageDown, p.moves.HalfDown):
		p.top += max(1, p.h/2)
	case key.Matches(k, p.moves.PageUp, p.moves.HalfUp):
		p.top -= max(1, p.h/2)
	case key.Matches(k, p.moves.Top):
		p.top = 0
	case key.Matches(k, p.moves.Bottom):
		p.top = p.lines
	}
	return nil
}

func (p *Page) typed(msg tea.Msg) {
	switch p.query.Update(msg) {
	case prompt.Changed:
		p.filter, p.top = p.query.Value(), 0
	case prompt.Left:
		p.query, p.filter, p.top = nil, "", 0
	case prompt.Entered:
		p.query = nil
	}
}

// Typing reports whether a line is being typed into.
func (p *Page) Typing() bool { return p.query != nil }

// rows is what the filter leaves.
func (p *Page) rows() []key.Help {
	var rows []key.Help
	for _, h := range p.all {
		text := strings.ToLower(h.Key + " " + h.Desc)
		if strings.Contains(text, strings.ToLower(p.filter)) {
			rows = append(rows, h)
		}
	}
	return rows
}

// Size is the box that the pop-up wants on a screen of w by h cells.
func (p *Page) Size(w, h int) (int, int) {
	w = min(w-2, 76)
	return w, min(h-2, len(fold(p.all, p.keys, w-4))+5)
}

// View draws the pop-up in w by h cells, its frame included.
func (p *Page) View(th *theme.Theme, w, h int) (view string, cursor int) {
	inner := w - 4
	p.h = h - 5
	rows := fold(p.rows(), p.keys, inner)
	p.lines = len(rows)
	p.top = max(0, min(p.top, len(rows)-p.h))
	lines := make([]string, 0, h)
	lines = append(lines, th.Title.Render(cell.Fit(p.title, inner)), cell.Fit("", inner))
	for i := p.top; i < len(rows) && i < p.top+p.h; i++ {
		lines = append(lines, rows[i].view(th, inner))
	}
	if len(rows) == 0 && p.h > 0 {
		lines = append(lines, th.Faint.Render(cell.Fit(p.none, inner)))
	}
	for len(lines) < h-3 {
		lines = append(lines, cell.Fit("", inner))
	}
	foot, cursor := p.foot(th, inner, len(rows))
	return th.Frame(append(lines, foot), w), cursor
}

// foot is the line that is typed into, or what can be done here. The cursor
// is -1 where nothing is typed.
func (p *Page) foot(th *theme.Theme, w, rows int) (line string, cursor int) {
	if p.query != nil {
		line, cursor = p.query.View(th, w)
		return line + strings.Repeat(" ", max(0, w-cell.Width(line))), cursor + 2
	}
	hint := "/ search   q close"
	if rows > p.h {
		hint = "j k scroll   " + hint
	}
	return th.Faint.Render(cell.Fit(hint, w)), -1
}
