package calendar

import (
	"strings"
	"time"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// LineStamp returns the day and time in a header, or in a line after the end of a story.
func LineStamp(line string) (Day, bool) {
	if m, ok := Transmitted(line); ok && m.Year != 0 {
		return m, true
	}
	return sentAt(line)
}

// FieldStamp returns the day and time in the value of a header "Date: …".
func FieldStamp(value string) (Day, bool) {
	for _, layout := range [...]string{time.RFC3339, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05 -0700"} {
		if t, err := time.Parse(layout, value); err == nil && isYear(t.Year()) {
			return Day{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Clock: t}, true
		}
	}
	return First(value)
}

// zones are the time zones that agencies name, in seconds east of Greenwich.
var zones = map[string]int{"GMT": 0, "UTC": 0, "Z": 0, "KST": 9 * 3600, "JST": 9 * 3600, "EDT": -4 * 3600, "EST": -5 * 3600, "CET": 3600, "CEST": 2 * 3600, "BST": 3600,
	"MSK": 3 * 3600, "MEZ": 3600, "MESZ": 2 * 3600, "MDT": -6 * 3600, "MST": -7 * 3600, "HKT": 8 * 3600, "SGT": 8 * 3600, "IST": 19800, "PDT": -7 * 3600, "PST": -8 * 3600, "CDT": -5 * 3600, "CST": -6 * 3600}

func zone(name string) *time.Location {
	name = strings.ToUpper(strings.Trim(name, "<. "))
	if offset, ok := zones[name]; ok {
		if offset == 0 {
			return time.UTC
		}
		return time.FixedZone(name, offset)
	}
	return nil
}

// IsZone reports whether name is that of a time zone: "GMT", "EDT".
func IsZone(name string) bool { return zone(name) != nil }

// Transmitted reads the line with which an agency ends a transmission:
// "AP-NY-08-15-20 1430EDT", "dpa ab cd 151430 Aug 20", "AFP 151430 GMT AUG 20",
// "15-AGO-20 14:30".
func Transmitted(s string) (Day, bool) {
	if len(s) > 80 || len(s) < 12 {
		return Day{}, false
	}
	s = strings.TrimRight(strings.TrimSpace(s), "<")
	w := strings.Fields(s)
	if len(w) == 0 {
		return Day{}, false
	}
	if rest, ok := strings.CutPrefix(w[0], "AP-"); ok && len(w) <= 2 {
		return apStamp(rest, w[1:])
	}
	if strings.HasPrefix(w[0], "NYT-") && len(w) <= 2 {
		return apStamp(w[0], w[1:])
	}
	if len(w) == 2 {
		return hyphenStamp(w[0], w[1])
	}
	if len(w) < 3 || len(w) > 8 {
		return Day{}, false
	}
	n := len(w)
	year, month := w[n-1], words.Month(w[n-2])
	if month == 0 || !line.IsDigits(year, 2, 2) && !line.IsDigits(year, 4, 4) {
		return Day{}, false
	}
	group, loc := w[n-3], time.UTC
	if z := zone(group); z != nil && n > 3 {
		group, loc = w[n-4], z
	}
	group = strings.TrimSuffix(group, "Z")
	if !line.IsDigits(group, 6, 6) {
		return Day{}, false
	}
	return clockAt(FullYear(line.Atoi(year)), month, line.Atoi(group[:2]), group[2:], loc)
}

// hyphenStamp reads "15-AGO-20" and "14:30".
func hyphenStamp(day, clock string) (Day, bool) {
	parts := strings.Split(day, "-")
	if len(parts) != 3 || len(clock) != 5 || clock[2] != ':' || !line.IsDigits(clock[:2]+clock[3:], 4, 4) {
		return Day{}, false
	}
	month := words.Month(parts[1])
	if month == 0 || !line.IsDigits(parts[0], 1, 2) || !line.IsDigits(parts[2], 2, 2) && !line.IsDigits(parts[2], 4, 4) {
		return Day{}, false
	}
	return clockAt(FullYear(line.Atoi(parts[2])), month, line.Atoi(parts[0]), clock[:2]+clock[3:], time.UTC)
}

// apStamp reads "NY-08-15-20" or "NYT-08-15-20", and "1430EDT".
func apStamp(s string, clock []string) (Day, bool) {
	_, days, ok := strings.Cut(s, "-")
	parts := strings.Split(days, "-")
	if !ok || len(parts) != 3 || !line.IsDigits(parts[0], 2, 2) || !line.IsDigits(parts[1], 2, 2) || !line.IsDigits(parts[2], 2, 4) {
		return Day{}, false
	}
	year, m, d := FullYear(line.Atoi(parts[2])), line.Atoi(parts[0]), line.Atoi(parts[1])
	if len(clock) == 1 && len(clock[0]) > 4 && line.IsDigits(clock[0][:4], 4, 4) {
		if loc := zone(clock[0][4:]); loc != nil {
			return clockAt(year, m, d, clock[0][:4], loc)
		}
	}
	return Day{Year: year, Month: m, Day: d}, ValidDate(year, m, d)
}

func clockAt(y, m, d int, hhmm string, loc *time.Location) (Day, bool) {
	h, minute := line.Atoi(hhmm[:2]), line.Atoi(hhmm[2:])
	if !ValidDate(y, m, d) || h > 23 || minute > 59 {
		return Day{}, false
	}
	return Day{Year: y, Month: m, Day: d, Clock: time.Date(y, time.Month(m), d, h, minute, 0, 0, loc)}, true
}

// sentAt reads the line in which Korean agencies note when copy was sent:
// "2020/08/15 14:30 송고", "송고시간 2020-08-15 14:30".
func sentAt(s string) (Day, bool) {
	if len(s) > 120 || !strings.Contains(s, "송고") && !strings.Contains(s, "입력") && !strings.HasPrefix(s, "Published") {
		return Day{}, false
	}
	m, ok := First(s)
	if !ok {
		return Day{}, false
	}
	if i := strings.IndexByte(s, ':'); i >= 2 && len(s) >= i+3 && line.IsDigits(s[i-2:i], 2, 2) && line.IsDigits(s[i+1:i+3], 2, 2) && strings.Contains(s, "송고") {
		if t, ok := clockAt(m.Year, m.Month, m.Day, s[i-2:i]+s[i+1:i+3], time.FixedZone("KST", 9*3600)); ok {
			return t, true
		}
	}
	return m, true
}
