package keys

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/intent"
)

// Distance is the length of a move.
type Distance int

// The distances.
const (
	Line Distance = iota // a line of text, a row of a list
	HalfPage
	Page
	End // to the top or the bottom
)

// Steps returns the number of rows of a move by n, which is 1 for down and -1 for up: of half
// a page, of a page, or of all rows that there are. A page is at least one row.
func (d Distance) Steps(n, half, page, all int) int {
	switch d {
	case Line:
	case HalfPage:
		n *= max(1, half)
	case Page:
		n *= max(1, page)
	case End:
		n *= all
	}
	return n
}

// Scroll returns the cursor after a move by n of all rows, of which shown fit, and the first
// row on the screen, which changes no more than the cursor needs.
func Scroll(cursor, top, n, all, shown int) (newCursor, newTop int) {
	shown = max(1, shown)
	cursor = max(0, min(cursor+n, all-1))
	top = max(0, min(top, all-shown))
	return cursor, min(max(top, cursor-shown+1), cursor)
}

// steps has the help of a move by one line, by the name of a line.
var steps = map[string]struct{ next, pair, previous string }{
	"entry": {locale.Mark("next entry"), locale.Mark("next, previous entry"), locale.Mark("previous entry")},
	"line":  {locale.Mark("next line"), locale.Mark("next, previous line"), locale.Mark("previous line")},
	"row":   {locale.Mark("next row"), locale.Mark("next, previous row"), locale.Mark("previous row")},
	"story": {locale.Mark("next story"), locale.Mark("next, previous story"), locale.Mark("previous story")},
	"value": {locale.Mark("next value"), locale.Mark("next, previous value"), locale.Mark("previous value")},
}

// Moves returns the bindings that move up and down. unit is the name of a line in
// their help, one of steps: "row", "line". They call move with a distance and a direction n, which
// is 1 for down and -1 for up.
func Moves(unit string, move func(d Distance, n int) intent.Intent) List {
	by := func(d Distance, n int) func(tea.KeyPressMsg) intent.Intent {
		return Call(func() intent.Intent { return move(d, n) })
	}
	return List{
		{Name: "next-" + unit, Keys: []string{"j", "down"}, Group: Move, Help: steps[unit].next, Pair: steps[unit].pair, Do: by(Line, 1)},
		{Name: "previous-" + unit, Keys: []string{"k", "up"}, Group: Move, Help: steps[unit].previous, Do: by(Line, -1)},
		{Name: "page-down", Keys: []string{"space", "pgdown"}, Group: Move, Help: "page down", Do: by(Page, 1)},
		{Name: "page-up", Keys: []string{"b", "pgup"}, Group: Move, Help: "page up", Do: by(Page, -1)},
		{Name: "half-page-down", Keys: []string{"d", "ctrl+d"}, Group: Move, Help: "half a page down", Do: by(HalfPage, 1)},
		{Name: "half-page-up", Keys: []string{"u", "ctrl+u"}, Group: Move, Help: "half a page up", Do: by(HalfPage, -1)},
		{Name: "top", Keys: []string{"g", "home"}, Group: Move, Help: "top", Pair: "top, bottom", Do: by(End, -1)},
		{Name: "bottom", Keys: []string{"G", "end"}, Group: Move, Help: "bottom", Do: by(End, 1)},
	}
}
