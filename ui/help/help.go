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

	theme  *theme.Theme
	w, h   int            // of the box, its frame included
	query  *prompt.Prompt // nil while nothing is looked for
	filter string
	top    int // the first line shown
	lines  int // in the last view
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

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize gives the pop-up a box of w by h cells.
func (p *Page) Resize(w, h int) { p.w, p.h = w, h }

// Bindings returns the keys of the pop-up.
func (p *Page) Bindings() []key.Binding {
	return append([]key.Binding{p.shut, p.search}, p.moves.Bindings()...)
}

// Wheel does nothing.
func (p *Page) Wheel(int) intent.Intent { return nil }

// Click closes the pop-up.
func (p *Page) Click(int) intent.Intent { return intent.Close{} }

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
		p.top += max(1, p.shown()/2)
	case key.Matches(k, p.moves.PageUp, p.moves.HalfUp):
		p.top -= max(1, p.shown()/2)
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

// View draws the pop-up in its box, the frame included.
func (p *Page) View() string {
	th, inner := p.theme, p.w-4
	rows := fold(p.rows(), p.keys, inner)
	p.lines = len(rows)
	p.top = max(0, min(p.top, len(rows)-p.shown()))
	lines := make([]string, 0, max(0, p.h))
	lines = append(lines, th.Title.Render(cell.Fit(p.title, inner)), cell.Fit("", inner))
	for i := p.top; i < len(rows) && i < p.top+p.shown(); i++ {
		lines = append(lines, rows[i].view(th, inner))
	}
	if len(rows) == 0 && p.shown() > 0 {
		lines = append(lines, th.Faint.Render(cell.Fit(p.none, inner)))
	}
	for len(lines) < p.h-3 {
		lines = append(lines, cell.Fit("", inner))
	}
	return th.Frame(append(lines, p.foot(inner, len(rows))), p.w)
}

// shown is the number of lines that the box has room for.
func (p *Page) shown() int { return p.h - 5 }

// foot is the line that is typed into, or the hints.
func (p *Page) foot(w, rows int) string {
	if p.query != nil {
		line, _ := p.query.View(p.theme, w)
		return line + strings.Repeat(" ", max(0, w-cell.Width(line)))
	}
	hint := "/ search   q close"
	if rows > p.shown() {
		hint = "j k scroll   " + hint
	}
	return p.theme.Faint.Render(cell.Fit(hint, w))
}

// Cursor returns the cell of the cursor in the box; ok is false while nothing
// is typed.
func (p *Page) Cursor() (x, y int, ok bool) {
	if p.query == nil {
		return 0, 0, false
	}
	_, x = p.query.View(p.theme, p.w-4)
	return x + 2, p.h - 2, true
}
