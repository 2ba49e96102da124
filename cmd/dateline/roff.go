package main

import "strings"

// roff is the text of a manual page, in the macros of man(7).
type roff struct{ text strings.Builder }

func (r *roff) section(title string) { r.text.WriteString(".SH " + inRoff(title) + "\n") }

func (r *roff) subsection(title string) { r.text.WriteString(".SS \"" + inRoff(title) + "\"\n") }

func (r *roff) line(text string) { r.text.WriteString(inRoff(text) + "\n") }

// item writes a term and what it means.
func (r *roff) item(term, text string) {
	r.text.WriteString(".TP\n\\fB" + inRoff(term) + "\\fR\n" + inRoff(text) + "\n")
}

// table writes a section of items.
func (r *roff) table(title string, list [][2]string) {
	r.section(title)
	for _, row := range list {
		r.item(row[0], row[1])
	}
}

// paragraphs writes the paragraphs of text. Those with indented lines keep their lines.
func (r *roff) paragraphs(text string) {
	for p := range strings.SplitSeq(strings.Trim(text, "\n"), "\n\n") {
		r.text.WriteString(".PP\n")
		kept := strings.HasPrefix(p, "  ") || strings.Contains(p, "\n  ") || strings.HasPrefix(p, "#")
		if kept {
			r.text.WriteString(".nf\n")
		}
		for l := range strings.SplitSeq(p, "\n") {
			r.line(l)
		}
		if kept {
			r.text.WriteString(".fi\n")
		}
	}
}

// roffEscapes are the characters that a formatter would take for something else.
var roffEscapes = strings.NewReplacer(`\`, `\e`, "-", `\-`, "`", `\(ga`, "'", `\(aq`, `"`, `\(dq`, "^", `\(ha`, "~", `\(ti`)

// inRoff returns text, which has no line breaks, as it is written in a manual page.
func inRoff(text string) string {
	text = roffEscapes.Replace(text)
	if strings.HasPrefix(text, ".") {
		text = `\&` + text
	}
	return text
}
