package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ellipsis ends the key of a title that was cut short.
const ellipsis = "…"

// Key folds a title to what stays the same however a desk types it: lower
// case, no quotes, one kind of dash and space, narrow forms, and one spelling
// for the short forms of the trade (`N.K.`, `N. Korea`, `North Korea`). Words
// and their order stay as they are. A title that ends in dots has a key that
// ends in "…". Nobody tells two headlines apart by what comes after their
// first 2,000 bytes, which is all that is folded.
func Key(title string) string {
	if len(title) > longest {
		title = strings.ToValidUTF8(title[:longest], "")
	}
	var room [24]piece // for as many as most titles have
	pieces := split(room[:0], plain(title))
	shout := shouts(title)
	var b strings.Builder
	b.Grow(len(title) + 16)
	for i := 0; i < len(pieces); {
		text, n := expand(pieces, i, shout)
		if b.Len() > 0 && text != "" {
			b.WriteString(pieces[i].gap)
		}
		b.WriteString(text)
		i += n
	}
	return strings.TrimSpace(b.String())
}

const longest = 2000

// shouts reports whether s is valid and has no small letter.
func shouts(s string) bool {
	for _, r := range s {
		if unicode.ToUpper(r) != r {
			return false
		}
	}
	return utf8.ValidString(s)
}

// IsCut reports whether a key is that of a title cut short, and gives what
// there is of it.
func IsCut(key string) (stem string, cut bool) {
	stem, cut = strings.CutSuffix(key, ellipsis)
	return strings.TrimSpace(stem), cut
}

// plain folds width forms, quotes, dashes and what cannot be seen.
func plain(s string) string {
	if !ascii(s) {
		s = norm.NFKC.String(s)
	} else if strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '`') < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r < utf8.RuneSelf:
			if r == '`' {
				return '\''
			}
			if r == '"' {
				return -1
			}
			return r
		case strings.ContainsRune("‘’‚‛′ʼ´", r):
			return '\''
		case unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune("„‟″「」『』《》〈〉", r):
			return -1
		case unicode.Is(unicode.Pd, r) || r == '−':
			return '-'
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		case r == '、':
			return ','
		case r == '。':
			return '.'
		}
		return r
	}, s)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// piece is a word of a title: what stands before it, its opening
// punctuation, itself, also in small letters, a possessive ending, and its
// closing punctuation.
type piece struct {
	gap, open, core, low, own, shut string
}

// split parts a title at spaces and dashes and appends its pieces. A dash
// swallows the spaces around it.
func split(pieces []piece, s string) []piece {
	gap := ""
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && r != '-' })
		if n < 0 {
			break
		}
		if n > 0 {
			gap = " "
			if strings.ContainsRune(s[:n], '-') {
				gap = "-"
			}
		}
		s = s[n:]
		end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
		if end < 0 {
			end = len(s)
		}
		pieces = append(pieces, newPiece(gap, s[:end]))
		s = s[end:]
	}
	return pieces
}

func newPiece(gap, word string) piece {
	p := piece{gap: gap}
	core := word
	if !isBare(word) {
		core = p.strip(word)
	}
	if stem, ok := strings.CutSuffix(core, "'s"); ok {
		core, p.own = stem, "'s"
	} else if stem, ok := strings.CutSuffix(core, "'S"); ok {
		core, p.own = stem, "'s"
	}
	p.core, p.low = core, strings.ToLower(core)
	return p
}

// isBare reports whether word begins and ends with a letter or a digit of ASCII,
// as most do.
func isBare(word string) bool {
	return isAlnum(word[0]) && isAlnum(word[len(word)-1])
}

func isAlnum(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

// strip takes the punctuation around word into p.
func (p *piece) strip(word string) (core string) {
	core = strings.TrimLeft(word, "'([{")
	p.open = strings.ReplaceAll(word[:len(word)-len(core)], "'", "")
	word = core
	core = strings.TrimRight(word, "',;:!?)]}")
	p.shut = strings.ReplaceAll(word[len(core):], "'", "")
	if stem := strings.TrimRight(core, "."); len(core)-len(stem) >= 3 {
		core, p.shut = stem, ellipsis+p.shut
	}
	if core == "" && p.shut != "" && p.open == "" {
		p.gap = ""
	}
	return core
}
