package copydesk

import (
	"fmt"
	"strings"
)

// Title returns the headline of file i without its tag. That of a take may differ from
// the one before it.
func Title(i int) string {
	if formOf(i) == Series {
		return "Summary of harbor news in " + places[0]
	}
	r := roleOf(i)
	title := castOf(i).head(shapeOf(r.story).heads[stage(r)])
	return strings.ToUpper(title[:1]) + title[1:]
}

// Headline returns the headline of file i.
func Headline(i int) string { return headline(i, formOf(i)) }

// headline returns the headline of file i, whose form is f.
func headline(i int, f Form) string {
	tag := roleOf(i).tag
	switch {
	case f == Flash, f == Teletype:
		return strings.ToUpper(Title(i))
	case f == Agate:
		return place(i) + " Cup Glance"
	case f == Series:
		return Title(i)
	case f == Kill && killsInWords(i):
		return "(KILL) " + castOf(i).head("{place} {noun} story")
	case tag == "" || f.enveloped():
		return Title(i)
	case f == Prefixed:
		return tag + "-" + Title(i)
	}
	return "(" + tag + ") " + Title(i)
}

// note returns the editors' note above file i, with its line end, or "".
func note(i int) string {
	switch f := formOf(i); {
	case f == Drift:
		return fmt.Sprintf("(ATTN: RECASTS headline, lead; ADDS details in paras %d-%d)\n", 2+i%2, 4+i%3)
	case f == Correction:
		c := castOf(i)
		where := "para 2"
		if strings.Contains(shapeOf(c.story).heads[0], "{number}") {
			where = "headline, paras 1-2"
		}
		return fmt.Sprintf("(ATTN: CORRECTS figure in %s to %s instead of %s)\n", where, numbers[c.figure], numbers[c.figure-3])
	case i%11 == 3 && f != Kill:
		return "(ATTN: ADDS details in paras 2-3)\n"
	}
	return ""
}

// slug returns the word in the name of file i.
func slug(i int) string { return castOf(i).nouns[0] }

// place returns the place of file i.
func place(i int) string { return castOf(i).places[0] }

// agency returns the agency of file i.
func agency(i int) string { return agencies[roleOf(i).story/perGroup%len(agencies)] }

// hasDateline reports whether plain copy has a dateline.
func hasDateline(i int) bool { return i%43 != 7 && (formOf(i) != Kill || !killsInWords(i)) }

// dateline returns the place and the day of file i.
func dateline(i int) string { return strings.ToUpper(place(i)) + ", " + monthDay(i) }
