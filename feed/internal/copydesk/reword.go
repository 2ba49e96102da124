package copydesk

import (
	"slices"
	"strings"
)

// wordings are the words of headlines with what other desks write for them. All mean the
// same there.
var wordings = map[string][]string{
	"hurt": {"injured"}, "theater": {"theatre"}, "harbor": {"harbour"}, "agree": {"agreed"}, "grows": {"grew"},
	"says": {"said"}, "wins": {"won"}, "opens": {"opened"}, "falls": {"fell", "collapses"}, "resigns": {"quits", "resigned"}, "named": {"appointed"},
	"convicts": {"convicted"}, "asks": {"asked"}, "breaks": {"broke"}, "order": {"contract"}, "fraud": {"swindle"},
	"buys": {"purchases", "bought"}, "repairs": {"fixes", "repaired"}, "sells": {"sold"}, "trade": {"commerce"}, "homes": {"houses"},
	"cases": {"infections"}, "rise": {"climb"}, "end": {"ended", "conclude"}, "Talks": {"Negotiations"}, "head": {"chief"}, "spend": {"pay"},
	"police": {"officers"}, "walk": {"walked"}, "store": {"warehouse"}, "boat": {"vessel"}, "shuts": {"closes"}, "lifts": {"raises"},
	"2nd": {"second"}, "3rd": {"third"}, "4th": {"fourth"}, "5th": {"fifth"}, "6th": {"sixth"}, "7th": {"seventh"},
	"3": {"three"}, "4": {"four"}, "5": {"five"}, "6": {"six"}, "7": {"seven"}, "8": {"eight"}, "9": {"nine"}, "12": {"twelve"},
}

// reworded returns the headline of file j as another desk words it: in another tense, with
// an article, with a synonym, or in British spelling.
func reworded(d *dice, j int) listing {
	title := Title(j)
	words := strings.Fields(title)
	var ways []func()
	for n, w := range words {
		if other := wordings[w]; other != nil && n > 0 {
			ways = append(ways, func() { words[n] = pick(d, other) })
		} else if slices.Contains(verbs, w) {
			ways = append(ways, func() { words[n] = past(w) })
		}
	}
	if g := castOf(j).groups[0]; strings.Contains(title, " "+g) {
		first, _, _ := strings.Cut(g, " ")
		if at := slices.Index(words, first); at > 0 {
			ways = append(ways, func() { words[at] = "the " + words[at] })
		}
	}
	if len(ways) == 0 {
		return listing{Headline(j), j, ""}
	}
	ways[d.n(len(ways))]()
	return listing{genre(j) + strings.Join(words, " "), j, "close"}
}

// genre returns the tag of the headline of file j, with a space, if it names a genre, ""
// if not.
func genre(j int) string {
	if f := formOf(j); f.enveloped() || f == Teletype {
		return ""
	}
	if tag := roleOf(j).tag; tag == "News Focus" || tag == "Interview" {
		return "(" + tag + ") "
	}
	return ""
}

// tempting returns a headline like that of file j that is of no story: of another place or
// with the opposite of what happened.
func tempting(d *dice, j int) listing {
	title, c := Title(j), castOf(j)
	for _, p := range [][2]string{
		{" opens ", " closes "}, {" up ", " down "}, {" down ", " up "}, {" wins ", " loses "}, {" convicts ", " acquits "}, {" agree ", " disagree "},
		{" safe ", " unsafe "}, {" breaks out ", " put out "}, {" grows ", " shrinks "}, {" rise ", " fall "},
	} {
		if strings.Contains(title, p[0]) && d.n(2) == 0 {
			return listing{strings.Replace(title, p[0], p[1], 1), j, "none"}
		}
	}
	other := pick(d, places)
	if other == c.places[0] || !strings.Contains(title, c.places[0]) {
		return listing{title, j, ""}
	}
	return listing{strings.Replace(title, c.places[0], other, 1), j, "none"}
}
