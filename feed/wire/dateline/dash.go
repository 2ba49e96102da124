package dateline

import (
	"strings"
	"unicode/utf8"
)

// dashKind is how strongly a mark suggests the end of a dateline.
type dashKind int

const (
	none   dashKind = iota
	weak            // a lone hyphen or underscore
	strong          // two hyphens, an en or em dash
)

// dash reads the dash that s begins with and the spaces after it.
func dash(s string) (kind dashKind, n int) {
	runes := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch r {
		case '-', '_', '‐', '‑', '−':
			kind = max(kind, weak)
		case '–', '—', '―', '─', '‒':
			kind = strong
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		runes++
		n += size
	}
	if runes > 4 || runes == 0 {
		return none, 0
	}
	if runes > 1 {
		kind = strong
	}
	return kind, n + len(s[n:]) - len(strings.TrimLeft(s[n:], " "))
}

// afterAgency reads the end of a dateline after its agency: a dash with or without
// a full stop or a colon before it, or one of these alone. Where there is none, n
// counts the spaces.
func afterAgency(s string) (kind dashKind, n int) {
	n = len(s) - len(strings.TrimLeft(s, " "))
	mark := 0
	if n < len(s) && strings.IndexByte(".:,=", s[n]) >= 0 {
		mark = 1
	}
	after := len(s[n+mark:]) - len(strings.TrimLeft(s[n+mark:], " "))
	if kind, size := dash(s[n+mark+after:]); kind != none {
		return kind, n + mark + after + size
	}
	if mark == 1 && s[n] != ',' {
		return weak, n + 1 + after
	}
	if rest, ok := strings.CutPrefix(s[n:], "："); ok {
		return weak, len(s) - len(strings.TrimLeft(rest, " "))
	}
	return none, n
}
