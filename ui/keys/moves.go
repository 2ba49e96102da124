package keys

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
)

// Distance is how far a move goes.
type Distance int

// The distances.
const (
	Line Distance = iota // a line of text, a row of a list
	HalfPage
	Page
	End // to the top, to the bottom
)

// Moves returns the bindings that go up and down. A line is called unit: "row",
// "line". Move goes by d, down if n is 1 and up if it is -1.
func Moves(unit string, move func(d Distance, n int) intent.Intent) List {
	by := func(d Distance, n int) func(tea.KeyPressMsg) intent.Intent {
		return Call(func() intent.Intent { return move(d, n) })
	}
	return List{
		{Name: "next-" + unit, Keys: []string{"j", "down"}, Help: "next " + unit, Do: by(Line, 1)},
		{Name: "previous-" + unit, Keys: []string{"k", "up"}, Help: "previous " + unit, Do: by(Line, -1)},
		{Name: "page-down", Keys: []string{"space", "pgdown"}, Help: "page down", Do: by(Page, 1)},
		{Name: "page-up", Keys: []string{"b", "pgup"}, Help: "page up", Do: by(Page, -1)},
		{Name: "half-page-down", Keys: []string{"d", "ctrl+d"}, Help: "half a page down", Do: by(HalfPage, 1)},
		{Name: "half-page-up", Keys: []string{"u", "ctrl+u"}, Help: "half a page up", Do: by(HalfPage, -1)},
		{Name: "top", Keys: []string{"g", "home"}, Help: "top", Do: by(End, -1)},
		{Name: "bottom", Keys: []string{"G", "end"}, Help: "bottom", Do: by(End, 1)},
	}
}
