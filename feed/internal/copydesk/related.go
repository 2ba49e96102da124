package copydesk

import (
	"fmt"
	"strings"
)

// Related is a headline that a file lists, and what it means.
type Related struct {
	Text  string
	Story int    // the story that it means, see GroupOf; -1 if no file has it
	Class string // how it differs from the headlines of the story: exact, normalised, version, cut, close or none
}

// RelatedOf returns the headlines that file i lists. Those that exist are of stories
// that began before it.
func RelatedOf(i int) []Related {
	if f := formOf(i); f.enveloped() || f == Teletype || f == Agate || f == Flash || !endsWithRelated(i) {
		return nil
	}
	var list []Related
	for _, l := range related(i) {
		list = append(list, l.label())
	}
	return list
}

// endsWithRelated reports whether plain copy ends with an end mark and related headlines.
func endsWithRelated(i int) bool { return i%17 != 9 }

// listing is a related headline that is written after that of a file.
type listing struct {
	text  string
	file  int
	class string // none or close; empty for what label finds
}

// related returns the related headlines of file i.
func related(i int) []listing {
	d := newDice(i, 9)
	var list []listing
	for range min(4+d.n(7), i) {
		if j, ok := listed(d, i); ok {
			list = append(list, written(d, i, j))
		}
	}
	return list
}

// listed returns a file that file i may list. The headlines that recur are those of the
// same day.
func listed(d *dice, i int) (int, bool) {
	j := i - 1 - d.n(min(perDay*3, i))
	if isKorean(j) || formOf(j) == Agate {
		return 0, false
	}
	if recurs(j) {
		j = i - i%perDay + j%perDay
	}
	return j, j < i
}

// written returns the headline of file j as file i lists it.
func written(d *dice, i, j int) listing {
	way := d.n(20)
	if GroupOf(i) == GroupOf(j) || formOf(j) == Kill {
		way = 19
	}
	switch way {
	case 0, 1:
		return listing{fmt.Sprintf("(%dth LD) %s", 4+d.n(3), Title(j)), j, ""}
	case 2, 3:
		return listing{cut(d, Headline(j)), j, ""}
	case 4, 5:
		return listing{retyped(Headline(j)), j, ""}
	case 6:
		return listing{d.fill("{last} asks {place} to count its {noun}s again"), j, "none"}
	case 7:
		return tempting(d, j)
	case 8, 9:
		return reworded(d, j)
	case 10, 11:
		return listing{Title(j), j, ""}
	}
	return listing{Headline(j), j, ""}
}

// label returns l with what it means: the story of the file, and the best class that any take
// of that story has.
func (l listing) label() Related {
	story := GroupOf(l.file)
	switch l.class {
	case "none":
		return Related{l.text, -1, l.class}
	case "close":
		return Related{l.text, story, l.class}
	}
	best := "cut"
	for k := max(0, l.file-perGroup); k <= l.file+2*perGroup; k++ {
		if GroupOf(k) != story || formOf(k) == Agate || isKorean(k) {
			continue
		}
		switch {
		case Headline(k) == l.text:
			return Related{l.text, story, "exact"}
		case best != "normalised" && same(l.text, Headline(k)):
			best = "normalised"
		case best == "cut" && same(bare(l.text), Title(k)):
			best = "version"
		}
	}
	return Related{l.text, story, best}
}

// same reports whether two headlines differ in style only.
func same(a, b string) bool { return plain(a) == plain(b) }

// plain returns s in lower case and in one style.
func plain(s string) string { return lowerStyles.Replace(strings.ToLower(s)) }

// bare returns a headline without its tag in parentheses.
func bare(s string) string {
	if rest, ok := strings.CutPrefix(s, "("); ok {
		_, rest, _ = strings.Cut(rest, ") ")
		return rest
	}
	return s
}

// cut returns s cut off as in a narrow column, at any place of its last words.
func cut(d *dice, s string) string {
	runes := []rune(s)
	n := len(runes)*3/4 + d.n(4)
	if n <= 30 {
		return s
	}
	return strings.TrimSpace(string(runes[:n])) + pick(d, []string{"...", "...", "…", " ..."})
}

// retyped returns s in the style of another desk.
func retyped(s string) string { return styles.Replace(s) }

var lowerStyles = strings.NewReplacer("n. korea", "north korea", "u.s.", "us", "gov't", "government", "'", "’", ",000", "000")

var styles = strings.NewReplacer("N. Korea", "North Korea", "U.S.", "US", "gov't", "government",
	"'", "’", " -- ", " — ", ",000", "000")
