package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/agencies"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// placeAndDay is the part of a dateline before the agency: places, region and day.
type placeAndDay struct {
	places []string
	region string
	on     calendar.Day
	caps   bool // the place is in capitals, or in a script without case
	small  bool // the place is in lower case
	comma  bool // a comma or a full stop is between place and day
}

func (f *placeAndDay) dated() bool { return f.on.Month != 0 }

func (f *placeAndDay) place() string {
	if len(f.places) == 0 {
		return ""
	}
	return f.places[0]
}

// accepts reports whether f, with an agency in brackets and the mark after it, is
// a dateline. Each piece of evidence alone occurs in prose: "Ruiz (Labour) - 45
// percent".
func (f *placeAndDay) accepts(agency string, mark dashKind) bool {
	known := agencies.Known(agency)
	switch {
	case f.place() == "" || f.small:
		return known && mark != none && f.dated()
	case known && mark != none:
		return true
	case known:
		return f.dated() || f.caps && line.IsUpper(f.place()) && line.IsUpper(agency)
	case line.StartsLower(agency) && !f.dated():
		return false
	case f.dated():
		return mark != none || f.caps
	case mark != none:
		return f.caps && line.IsUpper(f.place()) && utf8.RuneCountInString(agency) > 1
	}
	return false
}

// standsAlone reports whether f without an agency, before a dash and rest, is a
// dateline.
func (f *placeAndDay) standsAlone(rest string) bool {
	if f.place() == "" || f.small {
		return false
	}
	if f.dated() && f.comma && line.IsUpper(f.place()) {
		return true
	}
	if rest != "" && line.StartsLower(rest) {
		return false
	}
	if f.dated() {
		return f.caps || f.comma
	}
	if !line.IsUpper(f.place()) || strings.Count(f.place(), " ") > 2 || notPlaces()[strings.ToLower(f.place())] {
		return false
	}
	_, tagged := headline.ReadTag(f.place())
	return !tagged && beginsText(rest) && !line.IsUpper(line.Head(rest, 40))
}

// beginsText reports whether s begins with a letter or a quotation, and not with the
// figures of a table.
func beginsText(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || strings.ContainsRune("\"'“‘«„「", r)
}

// notPlaces are words in capitals before a dash that are not places.
var notPlaces = words.Set("no place")

// readPlaceAndDay reads "KILLINGTON, Vt., March 5". Either part may be missing.
func readPlaceAndDay(s string) (placeAndDay, bool) {
	var f placeAndDay
	s = strings.TrimRight(s, " ")
	if s == "" || len(s) > 200 {
		return f, false
	}
	rest, on, found := calendar.CutDay(s)
	if !found {
		rest, on, found = cutFirstDay(s)
	}
	f.on = on
	if found {
		trimmed := strings.TrimRight(rest, " ")
		f.comma = strings.HasSuffix(trimmed, ",") || strings.HasSuffix(trimmed, ".")
	}
	rest = strings.TrimRight(rest, " ,،")
	if rest == "" {
		return f, found
	}
	return f, f.readPlace(strings.TrimSpace(rest))
}

// cutFirstDay cuts the day off the beginning of s: "12 ноября, Минск", "12.11.2019 Warszawa".
func cutFirstDay(s string) (rest string, on calendar.Day, found bool) {
	if s[0] < '0' || s[0] > '9' {
		return s, on, false
	}
	first, rest, ok := strings.Cut(s, ", ")
	if !ok {
		first, rest, ok = strings.Cut(s, " ")
	}
	before, on, found := calendar.CutDay(", " + first)
	if !ok || !found || strings.Trim(before, ", ") != "" {
		return s, calendar.Day{}, false
	}
	return rest, on, true
}

