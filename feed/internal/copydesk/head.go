package copydesk

import (
	"fmt"
	"strings"
	"time"
)

var firstDay = time.Date(2000, 1, 3, 0, 0, 0, 0, time.UTC)

// day returns the day of file i.
func day(i int) time.Time { return firstDay.AddDate(0, 0, i/perDay) }

// role returns the part of file i.
func role(i int) part {
	if tag := amends(i); tag != "" {
		return part{parts[i%perGroup].story - 1, tag}
	}
	return parts[i%perGroup]
}

// Title returns the headline of file i without its tag. Takes of a story share it, but
// for those of the form Drift, whose headlines differ.
func Title(i int) string {
	if formOf(i) == Series {
		return "Summary of harbor news in " + places[0]
	}
	d := newDice(i-i%perGroup+role(i).story, 2)
	title := d.fill(pick(d, shapes))
	return strings.ToUpper(title[:1]) + title[1:]
}

// drifted returns the headline of a take that drifts: the last words are news.
func drifted(i int) string {
	words := strings.Fields(Title(i))
	n := len(words) - 2
	for n > 3 && len(words[n-1]) < 4 {
		n--
	}
	d := newDice(i, 8)
	news := pick(d, times)
	for strings.HasSuffix(Title(i), news) {
		news = pick(d, times)
	}
	return strings.Join(words[:n], " ") + " " + news
}

// Headline returns the headline of file i.
func Headline(i int) string {
	switch f := formOf(i); {
	case f == Drift:
		return "(" + role(i).tag + ") " + drifted(i)
	case f == Flash, f == Teletype:
		return strings.ToUpper(Title(i))
	case f == Agate:
		return place(i) + " Cup Glance"
	case role(i).tag == "" || f.enveloped():
		return Title(i)
	}
	return "(" + role(i).tag + ") " + Title(i)
}

// note returns the editors' note above file i, with its line end, or "".
func note(i int) string {
	switch f := formOf(i); {
	case f == Drift:
		return fmt.Sprintf("(ATTN: RECASTS headline, lead; ADDS details in paras %d-%d)\n", 2+i%2, 4+i%3)
	case f == Correction:
		return fmt.Sprintf("(ATTN: CORRECTS figure in para %d)\n", 2+i/perGroup%3)
	case i%11 == 3 && f != Kill:
		return "(ATTN: ADDS details in paras 2-3)\n"
	}
	return ""
}

// slug returns the word in the name of file i.
func slug(i int) string {
	return strings.ToLower(pick(newDice(i-i%perGroup+role(i).story, 1), nouns))
}

// place returns the place of file i.
func place(i int) string { return pick(newDice(i-i%perGroup+role(i).story, 4), places) }

// agency returns the agency of file i.
func agency(i int) string { return agencies[i/perGroup%len(agencies)] }

// hasDateline reports whether plain copy has a dateline.
func hasDateline(i int) bool { return i%43 != 7 }

// dateline returns the place and the day of file i.
func dateline(i int) string {
	at := day(i)
	return strings.ToUpper(place(i)) + ", " + months[at.Month()-1] + at.Format(" 2")
}
