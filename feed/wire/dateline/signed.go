package dateline

import (
	"strings"

	"dateline/feed/wire/agencies"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

var (
	bylines      = words.List("byline")
	bylineStarts = words.FinderOf("byline")
)

// signed reads a dateline after the name of its reporter, with at least two spaces between
// them: "Por Ana Ruiz  Varsovia, 1 ene (EFE).-".
func signed(p string) (o Opening, n int) {
	if !bylineStarts().Begins(p) {
		return o, 0
	}
	end := strings.Index(line.Head(p, 90), "  ")
	if end < 0 {
		return o, 0
	}
	word := line.Prefix(p, bylines()...)
	if word == "" || end < len(word) {
		return o, 0
	}
	name := strings.TrimSpace(p[len(word):end])
	n = end + len(p[end:]) - len(strings.TrimLeft(p[end:], " "))
	if !placeShaped(name) || n == len(p) {
		return o, 0
	}
	o, size := spelled(p[n:])
	if size == 0 || o.Agency == "" {
		return Opening{}, 0
	}
	o.By = p[:len(word)] + name
	return o, n + size
}

// atStop reads "PLACE. day. AGENCY." at the full stop after the agency.
func atStop(o *Opening, p string, at int) int {
	if at > placeBytes+agencyBytes || !strings.ContainsAny(p[:at], "0123456789") {
		return 0
	}
	text, agency, named := agencies.CutLast(p[:at])
	if !named {
		return 0
	}
	f, ok := readPlaceAndDay(text)
	if !ok || f.place() == "" || f.small || !f.dated() || !f.comma {
		return 0
	}
	f.fill(o, agency)
	return at + 1 + len(p[at+1:]) - len(strings.TrimLeft(p[at+1:], " "))
}

// commaAgency reads "PLACE, SANA-", "Place, day, SANA-" and "PLACE. AGENCY -" before the
// dash at at: the agency is known and in capitals. It returns the length of the dateline
// without the dash.
func commaAgency(o *Opening, p string, at int) int {
	text := strings.TrimRight(p[:at], " ")
	i := strings.LastIndexByte(text, ' ')
	name := text[i+1:]
	if i < 1 || p[i-1] != ',' && p[i-1] != '.' || len(name) < 3 || !line.IsUpper(name) || !agencies.HasLower(name) {
		return 0
	}
	if at+1 < len(p) && p[at] == '-' && p[at+1] != ' ' && p[at+1] != '-' {
		return 0
	}
	f, ok := readPlaceAndDay(text[:i-1])
	if !ok || f.place() == "" || f.small || !f.dated() && (f.region != "" || strings.Count(f.place(), " ") > 2 || !f.caps && p[i-1] == '.') {
		return 0
	}
	f.fill(o, name)
	return at
}

// dayAfter reads the day between a second pair of dashes, "PLACE--(AGENCY)--Nov. 12, 2019--",
// if the dateline has none yet. It returns its length.
func (o *Opening) dayAfter(s string) int {
	day, _, ok := strings.Cut(line.Head(s, agencyBytes), "--")
	if !ok || o.Month != 0 {
		return 0
	}
	rest, on, found := calendar.CutDay(day)
	if !found || rest != "" {
		return 0
	}
	o.Year, o.Month, o.Day = on.Year, on.Month, on.Day
	_, n := dash(s[len(day):])
	return len(day) + n
}

// besideDash reads the forms of commaAgency and of glued, whose dash has a size of n. Tight
// is true if the dash is a hyphen without spaces around it; then there is no other form, and
// the result is -1 if the text has none.
func besideDash(o *Opening, p string, at, n int, tight bool) int {
	if size := commaAgency(o, p, at); size > 0 {
		return size + n
	}
	if p[at] == '-' {
		if size := glued(o, p, at); size > 0 {
			return size
		}
	}
	if tight {
		return -1
	}
	return 0
}

// capitalName reads "ANA RUIZ - " after a dateline.
func capitalName(s string) (name string, n int) {
	name, rest, ok := strings.Cut(line.Head(s, agencyBytes), " - ")
	words := strings.Count(name, " ") + 1
	if !ok || words < 2 || words > 4 || !line.IsUpper(name) || !placeShaped(name) || line.IsUpper(rest) {
		return "", 0
	}
	return name, len(name) + len(" - ")
}

// cutBracketDay splits "TTXVN 12/11" into a known agency and its day.
func cutBracketDay(s string) (agency string, on calendar.Day) {
	name, day, ok := strings.Cut(s, " ")
	if !ok || !agencies.HasLower(name) {
		return s, on
	}
	if rest, on, found := calendar.CutDay(", " + day); found && strings.Trim(rest, " ,") == "" {
		return name, on
	}
	return s, on
}

// nameAfter returns the name in ", Иван Петров. ".
func nameAfter(s string) string {
	name, ok := strings.CutPrefix(s, ", ")
	if name = strings.TrimRight(name, ". "); !ok || !placeShaped(name) {
		return ""
	}
	return name
}

// glued reads "دمشق-سانا", "دمشق - سانا" and "تهران- ایرنا-", a place and a known agency with a hyphen
// between them, in a script without case.
func glued(o *Opening, p string, at int) int {
	place := strings.TrimRight(p[:at], " ")
	if line.HasCase(place) || line.IsCJK(place) || strings.Contains(place, " ") {
		return 0
	}
	if at+1 < len(p) && p[at+1] == ' ' {
		at++
	}
	agency, _, _ := strings.Cut(p[at+1:], " ")
	agency, _, _ = strings.Cut(agency, "-")
	if !agencies.Has(agency) && p[len(place)] == ' ' {
		return 0
	}
	if !agencies.Has(agency) {
		agency = agencies.Prefix(agency) // the text follows without a space
	}
	f, ok := readPlaceAndDay(place)
	if !ok || agency == "" || f.place() == "" {
		return 0
	}
	f.fill(o, agency)
	n := at + 1 + len(agency)
	_, more := afterAgency(p[n:])
	return n + more
}

// signedInitials reads "PLACE, day ABC", in which initials that no list has are the agency.
func signedInitials(s string) (f placeAndDay, initials string) {
	i := strings.LastIndexByte(s, ' ')
	word := s[i+1:]
	if i < 0 || !line.IsLetters(word, 2, 6) || !line.IsUpper(word) || calendar.IsZone(word) || calendar.MonthWord(strings.ToLower(word)) > 0 {
		return f, ""
	}
	f, ok := readPlaceAndDay(s[:i])
	if !ok || !f.dated() || !f.caps || !f.comma || f.place() == "" {
		return f, ""
	}
	return f, word
}