// readPlace reads places and region. It returns false if s cannot be a place.
func (f *placeAndDay) readPlace(s string) bool {
	if len(s) > placeBytes || strings.Count(s, " ") > 9 {
		return false
	}
	first, region := cutRegion(s)
	if i := strings.Index(first, " ("); i > 0 && region == "" && strings.HasSuffix(first, ")") && !townNames()[strings.ToLower(first[i+2:len(first)-1])] {
		first, region = first[:i], first[i+2:len(first)-1] // "KABOUL (Afghanistan)"
	}
	if strings.Count(region, ",") > 2 || region != "" && !placeShaped(strings.ReplaceAll(region, ",", " ")) {
		return false
	}
	shape := first
	if f.dated() && region == "" && strings.Count(first, " ") < 3 && isSmall(first) && line.HasCase(first) {
		f.small = true // copy all in lower case: only the shape counts
		shape = strings.ToUpper(first)
	}
	if !placeShaped(shape) {
		return false
	}
	f.caps = !f.small && (line.IsUpper(first) || !line.HasCase(first))
	f.region = region
	f.places = cutPlaces(first)
	return true
}

// isSmall reports whether s has no capital.
func isSmall(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return s == strings.ToLower(s)
}

// townNames are words in brackets that belong to the name of a town: "Frankfurt
// (Oder)".
var townNames = words.Set("second part of a town")

// cutRegion splits "KILLINGTON, Vt." and "New Delhi [India]".
func cutRegion(s string) (place, region string) {
	place, region, _ = strings.Cut(s, ",")
	place, region = strings.TrimSpace(place), strings.Trim(region, " ,")
	if i := strings.IndexByte(place, '['); i > 1 && strings.HasSuffix(place, "]") {
		return strings.TrimSpace(place[:i]), strings.Trim(place[i:], "[]")
	}
	if region == "" && strings.HasSuffix(place, ".") && utf8.RuneCountInString(place) > 4 {
		place = strings.TrimSuffix(place, ".")
	}
	return place, region
}

var (
	townsWithSlash = words.Set("town with a slash")
	particles      = words.Set("particle")
)

// cutPlaces cuts "SEOUL/TOKYO" into its places; a town with a slash in its name is one place.
func cutPlaces(s string) []string {
	if line.IsASCII(s) && strings.IndexByte(s, '/') < 0 && !line.Blank(s) {
		return []string{strings.TrimSpace(s)}
	}
	if words.HasLower(townsWithSlash(), s) {
		return []string{s}
	}
	var places []string
	for p := range strings.FieldsFuncSeq(s, func(r rune) bool {
		return r == '/' || r == '·' || r == 'ㆍ' || r == '、' || r == '・' && !line.IsKana(s)
	}) {
		if p = strings.TrimSpace(p); p != "" {
			places = append(places, p)
		}
	}
	return places
}

// placeShaped reports whether every word of s may be part of the name of a place:
// it has a capital, is in a script without case, or is a particle.
func placeShaped(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if !placeWord(w, n == 0) {
			return false
		}
		n++
	}
	return n > 0
}

func placeWord(w string, first bool) bool {
	letters := 0
	for _, r := range w {
		switch {
		case r|0x20 >= 'a' && r|0x20 <= 'z':
			letters++
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
		case !strings.ContainsRune(".'’‘`-/·・&()ʻ،", r):
			return false
		}
	}
	if letters == 0 {
		return w == "/" || w == "&"
	}
	if _, isDay := words.Weekday(w); isDay && len(w) > 4 && !inTown(w, first) {
		return false
	}
	bare := w
	if !line.IsLetters(w, 1, len(w)) {
		bare = strings.Trim(w, "(.'’‘)/")
	}
	r, _ := utf8.DecodeRuneInString(bare)
	if unicode.IsLower(r) {
		return !first && particles()[strings.ToLower(bare)] || strings.HasPrefix(bare, "al-") || strings.HasPrefix(bare, "el-")
	}
	return !first || line.IsUpper(bare) || !openers()[bare]
}

// inTown reports whether w, which names a day of the week, is a part of a town here: "SANTO
// DOMINGO", "Murska Sobota".
func inTown(w string, first bool) bool {
	_, inText := words.WeekdayInText(w)
	return !first && (!inText || townNames()[strings.ToLower(w)])
}

// openers are words that begin a sentence and never the name of a place.
var openers = words.Set("no place at the start")
