package main

import "dateline/feed/spell"

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

// orElse returns a question for the name that is spelled like word, to stand behind a
// message, or "".
func orElse(word string, names []string) string {
	if name := nearest(word, names); name != "" {
		return "; did you mean " + name + "?"
	}
	return ""
}
