package copydesk

import "strings"

// writeBody writes the paragraphs of file i, a line each. Those of a kill are an
// advisory.
func writeBody(b *strings.Builder, d *dice, i int) {
	if formOf(i) == Kill {
		b.WriteString("Editors are asked to withdraw the story \"" + Title(i) + "\" that was sent on " + day(i).Format("Monday") + ".\n")
		b.WriteString(d.fill("The {group} says that {first} {last} never spoke of the {noun}. No story will be sent instead.\n"))
		return
	}
	for n := range 6 + d.n(7) {
		b.WriteString(paragraph(d, n))
		b.WriteByte('\n')
	}
}

// paragraph returns two or three sentences.
func paragraph(d *dice, n int) string {
	s := d.fill(pick(d, sentences)) + " " + d.fill(pick(d, sentences))
	if n%2 == 0 {
		s += " " + d.fill(pick(d, sentences))
	}
	return s
}
