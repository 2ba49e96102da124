package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ellipsis ends the key of a title that was cut short.
const ellipsis = "…"

// longest is the number of bytes of a title that are folded. No two headlines
// differ only after that.
const longest = 2000

// Key folds a title to a form that does not depend on how a desk types it: letters and
// digits as term.Fold returns them, simplified Chinese characters, no quotes, one kind of
// dash, dot and space, and one spelling for the short forms of the trade (`N.K.`,
// `N. Korea`, `North Korea`). Words and their order stay as they are. The key of a title that
// ends in dots ends in "…". Only the first 2,000 bytes of a title are folded.
func Key(title string) string {
	if len(title) > longest {
		title = strings.ToValidUTF8(title[:longest], "")
	}
	var room [24]piece // enough for most titles
	pieces := withoutRest(split(room[:0], plain(title)))
	allCapitals := isAllCapitals(title)
	var b strings.Builder
	b.Grow(len(title) + 16)
	for i := 0; i < len(pieces); {
		p := &pieces[i]
		i += expand(pieces, i, allCapitals)
		if b.Len() > 0 && !p.isEmpty() {
			b.WriteString(p.gap)
		}
		for _, part := range [...]string{p.open, p.folded, p.own, p.shut} {
			b.WriteString(part)
		}
	}
	return strings.TrimSpace(b.String())
}

// withoutRest removes what no key of the whole title has from the end of a title that was cut
// short: punctuation, and half of a short form that is written out.
func withoutRest(pieces []piece) []piece {
	last := len(pieces) - 1
	if last < 0 || !strings.HasPrefix(pieces[last].shut, ellipsis) {
		return pieces
	}
	if pieces[last].folded == "" && last > 0 { // the dots stand alone
		last--
		pieces[last].shut = ""
	}
	p := &pieces[last]
	if strings.Trim(p.folded, closing) != "" {
		p.core, p.folded = strings.TrimRight(p.core, closing), strings.TrimRight(p.folded, closing)
	}
	switch p.folded {
	case "pc", "bl", "ml", "tl":
		p.gap, p.core, p.folded = "", "", ""
	}
	return pieces
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
		if r >= 'a' && r <= 'z' || r >= utf8.RuneSelf && unicode.ToUpper(r) != r {
			return false
		}
	}
	return utf8.ValidString(s)
}
