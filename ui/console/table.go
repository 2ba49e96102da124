package console

import (
	"slices"
	"strings"

	"dateline/feed/spell"
	"dateline/ui/intent"
)

// Command is a command of the line.
type Command struct {
	Name   string // a word: "help"
	Does   string // what it does, as in "help: the keys in force here"
	Intent intent.Intent
}

// Commands returns the commands by name. A new command needs a line here.
func Commands() []Command {
	return []Command{
		{"around", "what is around the story", intent.Show{Page: intent.AroundPage}},
		{"cut", "make this take a story of its own", intent.Cut{}},
		{"help", "the keys in force here", intent.Show{Page: intent.HelpPage}},
		{"join", "make it a take of another story: there, join again", intent.Join{}},
		{"map", "the stories that cite it, and those it leads to", intent.Show{Page: intent.MapPage}},
		{"note", "write a note on the story, in your editor", intent.AskNote{}},
		{"quit", "quit; everything is saved", intent.Quit{}},
		{"read-all", "mark all stories of the list read", intent.AskAll{Do: intent.ReadAll}},
		{"star-all", "star all stories of the list", intent.AskAll{Do: intent.StarAll}},
		{"tag-all", "tag all stories of the list", intent.AskAll{Do: intent.TagAll}},
		{"takes", "its takes, and what changed", intent.Show{Page: intent.TakesPage}},
		{"timeline", "the stories of the same course of events", intent.Show{Page: intent.TimelinePage}},
		{"today", "the stories of this day in earlier years", intent.Today{}},
		{"trail", "the stories visited", intent.Show{Page: intent.TrailPage}},
		{"unread-all", "mark all stories of the list unread", intent.AskAll{Do: intent.UnreadAll}},
		{"unstar-all", "unstar all stories of the list", intent.AskAll{Do: intent.UnstarAll}},
	}
}

// beginning returns the commands whose name begins with text; only that command if text
// is a name.
func beginning(text string) []Command {
	text = strings.ToLower(text)
	list := slices.DeleteFunc(Commands(), func(c Command) bool { return !strings.HasPrefix(c.Name, text) })
	for i := range list {
		if list[i].Name == text {
			return list[i : i+1]
		}
	}
	return list
}

// nearest returns the name that is spelled most like text; "" if none is near.
func nearest(text string) (name string) {
	text = strings.ToLower(text)
	limit := spell.Limit(len(text)) + 1
	for _, c := range Commands() {
		if d := spell.Distance([]rune(text), []rune(c.Name), limit); d < limit || d == limit && name == "" {
			name, limit = c.Name, d
		}
	}
	return name
}
