package link

import (
	"strings"
	"unicode/utf8"
)

// stem takes the endings of number and time off an English word. It is timid:
// what it joins is one word for sure.
func stem(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	if len(w) < 4 || !ascii(w) {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ied") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case ends(w, "sses", "shes", "ches", "xes", "zes"):
		return silent(w[:len(w)-2])
	case strings.HasSuffix(w, "s") && !ends(w, "ss", "us", "is"):
		return silent(w[:len(w)-1])
	case strings.HasSuffix(w, "ed") && len(w) > 5 && !strings.HasSuffix(w, "eed"):
		return silent(undouble(w[:len(w)-2]))
	case strings.HasSuffix(w, "ing") && len(w) > 6:
		return silent(undouble(w[:len(w)-3]))
	}
	return silent(w)
}

func ends(w string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// silent takes off a last e, so that "close", "closes" and "closed" meet.
func silent(w string) string {
	if len(w) > 3 {
		return strings.TrimSuffix(w, "e")
	}
	return w
}

// undouble turns "stopp" into "stop".
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("aeiousl", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

// respelled reports whether two words are spellings of one: British and
// American, a letter dropped or doubled in a long word. Words that differ in
// their first two letters never are.
func respelled(a, b string) bool {
	a, b = american(a), american(b)
	if a == b || stem(a) == stem(b) {
		return true
	}
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if la != len(a) || lb != len(b) || min(la, lb) < 6 || a[:2] != b[:2] {
		return false
	}
	if la > lb {
		a, b = b, a
	}
	return len(b) == len(a)+1 && doubled(a, b)
}

// doubled reports whether b is a with one letter written twice.
func doubled(a, b string) bool {
	for i := 1; i < len(b); i++ {
		if b[i] == b[i-1] && b[:i]+b[i+1:] == a {
			return true
		}
	}
	return false
}

// american spells a word as Americans do, as far as endings tell.
func american(w string) string {
	for _, p := range [][2]string{
		{"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"ises", "izes"}, {"ise", "ize"},
		{"avour", "avor"}, {"abour", "abor"}, {"arbour", "arbor"}, {"olour", "olor"}, {"onour", "onor"},
		{"eighbour", "eighbor"}, {"umour", "umor"}, {"entre", "enter"}, {"efence", "efense"}, {"heatre", "heater"},
		{"rogramme", "rogram"}, {"elled", "eled"}, {"elling", "eling"},
	} {
		if len(w) > len(p[0]) && strings.Contains(w, p[0]) {
			return strings.Replace(w, p[0], p[1], 1)
		}
	}
	return w
}
