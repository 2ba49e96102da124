package copydesk

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

// part is the role of a file in its group: the number of its story and its tag.
type part struct {
	story int
	tag   string
}

var parts = [perGroup]part{
	{0, "URGENT"}, {0, ""}, {0, "LEAD"}, {0, "2nd LD"},
	{1, ""}, {1, "LEAD"},
	{2, ""}, {3, "News Focus"}, {4, ""}, {5, "Interview"},
}

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

// killTag is the tag of a kill.
const killTag = "KILL"

// amends returns the tag of file i if it corrects or kills the single story before it
// in its group, "" if it does not.
func amends(i int) string {
	if i%perGroup != perGroup-1 || (i-1)%perDay == seriesAt {
		return ""
	}
	switch newDice(i, 6).n(30) {
	case 0, 1, 2:
		return "CORRECTED"
	case 3:
		return killTag
	}
	return ""
}

// drifts reports whether file i is a LEAD or 2nd LD with another headline than the
// first take.
func drifts(i int) bool {
	k := i % perGroup
	return (k == 2 || k == 3) && newDice(i-k, 6).n(8) == 0
}
