package copydesk

import (
	"strings"
	"time"
)

// Form is the form in which a file is written.
type Form string

// The forms, with their share of the files.
const (
	Plain      Form = "plain"      // 83 in 100
	ANPA       Form = "anpa"       // 3 in 100: ANPA 1312
	Teletype   Form = "teletype"   // 2 in 100: of the eighties, in capitals
	IPTC       Form = "iptc"       // 2 in 100: IPTC 7901
	ZCZC       Form = "zczc"       // 2 in 100: ZCZC, a line of the category, NNNN
	Agate      Form = "agate"      // 1 in 100: a table in an ANPA envelope
	Flash      Form = "flash"      // 2 in 100: two lines of capitals and nothing else
	Drift      Form = "drift"      // 2 in 100: a take with another headline, and a note that says so
	Correction Form = "correction" // 1 in 100
	Kill       Form = "kill"       // 1 in 300
	Series     Form = "series"     // 1 in 100: the same headline every day
)

// Forms lists all forms.
var Forms = []Form{Plain, ANPA, Teletype, IPTC, ZCZC, Agate, Flash, Drift, Correction, Kill, Series}

// enveloped reports whether the tags of a headline are in the envelope instead.
func (f Form) enveloped() bool { return f == ANPA || f == IPTC || f == ZCZC }

// shares lists the forms that any file may have, with their shares in percent.
var shares = []struct {
	form    Form
	percent int
}{{ANPA, 3}, {Teletype, 2}, {IPTC, 2}, {ZCZC, 2}, {Agate, 1}}

// flashes is the share of urgent stories that are flashes, in percent.
const flashes = 20

// seriesAt is the number of the file of each day that belongs to the series.
const seriesAt = 48

// formOf returns the form of file i.
func formOf(i int) Form {
	switch tag := amends(i); {
	case tag == killTag:
		return Kill
	case tag != "":
		return Correction
	case i%perDay == seriesAt:
		return Series
	case drifts(i):
		return Drift
	}
	n := newDice(i, 5).n(100)
	for _, s := range shares {
		if n -= s.percent; n < 0 {
			return s.form
		}
	}
	if n < flashes && parts[i%perGroup].tag == "URGENT" {
		return Flash
	}
	return Plain
}

// formed returns the content of file i if its form has no dirt.
func formed(i int) (string, bool) {
	switch formOf(i) {
	case ANPA:
		return anpa(i), true
	case Teletype:
		return teletype(i), true
	case IPTC:
		return iptc(i), true
	case ZCZC:
		return zczc(i), true
	case Agate:
		return agate(i), true
	case Flash:
		return flash(i), true
	default:
		return "", false
	}
}

// Truth is what a file says, as it is written there. A field is empty if the file does
// not say it.
type Truth struct {
	Form     Form
	Headline string // on one line
	Place    string
	Date     time.Time
	Agency   string
	Slug     string // the word of the envelope that names the story, without its marks
}

// TruthOf returns what file i says.
func TruthOf(i int) Truth {
	t := Truth{Form: formOf(i), Headline: Headline(i), Date: day(i)}
	switch t.Form {
	case Flash:
		return t
	case ANPA, IPTC:
		t.Place, t.Agency, t.Slug = place(i), agency(i), slugLine(i)
	case Teletype:
		t.Place, t.Slug = place(i), strings.ToUpper(slugLine(i))
	case ZCZC:
		t.Place, t.Agency = place(i), agency(i)
	case Agate:
		t.Slug = slugLine(i)
	default:
		if isKorean(i) {
			t.Headline, t.Place, t.Agency = koreanHeadline, "엘러리", "메리디안"
		}
		if hasDateline(i) {
			t.Place, t.Agency = place(i), agency(i)
		}
	}
	if t.Form != IPTC && t.Form != Agate {
		t.Place = strings.ToUpper(t.Place)
	}
	return t
}
