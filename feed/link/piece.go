package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/term"
)

// piece is a word of a title in its parts.
type piece struct {
	gap    string // between this piece and the one before: a space, a dash or nothing
	open   string // opening punctuation
	core   string // the word
	folded string // the word, folded
	own    string // a possessive ending
	shut   string // closing punctuation
	simple bool   // the word is of ASCII letters and digits, and all there is
}

// isEmpty reports whether the piece has no text.
func (p *piece) isEmpty() bool { return p.open == "" && p.folded == "" && p.own == "" && p.shut == "" }

// split appends the pieces of s, which end at spaces and dashes. The spaces around
// a dash are dropped.
func split(pieces []piece, s string) []piece {
	folded := ""
	if ascii(s) {
		folded = term.Fold(s) // all at once: each word is where it is in s
	}
	for end := 0; ; {
		start := end + span(s[end:], true)
		if start == len(s) {
			return pieces
		}
		p := piece{gap: " "}
		if gap := s[end:start]; gap != " " && strings.IndexByte(gap, '-') >= 0 {
			p.gap = "-"
		}
		end = start + p.simpleSpan(s[start:])
		first, last := start, end
		if !p.simple {
			end += span(s[end:], false)
			first, last = p.cut(s[start:end])
			first, last = start+first, start+last
		}
		p.core = s[first:last]
		if folded != "" {
			p.folded = folded[first:last]
		} else {
			p.folded = term.Fold(p.core)
		}
		pieces = append(pieces, p)
	}
}

// simpleSpan returns the length of the ASCII letters and digits at the beginning of s, and
// sets p.simple to whether they are a whole word.
func (p *piece) simpleSpan(s string) int {
	n := 0
	for n < len(s) && isAlnum(s[n]) {
		n++
	}
	p.simple = n > 0 && (n == len(s) || s[n] < utf8.RuneSelf && isGap(rune(s[n])))
	return n
}

// span returns the length of the text at the beginning of s that is all gap, or has no gap.
func span(s string, gap bool) int {
	for i, r := range s {
		if isGap(r) != gap {
			return i
		}
	}
	return len(s)
}

func isGap(r rune) bool { return r == '-' || unicode.IsSpace(r) }

// isBare reports whether word begins and ends with an ASCII letter or digit, as
// most words do.
func isBare(word string) bool {
	return isAlnum(word[0]) && isAlnum(word[len(word)-1])
}

func isAlnum(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

// cut sets the parts around the core of word, which is word[first:last].
func (p *piece) cut(word string) (first, last int) {
	last = len(word)
	if !isBare(word) {
		first, last = p.strip(word)
	}
	if core := word[first:last]; strings.HasSuffix(core, "'s") || strings.HasSuffix(core, "'S") {
		p.own, last = "'s", last-len("'s")
	}
	return first, last
}

// closing has the punctuation that may follow a word, without the full stop.
const closing = "',;:!?)]}"

// strip sets p.open and p.shut to the punctuation around word[first:last].
func (p *piece) strip(word string) (first, last int) {
	core := strings.TrimLeft(word, "'([{")
	first = len(word) - len(core)
	p.open = strings.ReplaceAll(word[:first], "'", "")
	rest := strings.TrimRight(core, closing)
	p.shut = strings.ReplaceAll(core[len(rest):], "'", "")
	if short := strings.TrimRight(rest, "."); len(rest)-len(short) >= 3 {
		rest, p.shut = short, ellipsis+p.shut
	}
	if rest == "" && p.shut != "" && p.open == "" {
		p.gap = ""
	}
	return first, first + len(rest)
}
