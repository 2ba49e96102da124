package keys

import "dateline/ui/intent"

// The names of the actions in Program that other packages refer to.
const (
	ShowNews = "show-news"
	Command  = "command"
	Undo     = "undo"
	Redo     = "redo"
	Help     = "help"
	Quit     = "quit"
)

// Program returns the bindings that are the same on every page. The root handles
// them before it passes a key to a page.
func Program() List {
	return List{
		{Name: ShowNews, Keys: []string{"."}, Group: Read, Help: "show what is new", Hint: "show", Do: Ask(intent.News{})},
		{Name: Undo, Keys: []string{"U"}, Group: Mark, Help: "undo the last change", Pair: "undo, redo", Do: Ask(intent.Undo{})},
		{Name: Redo, Keys: []string{"ctrl+r"}, Group: Mark, Help: "redo what was undone", Do: Ask(intent.Redo{})},
		{Name: Command, Keys: []string{":"}, Group: Screen, Help: "a command, a number", Pair: "command, these keys", Do: Ask(intent.Show{Page: intent.CommandPage})},
		{Name: Help, Keys: []string{"?"}, Group: Screen, Help: "these keys", Hint: "keys", Do: Ask(intent.Show{Page: intent.HelpPage})},
		{Name: "redraw", Keys: []string{"ctrl+l"}, Group: Screen, Help: "redraw the screen", Pair: "redraw, suspend", Do: Ask(intent.Redraw{})},
		{Name: "suspend", Keys: []string{"ctrl+z"}, Group: Screen, Help: "suspend", Do: Ask(intent.Suspend{})},
		{Name: Quit, Keys: []string{"Q", "ctrl+c"}, Group: Leave, Help: "quit at once", Hint: "quit", Do: Ask(intent.Quit{})},
	}
}
