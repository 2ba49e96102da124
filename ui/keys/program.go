package keys

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
)

// The names of the actions in Program that other packages refer to.
const (
	ShowNews = "show-news"
	Command  = "command"
	Undo     = "undo"
	Redo     = "redo"
	Help     = "help"
	Quit     = "quit"
)

// Commands returns the bindings without a key, which are typed after ":", and may be bound to
// one. They are the same on every page that has commands; a page may have one of its own.
func Commands() List {
	return List{
		{Name: "around", Group: Links, Help: "what is around the story", Do: Ask(intent.Show{Page: intent.AroundPage})},
		{Name: "cut", Group: Mark, Help: "make this take a story of its own", Do: Ask(intent.Cut{})},
		{Name: "export", Arg: "FILE", Group: Read, Help: "write it and what belongs to it to FILE: .md, .html or .json", Do: typed("export", func(arg string) intent.Intent { return intent.Export{Path: arg} })},
		{Name: "join", Group: Mark, Help: "make it a take of another story: there, join again", Do: Ask(intent.Join{})},
		{Name: "map", Group: Links, Help: "the stories that cite it, and those it leads to", Do: Ask(intent.Show{Page: intent.MapPage})},
		{Name: "note", Group: Mark, Help: "write a note on the story, in your editor", Do: Ask(intent.AskNote{})},
		{Name: "open", Arg: "PATH", Group: Screen, Help: "read another archive: a folder or a file", Do: typed("open", func(arg string) intent.Intent { return intent.OpenArchive{Path: arg} })},
		{Name: "read-all", Group: Mark, Help: "mark all stories of the list read", Do: Ask(intent.AskAll{Do: intent.ReadAll})},
		{Name: "set", Arg: "NAME VALUE", Group: Screen, Help: "change a setting until dateline ends", Do: typed("set", func(arg string) intent.Intent { return intent.Set{Text: arg} })},
		{Name: "star-all", Group: Mark, Help: "star all stories of the list", Do: Ask(intent.AskAll{Do: intent.StarAll})},
		{Name: "tag-all", Group: Mark, Help: "tag all stories of the list", Do: Ask(intent.AskAll{Do: intent.TagAll})},
		{Name: "takes", Group: Links, Help: "its takes, and what changed", Do: Ask(intent.Show{Page: intent.TakesPage})},
		{Name: "timeline", Group: Links, Help: "the stories of the same course of events", Do: Ask(intent.Show{Page: intent.TimelinePage})},
		{Name: "today", Group: Search, Help: "the stories of this day in earlier years", Do: Ask(intent.Today{})},
		{Name: "trail", Group: Links, Help: "the stories visited", Do: Ask(intent.Show{Page: intent.TrailPage})},
		{Name: "unread-all", Group: Mark, Help: "mark all stories of the list unread", Do: Ask(intent.AskAll{Do: intent.UnreadAll})},
		{Name: "unstar-all", Group: Mark, Help: "unstar all stories of the list", Do: Ask(intent.AskAll{Do: intent.UnstarAll})},
	}
}

// typed returns a function for the Do of an action that needs an argument. A key opens the line
// for it.
func typed(action string, do func(arg string) intent.Intent) func(tea.KeyPressMsg) intent.Intent {
	return func(press tea.KeyPressMsg) intent.Intent {
		if arg := Arg(press); arg != "" {
			return do(arg)
		}
		return intent.Begin{Text: action + " "}
	}
}

// WithProgram returns the bindings of a page: its own, those of Commands whose names it has not,
// and those of Program.
func WithProgram(own ...List) List {
	l := slices.Concat(own...)
	names := map[string]bool{}
	for i := range l {
		names[l[i].Name] = true
	}
	for _, c := range Commands() {
		if !names[c.Name] {
			l = append(l, c)
		}
	}
	return append(l, Program()...)
}

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
