package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/ui/cell"
)

// labelWidth is the width of a line of the label of a node.
const labelWidth = 36

// dot returns a graph in the language of Graphviz.
func dot(g feed.Graph) string {
	var b strings.Builder
	b.WriteString("digraph stories {\n\trankdir=LR;\n\tnode [shape=box];\n")
	for i, n := range g.Nodes {
		style := ""
		if i == 0 {
			style = ", style=bold"
		}
		fmt.Fprintf(&b, "\t%q [label=\"%s\"%s];\n", n.Row.ID, label(&n.Row, dotText, `\n`), style)
	}
	for _, e := range g.Edges {
		fmt.Fprintf(&b, "\t%q -> %q;\n", g.Nodes[e.From].Row.ID, g.Nodes[e.To].Row.ID)
	}
	if g.More {
		b.WriteString("\t// more stories than these\n")
	}
	b.WriteString("}\n")
	return b.String()
}

// mermaid returns a graph in the language of Mermaid.
func mermaid(g feed.Graph) string {
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	for i, n := range g.Nodes {
		fmt.Fprintf(&b, "    s%d[\"%s\"]\n", i, label(&n.Row, mermaidText, "<br>"))
	}
	for _, e := range g.Edges {
		fmt.Fprintf(&b, "    s%d --> s%d\n", e.From, e.To)
	}
	if g.More {
		b.WriteString("    %% more stories than these\n")
	}
	b.WriteString("    style s0 stroke-width:3px\n")
	return b.String()
}

// label returns the headline and the day of a row, in lines that end in br. Escape makes
// text safe in the language of the graph.
func label(r *story.Row, escape func(string) string, br string) string {
	var lines []string
	text := clean.Line(r.Headline.Text)
	for text != "" {
		head := fitting(text)
		lines = append(lines, escape(strings.TrimSpace(head)))
		text = text[len(head):]
	}
	if d := day(r.Date); d != "" {
		lines = append(lines, escape(d))
	}
	return strings.Join(lines, br)
}

// fitting returns the beginning of text that fits into a line of a label: whole words, if
// that is possible.
func fitting(text string) string {
	width, end := 0, 0
	for i, r := range text {
		if width += cell.Width(string(r)); width > labelWidth && i > 0 {
			if end == 0 {
				end = i
			}
			return text[:end]
		}
		if r == ' ' {
			end = i + 1
		}
	}
	return text
}

// dotText escapes text for a string in quotes, where a backslash begins a command.
func dotText(text string) string { return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) }

// mermaidText replaces all that may have a meaning for Mermaid, or for the page that shows
// the graph, by its number.
func mermaidText(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r >= utf8.RuneSelf, r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune(" .,:'-()", r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	return b.String()
}
