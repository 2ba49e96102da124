package intake

import (
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// textBlocks returns the paragraphs of a text without markup: what is between blank lines, or
// every line if there are none. First is the number of its first line.
func textBlocks(text string, first int) (out []story.Block) {
	list := line.Split(clean.Text(text))
	between := hasGap(list)
	start := 0
	add := func(end int) {
		if text := clean.Line(strings.Join(list[start:end], " ")); text != "" {
			out = append(out, story.Block{Kind: story.Paragraph, Text: text, Span: story.Span{First: first + start, Last: first + end - 1}})
		}
		start = end
	}
	for i, l := range list {
		switch {
		case len(out) == maxLines:
		case line.Blank(l):
			add(i)
			start = i + 1
		case !between:
			add(i + 1)
		}
	}
	add(len(list))
	return out
}

// hasGap reports whether a blank line is between two lines of list.
func hasGap(list []string) bool {
	above := false
	for i, l := range list {
		if line.Blank(l) {
			above = above || i > 0 && !line.Blank(list[i-1])
		} else if above {
			return true
		}
	}
	return false
}

// blocks returns the blocks of a text that is in v. It may be HTML.
func (v *value) blocks(text string) []story.Block {
	var out []story.Block
	if markup.IsMarkup(text) {
		root, _ := markup.Elements(clean.Text(text), 0)
		out = root.Blocks()
	} else {
		out = textBlocks(text, 1)
	}
	for i := range out {
		out[i].Span = v.span()
	}
	return out
}
