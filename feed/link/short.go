package link

import "strings"

// longestSimple is the length of the longest short form of letters alone.
const longestSimple = len("govt")

// expand makes the folded core of the piece at i what the key has: with short forms
// written out. It returns how many pieces that took. A title that is all capitals says
// nothing about which of its words are initials.
func expand(pieces []piece, i int, allCapitals bool) int {
	p := &pieces[i]
	if p.simple && len(p.folded) > longestSimple {
		return 1
	}
	if long, ok := pair(pieces[i:]); ok {
		next := &pieces[i+1]
		p.folded, p.own, p.shut = long, next.own, next.shut
		return 2
	}
	core := strings.TrimSuffix(p.folded, ".")
	afterNumber := i > 0 && number(pieces[i-1].core)
	if long, ok := initials(p.folded); ok {
		p.folded = long
	} else if long := capitals(p.core); long != "" && !allCapitals && (p.core != "PM" || !afterNumber) {
		p.folded = long
	} else if long := clipped(core); long != "" && p.own == "" {
		p.folded = long
	} else if core == "%" && afterNumber {
		p.open, p.folded, p.own = "", "percent", ""
	} else {
		p.folded = amount(core)
	}
	return 1
}

func number(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// pair writes out a short form of two words, such as "N. Korea" and "per cent".
func pair(pieces []piece) (string, bool) {
	if len(pieces) < 2 {
		return "", false
	}
	p, q := &pieces[0], &pieces[1]
	if p.own != "" || p.shut != "" || q.open != "" {
		return "", false
	}
	if p.folded == "per" && q.folded == "cent" {
		return "percent", true
	}
	end := " "
	if strings.HasPrefix(q.shut, ellipsis) && q.folded != "" {
		end = "" // the place was cut short too
	}
	point, ok := points[p.folded]
	if !ok || !strings.Contains(places[point], " "+q.folded+end) {
		return "", false
	}
	return point + " " + q.folded, true
}

// points are the initials of the points of the compass that come before the name of a place.
var points = map[string]string{
	"n.": "north", "s.": "south", "e.": "east", "w.": "west",
	"n": "north", "s": "south",
}

// places are the names that come after a point of the compass.
var places = map[string]string{
	"north": " korea korean koreans macedonia carolina dakota ",
	"south": " korea korean koreans africa african africans sudan carolina dakota ",
	"east":  " timor asia jerusalem ",
	"west":  " bank africa virginia ",
}

// initials writes out a short form that is known by its full stops.
func initials(folded string) (long string, ok bool) {
	if strings.IndexByte(folded, '.') < 0 {
		return "", false
	}
	long, ok = dotted[strings.TrimSuffix(folded, ".")]
	return long, ok
}

// dotted are short forms that are known by their full stops, without the last.
var dotted = map[string]string{
	"n.k": "north korea", "s.k": "south korea",
	"n.korea": "north korea", "s.korea": "south korea",
	"n.korean": "north korean", "s.korean": "south korean",
	"u.s": "united states", "u.s.a": "united states",
	"u.n": "united nations", "u.k": "united kingdom", "e.u": "european union",
	"p.m": "p.m", "a.m": "a.m",
	"jan": "january", "feb": "february", "aug": "august", "sept": "september",
	"sep": "september", "oct": "october", "nov": "november", "dec": "december",
}

// capitals writes out a short form that is known by its capitals.
func capitals(core string) string {
	switch core {
	case "US", "USA":
		return "united states"
	case "UN":
		return "united nations"
	case "UK":
		return "united kingdom"
	case "EU":
		return "european union"
	case "PM":
		return "prime minister"
	}
	return ""
}

// clipped writes out a short form that stands for one word only.
func clipped(core string) string {
	switch core {
	case "gov't", "govt":
		return "government"
	case "int'l", "intl":
		return "international"
	case "nat'l":
		return "national"
	case "dep't":
		return "department"
	case "ass'n":
		return "association"
	case "pct":
		return "percent"
	case "bln":
		return "billion"
	case "mln":
		return "million"
	case "tln":
		return "trillion"
	case "&":
		return "and"
	}
	return ""
}

// amount folds the ways of writing a number: "1,000", "5%", "#1", "No.1".
func amount(core string) string {
	if rest, ok := strings.CutPrefix(core, "no."); ok && number(rest) {
		return "no " + rest
	}
	if rest, ok := strings.CutPrefix(core, "#"); ok && number(rest) {
		return "no " + rest
	}
	if rest, ok := strings.CutSuffix(core, "%"); ok && rest != "" {
		core = rest + " percent"
	}
	if strings.IndexByte(core, ',') < 0 {
		return core
	}
	for i := 1; i+1 < len(core); i++ {
		if core[i] == ',' && number(core[i-1:]) && number(core[i+1:]) {
			core = core[:i] + core[i+1:]
		}
	}
	return core
}
