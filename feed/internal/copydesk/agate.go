package copydesk

import (
	"fmt"
	"strconv"
	"strings"
)

// agate returns file i as a table of standings. Its columns are marked with control
// characters, or in every second table with semicolons.
func agate(i int) string {
	at, d := day(i), newDice(i, 7)
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s%ss%04d%s-----\r\n", syn, syn, soh, i%10000, us)
	fmt.Fprintf(&b, "r s%s\x14 BC-%.12s %s \r\n", tape, slugLine(i), at.Format("01-02"))
	fmt.Fprintf(&b, "%s^BC-%s<\r\n^%s=\r\n^All Times EDT=\r\n^By The %s Desk=\r\n", stx, slugLine(i), Headline(i), agency(i))
	for _, half := range []string{"EAST", "WEST"} {
		b.WriteString("^" + half + "=\r\n" + row(i, "", "W", "L", "Pct", "GB"))
		for range 5 {
			w, l := 20+d.n(60), 20+d.n(60)
			b.WriteString(row(i, pick(d, places), strconv.Itoa(w), strconv.Itoa(l), fmt.Sprintf(".%03d", w*1000/(w+l)), fmt.Sprintf("%d{", d.n(12))))
		}
	}
	b.WriteString("\t   ___=\r\n^Saturday's Games=\r\n")
	for range 4 {
		b.WriteString("\t   " + d.fill("{place}") + fmt.Sprintf(" %d, ", d.n(9)) + d.fill("{place}") + fmt.Sprintf(" %d\r\n", d.n(9)))
	}
	fmt.Fprintf(&b, "\t   %sAP-WF-%s %sGMT<\r\n\r\n%s\r\n%s", etx, at.Format("01-02-06"), sent(i), formFeed, eot)
	return b.String()
}

// row returns a row of the table of file i.
func row(i int, team string, cells ...string) string {
	team = strings.ReplaceAll(team, " ", "\x10 ")
	if i%2 == 0 {
		return backspace + team + ";" + strings.Join(cells, ";") + "\x10 \r\n"
	}
	gap := rs + rs + " "
	return backspace + team + us + gap + strings.Join(cells, gap+gap) + "\r\n"
}

// flash returns file i as two lines of capitals, or as one if it is short.
func flash(i int) string {
	head := Headline(i)
	if len(head) < 44 {
		return head + "\n"
	}
	if at := strings.LastIndexByte(head[:len(head)*2/3], ' '); at > 0 {
		head = head[:at] + "\n" + head[at+1:]
	}
	return head + "\n"
}
