package copydesk

import "strings"

// Form is the form in which a file is written.
type Form string

// The forms, with their share of the files.
const (
	Plain      Form = "plain"      // 73 in 100
	ANPA       Form = "anpa"       // 5 in 100: ANPA 1312
	Teletype   Form = "teletype"   // 2 in 100: of the eighties, in capitals
	IPTC       Form = "iptc"       // 2 in 100: IPTC 7901
	ZCZC       Form = "zczc"       // 2 in 100: ZCZC, a line of the category, NNNN
	Agate      Form = "agate"      // 1 in 100: a table in an ANPA envelope
	Flash      Form = "flash"      // 2 in 100: two lines of capitals and nothing else
	Drift      Form = "drift"      // 8 in 100: a take with another headline, and a note that says so
	Prefixed   Form = "prefixed"   // 4 in 100: UPDATE 1-, RPT-
	Correction Form = "correction" // 1 in 100
	Kill       Form = "kill"       // 1 in 300
	Series     Form = "series"     // 1 in 100: the same headline every day
)

// Forms lists all forms.
var Forms = []Form{Plain, ANPA, Teletype, IPTC, ZCZC, Agate, Flash, Drift, Prefixed, Correction, Kill, Series}

// enveloped reports whether the tags of a headline are in the envelope instead.
func (f Form) enveloped() bool { return f == ANPA || f == IPTC || f == ZCZC }

// shares lists the forms that any file may have, with their shares in percent.
var shares = []struct {
	form    Form
	percent int
}{{ANPA, 3}, {Teletype, 2}, {IPTC, 2}, {ZCZC, 2}}

// flashes is the share of urgent stories that are flashes, in percent.
const flashes = 20

// tables is the share of analyses and interviews that are tables instead, in percent.
const tables = 5

// formOf returns the form of file i.
func formOf(i int) Form {
	r := roleOf(i)
	switch {
	case r.tag == killTag:
		return Kill
	case r.tag == "CORRECTED":
		return Correction
	case i%perDay == seriesAt:
		return Series
	case strings.HasPrefix(r.tag, "UPDATE"), strings.HasSuffix(r.tag, "UPDATE 2"), r.tag == "RPT":
		return Prefixed
	case isStock(i):
		return Plain
	case r.story%perGroup == 0 && kindOf(i) == cycle:
		return ANPA
	case r.level > 0 && stage(r) > 0:
		return Drift
	}
	n := newDice(i, 5).n(100)
	if (i%perGroup == 7 || i%perGroup == 9) && n >= 100-tables {
		return Agate // no other file is a take of it or amends it
	}
	for _, s := range shares {
		if n -= s.percent; n < 0 {
			return s.form
		}
	}
	if n < flashes && r.tag == "URGENT" {
		return Flash
	}
	return Plain
}
