package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/line"
)

// CutSent is like Cut for copy whose envelope shows that an agency sent it. There any
// short name in brackets after a place is the agency, with or without a dash:
// "Paris (ats afp) Le texte".
func CutSent(text string) (Opening, bool) {
	if o, ok := Cut(text); ok {
		return o, true
	}
	text = strings.TrimLeft(text, " \t\u3000")
	p := line.Head(text, MaxBytes)
	at := strings.IndexByte(p, '(')
	if at <= 0 || at > placeBytes {
		return Opening{}, false
	}
	end := strings.IndexByte(p[at:min(len(p), at+agencyBytes)], ')')
	if end < 0 {
		return Opening{}, false
	}
	agency := strings.TrimSpace(p[at+1 : at+end])
	f, ok := readPlaceAndDay(p[:at])
	if !ok || f.small || f.place() == "" || !agencyShaped(agency) || strings.Count(agency, " ") > 2 || strings.ContainsAny(agency, "0123456789.") {
		return Opening{}, false
	}
	_, n := afterAgency(p[at+end+1:])
	o := Opening{Rest: strings.TrimSpace(text[at+end+1+n:])}
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(o.Rest, "\"'“„«»‘ ")); !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return Opening{}, false
	}
	f.fill(&o, agency)
	o.Text = line.Fold(text[:at+end+1+n])
	return o, true
}
