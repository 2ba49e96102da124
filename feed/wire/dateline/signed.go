package dateline

import (
	"strings"

	"dateline/feed/wire/agencies"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

var bylines = words.List("byline")

// signed reads a dateline after the name of its reporter, with at least two spaces between
// them: "Por Ana Ruiz  Varsovia, 1 ene (EFE).-".
func signed(p string) (o Opening, n int) {
	word := line.Prefix(p, bylines()...)
	end := strings.Index(line.Head(p, 90), "  ")
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

// glued reads "دمشق-سانا" and "تهران- ایرنا-", a place and a known agency with a hyphen
// between them, in a script without case.
func glued(o *Opening, p string, at int) int {
	if at+1 < len(p) && p[at+1] == ' ' {
		at++
	}
	end := strings.IndexAny(p[at+1:], " -")
	if end < 0 {
		end = len(p) - at - 1
	}
	agency := p[at+1 : at+1+end]
	if !agencies.Has(agency) || line.HasCase(p[:at]) || line.IsCJK(p[:at]) || strings.Contains(p[:at], " ") {
		return 0
	}
	f, ok := readPlaceAndDay(strings.TrimRight(p[:at], "- "))
	if !ok || f.place() == "" {
		return 0
	}
	f.fill(o, agency)
	n := at + 1 + end
	_, more := afterAgency(p[n:])
	return n + more
}
