package copydesk

import (
	"strings"
	"time"
)

// Truth is what a file says, as it is written there. A field is empty if the file does
// not say it.
type Truth struct {
	Form     Form
	Headline string // on one line
	Place    string
	Date     time.Time
	Agency   string
	Slug     string // the word of the envelope that names the story, without its marks
	Story    int    // see GroupOf
	Amends   int    // the number of the file that it corrects, kills or repeats, or -1
}

// TruthOf returns what file i says.
func TruthOf(i int) Truth {
	t := Truth{Form: formOf(i), Headline: Headline(i), Date: day(i), Story: GroupOf(i), Amends: -1}
	if amends(i) != "" || strings.HasSuffix(roleOf(i).tag, "-UPDATE 2") {
		t.Amends = i - 1
	}
	switch t.Form {
	case Flash:
		return t
	case ANPA, IPTC:
		t.Place, t.Agency, t.Slug = place(i), agency(i), slugLine(i)
	case Teletype:
		t.Place, t.Slug = place(i), strings.ToUpper(slugLine(i))
	case ZCZC:
		t.Place, t.Agency = place(i), initials
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

// GroupOf returns the story that file i is a take of: the files of one story have the
// same number. A kill is not a take of the story that it kills.
func GroupOf(i int) int {
	if formOf(i) == Kill {
		return i - i%perGroup + parts[i%perGroup].story
	}
	return roleOf(i).story
}
