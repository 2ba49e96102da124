package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ellipsis ends the key of a title that was cut short.
const ellipsis = "…"

// longest is the number of bytes of a title that are folded. No two headlines
// differ only after that.
const longest = 2000

// Key folds a title to a form that does not depend on how a desk types it: letters and
// digits as term.Fold returns them, no quotes, one kind of dash and space, and
// one spelling for the short forms of the trade (`N.K.`, `N. Korea`,
// `North Korea`). Words and their order stay as they are. The key of a title that
// ends in dots ends in "…". Only the first 2,000 bytes of a title are folded.
func Key(title string) string {
	if len(title) > longest {
		title = strings.ToValidUTF8(title[:longest], "")
	}
	var room [24]piece // enough for most titles
	pieces := split(room[:0], plain(title))
	allCapitals := isAllCapitals(title)
	var b strings.Builder
	b.Grow(len(title) + 16)
	for i := 0; i < len(pieces); {
		text, n := expand(pieces, i, allCapitals)
		if b.Len() > 0 && text != "" {
			b.WriteString(pieces[i].gap)
		}
		b.WriteString(text)
		i += n
	}
	return strings.TrimSpace(b.String())
}

// IsCut reports whether key is the key of a title that was cut short, and
// returns it without the ellipsis.
func IsCut(key string) (beginning string, cut bool) {
	beginning, cut = strings.CutSuffix(key, ellipsis)
	return strings.TrimSpace(beginning), cut
}

// isAllCapitals reports whether s is valid UTF-8 and has no lower-case letter.
func isAllCapitals(s string) bool {
	for _, r := range s {
		if unicode.ToUpper(r) != r {
			return false
		}
	}
	return utf8.ValidString(s)
}

// plain folds forms of width, quotes and dashes, and removes what cannot be seen.
func plain(s string) string {
	if !ascii(s) {
		s = norm.NFKC.String(s)
	} else if strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '`') < 0 {
		return s
	}
	return strings.Map(plainRune, s)
}

// plainRune returns the replacement for r in plain, -1 to remove r.
func plainRune(r rune) rune {
	switch {
	case r == '`':
		return '\''
	case r == '"':
		return -1
	case r < utf8.RuneSelf:
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
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
