package link

import "strings"

// expand writes the i-th piece with its short form written out, and says how
// many pieces it took. In a title that shouts capitals prove nothing.
func expand(pieces []piece, i int, shout bool) (text string, n int) {
	p := pieces[i]
	if long, ok := pair(pieces[i:]); ok {
		q := pieces[i+1]
		return p.open + long + q.own + q.shut, 2
	}
	core := strings.TrimSuffix(p.low, ".")
	if strings.IndexByte(p.low, '.') >= 0 {
		if long, ok := dotted[core]; ok {
			return p.open + long + p.own + p.shut, 1
		}
	}
	if long, ok := capitals[p.core]; ok && !shout && (p.core != "PM" || i == 0 || !number(pieces[i-1].core)) {
		return p.open + long + p.own + p.shut, 1
	}
	if long, ok := clipped[core]; ok && p.own == "" {
		return p.open + long + p.shut, 1
	}
	return p.open + amount(core) + p.own + p.shut, 1
}

func number(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// pair writes out a short form of two words: "N. Korea", "per cent".
func pair(pieces []piece) (string, bool) {
	if len(pieces) < 2 {
		return "", false
	}
	p, q := pieces[0], pieces[1]
	if p.own != "" || p.shut != "" || q.open != "" {
		return "", false
	}
	if p.low == "per" && q.low == "cent" {
		return "percent", true
	}
	point, ok := points[p.low]
	if !ok || !strings.Contains(lands[point], " "+q.low+" ") {
		return "", false
	}
	return point + " " + q.low, true
}

// points are the initials that stand before a land's name.
var points = map[string]string{
	"n.": "north", "s.": "south", "e.": "east", "w.": "west",
	"n": "north", "s": "south",
}

// lands are the names that such an initial belongs to.
var lands = map[string]string{
	"north": " korea korean koreans macedonia carolina dakota ",
	"south": " korea korean koreans africa african africans sudan carolina dakota ",
	"east":  " timor asia jerusalem ",
	"west":  " bank africa virginia ",
}

// dotted are short forms known by their full stops, the last one left out.
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

// capitals are short forms known by their capitals.
var capitals = map[string]string{
	"US": "united states", "USA": "united states", "UN": "united nations",
	"UK": "united kingdom", "EU": "european union", "PM": "prime minister",
}

// clipped are words cut short in one way only.
var clipped = map[string]string{
	"gov't": "government", "govt": "government",
	"int'l": "international", "intl": "international",
	"nat'l": "national", "dep't": "department", "ass'n": "association",
	"pct": "percent", "bln": "billion", "mln": "million", "tln": "trillion", "&": "and",
}

// amount folds the ways to write a number: "1,000", "5%", "#1", "No.1".
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
