package calendar

import (
	"strconv"
	"strings"
	"time"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// momentBytes is the length of the longest value that Moment reads.
const momentBytes = 100

// Moment reads the time in the metadata of a file: ISO 8601 with or without its marks
// ("2031-03-14T09:30:00.000+01:00", "20310314T083000Z"), the dates of mail and feeds
// ("Fri, 14 Mar 2031 09:30:00 +0100 (CET)", "14 Mar 88 09:30 KST"), those of mailboxes
// ("Fri Mar 14 09:30:00 2031"), seconds or milliseconds since 1970, "310314", and a day in
// any notation. Clock is zero unless the value has a time and a time zone.
func Moment(value string) (Day, bool) {
	if len(value) > momentBytes {
		return Day{}, false
	}
	if d, ok := unixMoment(value); ok {
		return d, true
	}
	if six := strings.TrimSpace(value); line.IsDigits(six, 6, 6) {
		d := Day{Year: FullYear(line.Atoi(six[:2])), Month: line.Atoi(six[2:4]), Day: line.Atoi(six[4:])}
		return d, ValidDate(d.Year, d.Month, d.Day)
	}
	s, _, _ := strings.Cut(strings.TrimSpace(value), "(")
	s = momentMarks.Replace(withMarks(s))
	list := strings.Fields(s)
	for i, w := range list {
		switch zone := zoneOffsets[strings.ToUpper(w)]; {
		case i > 1 && line.IsDigits(w, 2, 2) && words.Month(list[i-1]) > 0 && line.IsDigits(list[i-2], 1, 2):
			list[i] = strconv.Itoa(FullYear(line.Atoi(w)))
		case i > 1 && zone != "":
			list[i] = zone
		case namesMonth(w):
			list[i] = strings.ReplaceAll(w, "-", " ")
		default:
			list[i] = withoutFraction(w)
		}
	}
	s = strings.Join(list, " ")
	if m, ok := ReadSent(s); ok {
		return m.Day, true
	}
	d, ok := First(s)
	return d, ok && d.Month != 0
}

// momentMarks replaces the marks that ReadSent does not expect.
var momentMarks = strings.NewReplacer(",", " ", "\u202f", " ", "−", "-")

// unixMoment reads ten digits as seconds since 1970 and 13 as milliseconds.
func unixMoment(s string) (Day, bool) {
	if !line.IsDigits(s, 10, 10) && !line.IsDigits(s, 13, 13) {
		return Day{}, false
	}
	t := time.Unix(int64(line.Atoi(s[:10])), 0).UTC()
	return Day{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Clock: t}, true
}

// zoneOffsets are the names of time zones in mail that agencies do not use.
var zoneOffsets = map[string]string{
	"UT": "+0000", "WET": "+0000", "WEST": "+0100", "MET": "+0100", "MEZ": "+0100", "MEST": "+0200", "MESZ": "+0200",
	"EET": "+0200", "EEST": "+0300", "SAST": "+0200", "TRT": "+0300", "PKT": "+0500", "WIB": "+0700", "ICT": "+0700",
	"CCT": "+0800", "PHT": "+0800", "AWST": "+0800", "AEST": "+1000", "AEDT": "+1100", "NZST": "+1200", "NZDT": "+1300",
	"AST": "-0400", "ADT": "-0300", "BRT": "-0300", "ART": "-0300", "NST": "-0330", "MST": "-0700", "MDT": "-0600",
	"AKST": "-0900", "AKDT": "-0800", "HST": "-1000",
}

// withMarks writes the marks into an ISO 8601 time that begins s without them:
// "20310314T0930Z" becomes "2031-03-14T09:30Z".
func withMarks(s string) string {
	if len(s) < 8 || !line.IsDigits(s[:8], 8, 8) || len(s) > 8 && s[8] >= '0' && s[8] <= '9' {
		return s
	}
	day, clock := s[:4]+"-"+s[4:6]+"-"+s[6:8], s[8:]
	if len(clock) < 5 || !line.IsDigits(clock[1:5], 4, 4) {
		return day + clock
	}
	clock, rest := clock[1:3]+":"+clock[3:5], clock[5:]
	if len(rest) >= 2 && line.IsDigits(rest[:2], 2, 2) {
		clock, rest = clock+":"+rest[:2], rest[2:]
	}
	return day + "T" + clock + rest
}

// namesMonth reports whether w is a day with hyphens and the name of its month:
// "14-MAR-2031".
func namesMonth(w string) bool {
	parts := strings.Split(w, "-")
	return len(parts) == 3 && words.Month(parts[1]) > 0
}

// withoutFraction cuts the fraction of a second out of w.
func withoutFraction(w string) string {
	clock, _, ok := strings.Cut(w, ".")
	if !ok || !strings.Contains(clock, ":") {
		return w
	}
	dot := len(clock)
	end := dot + 1
	for end < len(w) && w[end] >= '0' && w[end] <= '9' {
		end++
	}
	return w[:dot] + w[end:]
}
