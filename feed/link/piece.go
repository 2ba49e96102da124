package link

import (
	"strings"
	"unicode"

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
}

// split appends the pieces of s, which end at spaces and dashes. The spaces around
// a dash are dropped.
func split(pieces []piece, s string) []piece {
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !isGap(r) })
		if n < 0 {
			break
		}
		gap := " "
		if strings.ContainsRune(s[:n], '-') {
			gap = "-"
		}
		s = s[n:]
		end := strings.IndexFunc(s, isGap)
		if end < 0 {
			end = len(s)
		}
		pieces = append(pieces, newPiece(gap, s[:end]))
		s = s[end:]
	}
	return pieces
}

func isGap(r rune) bool { return r == '-' || unicode.IsSpace(r) }

func newPiece(gap, word string) piece {
	p := piece{gap: gap, core: word}
	if !isBare(word) {
		p.strip()
	}
	if owner, ok := strings.CutSuffix(p.core, "'s"); ok {
		p.core, p.own = owner, "'s"
	} else if owner, ok := strings.CutSuffix(p.core, "'S"); ok {
		p.core, p.own = owner, "'s"
	}
	p.folded = term.Fold(p.core)
	return p
}

// isBare reports whether word begins and ends with an ASCII letter or digit, as
// most words do.
func isBare(word string) bool {
	return isAlnum(word[0]) && isAlnum(word[len(word)-1])
}

func isAlnum(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

// strip moves the punctuation around p.core into p.open and p.shut.
func (p *piece) strip() {
	word := p.core
	core := strings.TrimLeft(word, "'([{")
	p.open = strings.ReplaceAll(word[:len(word)-len(core)], "'", "")
	word = core
	core = strings.TrimRight(word, "',;:!?)]}")
	p.shut = strings.ReplaceAll(word[len(core):], "'", "")
	if rest := strings.TrimRight(core, "."); len(core)-len(rest) >= 3 {
		core, p.shut = rest, ellipsis+p.shut
	}
	if core == "" && p.shut != "" && p.open == "" {
		p.gap = ""
	}
	p.core = core
}
