package prose

import (
	"regexp"
	"strings"
	"sync"
)

// The marks of note programs and of generators of pages that no Markdown has.
var (
	wikiLink  = pattern(`\[\[([^\[\]\n|]{1,300})(?:\|([^\[\]\n]{1,300}))?\]\]`)
	shortcode = pattern(`\{\{[<%][^\n]{0,500}?[>%]\}\}|\{%[^\n]{0,500}?%\}`)
	footnote  = pattern(`\[\^[^\]\s]{1,50}\]([^:]|$)`)
	comment   = pattern(`(?m)^[ ]{0,3}\[(?://|comment)\]:[^\n]*$`)
)

// pattern returns a function that compiles an expression when it is first needed: most
// archives have no Markdown, and a program that starts should not wait for it.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// plainer returns src without the marks of shortcodes and
// footnotes. Lines stay where they are.
func (w *writer) plainer(src string) string {
	if strings.Contains(src, "{{") || strings.Contains(src, "{%") {
		src = w.withReferences(src)
	}
	if strings.Contains(src, "[^") {
		src = footnote().ReplaceAllString(src, "$1")
	}
	if strings.Contains(src, "]:") {
		src = comment().ReplaceAllString(src, "")
	}
	return src
}

// flatter returns src with no more than maxNested marks of quotes and items at the
// beginning of a line, because the parser's time grows with their product.
func flatter(src string) string {
	if !strings.Contains(src, strings.Repeat(">", maxNested)) && !strings.Contains(src, strings.Repeat("- ", maxNested)) &&
		!strings.Contains(src, strings.Repeat("> ", maxNested)) && !strings.Contains(src, strings.Repeat(" ", 4*maxNested)) {
		return src
	}
	lines := strings.SplitAfter(src, "\n")
	for i, l := range lines {
		marks := 0
		for at := 0; at < len(l) && strings.IndexByte(" \t>-+*", l[at]) >= 0; at++ {
			if l[at] != ' ' || at%4 == 3 {
				marks++
			}
			if marks > maxNested {
				lines[i] = strings.TrimLeft(l, " \t>-+*")
				break
			}
		}
	}
	return strings.Join(lines, "")
}

// The parser's time grows with the square of the number of lines, so that it is given a piece
// at a time. A piece ends at a blank line, unless that would make it far too long.
const (
	pieceBytes = 64 << 10
	mostBytes  = 256 << 10
)

// pieceOf returns the length of the piece that src begins with.
func pieceOf(src string) int {
	fence := ""
	for at := 0; at < len(src); {
		l, _, _ := strings.Cut(src[at:min(len(src), at+mostBytes)], "\n")
		next := min(at+len(l)+1, len(src))
		mark := strings.TrimSpace(l)
		switch {
		case fence != "" && strings.HasPrefix(mark, fence):
			fence = ""
		case fence == "" && strings.HasPrefix(mark, "```"), fence == "" && strings.HasPrefix(mark, "~~~"):
			fence = mark[:3]
		}
		if next >= mostBytes || next >= pieceBytes && mark == "" && fence == "" {
			return next
		}
		at = next
	}
	return len(src)
}
