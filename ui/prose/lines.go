package prose

import (
	"strings"

	"dateline/feed/clean"
)

// Lines breaks text, a single paragraph, into lines of w cells. It returns the first
// n lines and the rest of the text.
func Lines(text string, w, n int) (lines []string, rest string) {
	d := Lay([]Item{{Role: Title, Text: text}}, w)
	if len(d.paras) == 0 {
		return nil, ""
	}
	p, text := &d.paras[0], d.items[0].Text
	for i := range min(n, int(p.n)) {
		start, end := d.span(p, i)
		lines = append(lines, strings.ReplaceAll(text[start:end], string(clean.Break), ""))
		rest = strings.TrimLeft(text[end:], " ")
	}
	return lines, rest
}
