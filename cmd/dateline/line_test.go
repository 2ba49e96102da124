package main

import (
	"strings"
	"testing"

	"dateline/feed/story"
	"dateline/ui/cell"
)

func TestALineFitsTheTerminal(t *testing.T) {
	rows := []story.Row{
		{ID: "abcdefghijkl", Headline: story.Headline{Title: "Ferry", Tags: []string{"2nd LD"}}, Places: []string{"PORT ELLERY"}},
		{ID: "abcdefghijkl", Headline: story.Headline{Title: "Ferry", Tags: []string{"EDITORIAL from the Halvard Courier"}}},
		{ID: "abcdefghijkl", Headline: story.Headline{Title: strings.Repeat("여객선이 다시 다닌다 ", 20)}, Places: []string{"항구"}},
		{ID: "abcdefghijkl", Headline: story.Headline{Title: strings.Repeat("👩‍👩‍👧‍👦 e\u0301", 60)}},
		{},
	}
	for _, r := range rows {
		whole := table{id: 8}.row(r)
		for _, part := range append([]string{r.Headline.Title}, r.Headline.Tags...) {
			if !strings.Contains(whole, strings.TrimSpace(part)) {
				t.Errorf("the line for a pipe %q does not have %q", whole, part)
			}
		}
		for width := 1; width <= 200; width++ {
			text := table{width: width, id: 8}.row(r)
			if text != strings.TrimRight(text, " \n")+"\n" {
				t.Fatalf("width %d: %q ends in spaces", width, text)
			}
			if w := cell.Width(strings.TrimSuffix(text, "\n")); w > width {
				t.Fatalf("width %d: %q takes %d cells", width, text, w)
			}
		}
	}
}

func TestALineHasNoTerminalCommands(t *testing.T) {
	got := line(0, column{"a\x1b[2Jb", 0}, column{"c\nd\te", 0}, column{"f\u009b2Jg", 0})
	if want := "ab  c d e  fg\n"; got != want {
		t.Errorf("line: %q, want %q", got, want)
	}
}
