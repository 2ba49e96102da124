package keys

import (
	tea "charm.land/bubbletea/v2"

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

// Moves returns the bindings that move up and down. unit is the name of a line in
// their help: "row", "line". They call move with a distance and a direction n, which
// is 1 for down and -1 for up.
func Moves(unit string, move func(d Distance, n int) intent.Intent) List {
	by := func(d Distance, n int) func(tea.KeyPressMsg) intent.Intent {
		return Call(func() intent.Intent { return move(d, n) })
	}
	return List{
		{Name: "next-" + unit, Keys: []string{"j", "down"}, Group: Move, Help: "next " + unit, Pair: "next, previous " + unit, Do: by(Line, 1)},
		{Name: "previous-" + unit, Keys: []string{"k", "up"}, Group: Move, Help: "previous " + unit, Do: by(Line, -1)},
		{Name: "page-down", Keys: []string{"space", "pgdown"}, Group: Move, Help: "page down", Do: by(Page, 1)},
		{Name: "page-up", Keys: []string{"b", "pgup"}, Group: Move, Help: "page up", Do: by(Page, -1)},
		{Name: "half-page-down", Keys: []string{"d", "ctrl+d"}, Group: Move, Help: "half a page down", Do: by(HalfPage, 1)},
		{Name: "half-page-up", Keys: []string{"u", "ctrl+u"}, Group: Move, Help: "half a page up", Do: by(HalfPage, -1)},
		{Name: "top", Keys: []string{"g", "home"}, Group: Move, Help: "top", Pair: "top, bottom", Do: by(End, -1)},
		{Name: "bottom", Keys: []string{"G", "end"}, Group: Move, Help: "bottom", Do: by(End, 1)},
	}
}
