package link

import "strings"

// expand returns the piece at i with its short form written out, and how many
// pieces that took. A title that is all capitals says nothing about which of its
// words are initials.
func expand(pieces []piece, i int, allCapitals bool) (text string, n int) {
	p := pieces[i]
	if long, ok := pair(pieces[i:]); ok {
		q := pieces[i+1]
		return p.open + long + q.own + q.shut, 2
	}
	core := strings.TrimSuffix(p.folded, ".")
	if strings.IndexByte(p.folded, '.') >= 0 {
		if long, ok := dotted[core]; ok {
			return p.open + long + p.own + p.shut, 1
		}
	}
	if long, ok := capitals[p.core]; ok && !allCapitals && (p.core != "PM" || i == 0 || !number(pieces[i-1].core)) {
		return p.open + long + p.own + p.shut, 1
	}
	if long, ok := clipped[core]; ok && p.own == "" {
		return p.open + long + p.shut, 1
	}
	if core == "%" && i > 0 && number(pieces[i-1].core) {
		return "percent" + p.shut, 1
	}
	return p.open + amount(core) + p.own + p.shut, 1
}

func number(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// pair writes out a short form of two words, such as "N. Korea" and "per cent".
func pair(pieces []piece) (string, bool) {
	if len(pieces) < 2 {
		return "", false
	}
	p, q := pieces[0], pieces[1]
	if p.own != "" || p.shut != "" || q.open != "" {
		return "", false
	}
	if p.folded == "per" && q.folded == "cent" {
		return "percent", true
	}
	point, ok := points[p.folded]
	if !ok || !strings.Contains(places[point], " "+q.folded+" ") {
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

// capitals are short forms that are known by their capitals.
var capitals = map[string]string{
	"US": "united states", "USA": "united states", "UN": "united nations",
	"UK": "united kingdom", "EU": "european union", "PM": "prime minister",
}

// clipped are short forms that stand for one word only.
var clipped = map[string]string{
	"gov't": "government", "govt": "government",
	"int'l": "international", "intl": "international",
	"nat'l": "national", "dep't": "department", "ass'n": "association",
	"pct": "percent", "bln": "billion", "mln": "million", "tln": "trillion", "&": "and",
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
	for i := 1; i+1 < len(core); i++ {
		if core[i] == ',' && number(core[i-1:]) && number(core[i+1:]) {
			core = core[:i] + core[i+1:]
		}
	}
	return core
}
