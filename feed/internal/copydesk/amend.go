package copydesk

import (
	"fmt"
	"strings"
)

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
