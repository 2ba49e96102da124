package copydesk

import (
	"fmt"
	"strings"
)

// The control characters of transmission.
const (
	soh, stx, etx, eot, enq = "\x01", "\x02", "\x03", "\x04", "\x05"
	backspace, formFeed     = "\x08", "\x0c"
	tape, syn, rs, us, del  = "\x12", "\x16", "\x1e", "\x1f", "\x7f"
)

// slugLine returns the word that names file i in an envelope.
func slugLine(i int) string {
	word := slug(i)
	return strings.ToUpper(word[:1]) + word[1:] + "-" + strings.ReplaceAll(place(i), " ", "-")
}

// take returns the tag of file i as the take of a slug, with a comma before it.
func take(i int) string {
	switch roleOf(i).tag {
	case "URGENT":
		return ", NewsAlert"
	case "LEAD":
		return ", 1st Ld-Writethru"
	case "2nd LD":
		return ", 2nd Ld-Writethru"
	}
	return ""
}

// count returns the number of words of file i.
func count(i int) int { return len(strings.Fields(strings.Join(paragraphs(i), " "))) }

// sent is a time of a dispatch on the day of file i.
func sent(i int) string { return fmt.Sprintf("%02d%02d", 8+i%perDay/10, i*7%60) }

// lines writes s in lines of column characters that end in end. The first begins with
// indent.
func lines(b *strings.Builder, indent, s, end string) {
	s = indent + s
	for len(s) > column {
		at := strings.LastIndexByte(s[:column], ' ')
		if at <= len(indent) {
			break
		}
		b.WriteString(s[:at] + end)
		s = s[at+1:]
	}
	b.WriteString(s + end)
}

// anpa returns file i in the envelope of ANPA 1312.
func anpa(i int) string {
	at, priority := day(i), "r"
	if roleOf(i).tag == "URGENT" {
		priority = "u"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s%sw%04d%s_asian\r\n", syn, syn, soh, i%10000, us)
	fmt.Fprintf(&b, "%s i%s\x14 BC-%.12s %s %04d\r\n", priority, "\x13", slugLine(i), at.Format("01-02"), count(i))
	fmt.Fprintf(&b, "%s^BC-%s%s,%d<\r\n", stx, slugLine(i), take(i), count(i))
	fmt.Fprintf(&b, "^%s<\r\n", Headline(i))
	if i%2 == 0 {
		fmt.Fprintf(&b, "^Eds: With AP Photos. Will be updated.<\r\n")
	}
	d := newDice(i, 7)
	fmt.Fprintf(&b, "^By %s=\r\n^%s Writer=\r\n", strings.ToUpper(d.fill("{first} {last}")), agency(i))
	for n, p := range paragraphs(i) {
		if n == 0 {
			p = strings.ToUpper(place(i)) + " (" + agency(i) + ") _ " + p
		}
		b.WriteString("\t   " + p + " \r\n \r\n")
	}
	fmt.Fprintf(&b, "\t   %sAP-WF-%s %sGMT<\r\n\r\n%s\r\n%s", etx, at.Format("01-02-06"), sent(i), formFeed, eot)
	return b.String()
}

// teletype returns file i as the teletype of an agency sent it in the eighties.
func teletype(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, " \r\n%s%s%sC T\r\n%s%s%sf%04d%s_reute\r\n", enq, enq, enq, syn, syn, soh, i%10000, us)
	fmt.Fprintf(&b, "u f BC-%s   %s %04d\r\n%s\r\n", strings.ToUpper(slugLine(i)), day(i).Format("01-02"), count(i), stx)
	lines(&b, "", Headline(i), "\r\n")
	for n, p := range paragraphs(i) {
		if n == 0 {
			p = strings.ReplaceAll(dateline(i), ".", "") + " - " + p
		}
		lines(&b, "    ", p, "\r\n")
	}
	b.WriteString(" Reuter\r\n" + etx)
	return b.String()
}

// iptc returns file i in the envelope of IPTC 7901.
func iptc(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%seca%03d 3 s %d ccccb   mer %03d\r\n\r\n%s/\r\n%s", soh, i%1000, count(i), i%1000, slugLine(i), stx)
	switch roleOf(i).tag {
	case "LEAD":
		b.WriteString("1ST LEAD\r\n")
	case "2nd LD":
		b.WriteString("2ND LEAD\r\n")
	}
	d := newDice(i, 7)
	var head strings.Builder
	lines(&head, "", Headline(i), "\r\n")
	b.WriteString(strings.TrimSuffix(head.String(), "\r\n") + " =\r\n")
	b.WriteString("By " + d.fill("{first} {last}") + ", " + agency(i) + " =\r\n\r\n")
	for n, p := range paragraphs(i) {
		if n == 0 {
			p = place(i) + " (" + agency(i) + ") - " + p
		}
		lines(&b, "", p, "\r\n")
		b.WriteString("\r\n")
	}
	b.WriteString("# " + agency(i) + " NOTEBOOK\r\n\r\nThe following information is not for publication\r\n\r\n")
	b.WriteString("## Editorial contacts\r\n- Reporting by: " + d.fill("{first} {last}") + "\r\n\r\n")
	fmt.Fprintf(&b, "%s%s%s GMT %s \r\n%s\r\n%s", etx, day(i).Format("02"), sent(i), day(i).Format("Jan 06"), del, eot)
	return b.String()
}

// initials are those of the agency that sends copy between ZCZC and NNNN.
const initials = "MPA"

// zczc returns file i between ZCZC and NNNN.
func zczc(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "ZCZC %s%03d\n%s\n", initials, i%1000, []string{"POL", "YY ECO"}[i%2])
	lines(&b, "", Headline(i), "\n")
	for n, p := range paragraphs(i) {
		if n == 0 {
			p = strings.ReplaceAll(dateline(i), ".", "") + " " + initials + " - " + p
		}
		lines(&b, "    ", p, "\n")
	}
	b.WriteString("NNNN\n")
	return b.String()
}
