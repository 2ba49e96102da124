package main

import (
	"slices"
	"strings"

	"dateline/feed/locale"
	"dateline/feed/spell"
)

// nearest returns the name that is spelled like word, or "" if none is near, or two are.
func nearest(word string, names []string) string {
	letters := spell.Letters(word)
	limit := spell.Limit(len(letters))
	best, least, several := "", limit+1, false
	for _, name := range names {
		switch d := spell.Distance(letters, spell.Letters(name), limit); {
		case d > limit:
		case d < least:
			best, least, several = name, d, false
		case d == least && name != best:
			several = true
		}
	}
	if several {
		return ""
	}
	return best
}

// orElse returns a question for the name that is spelled like word, else for the few that
// have it as a part, to stand behind a message, or "".
func orElse(word string, names []string) string {
	if name := nearest(word, names); name != "" {
		return locale.F("; did you mean %s?", name)
	}
	const few = 3
	var having []string
	for _, name := range names {
		if slices.Contains(strings.Split(name, "-"), word) && !slices.Contains(having, name) {
			having = append(having, name)
		}
	}
	switch {
	case len(having) == 1:
		return locale.F("; did you mean %s?", having[0])
	case len(having) > 1 && len(having) <= few:
		return locale.F("; did you mean %s?", inWords(having))
	}
	return ""
}

// inWords joins at least two alternatives.
func inWords(list []string) string {
	last := len(list) - 1
	return locale.F("%s or %s", strings.Join(list[:last], ", "), list[last])
}
