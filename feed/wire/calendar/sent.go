package calendar

import (
	"strings"
	"time"

	"dateline/feed/wire/agencies"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// SentBytes is the length of the longest line that says when copy was sent.
const SentBytes = 120

// sentWords are the words, in lower case, of a line that says when copy was sent.
var sentWords = words.Set("sending")

// Stamp is the day, and perhaps the time, in a line that says when copy was sent.
type Stamp struct {
	Day
	timed bool // the line has a time or a word beside the day, so it is not a headline
}

// ReadSent reads a line that has a stamp and nothing else: "2024-10-03 14:22",
// "Oct 6, 2024 10:00 GMT", "입력 2024.10.03 14:22", "KYODO NEWS - Oct 6, 2024 -
// 10:00 | Feature, All". The clock is set only if the line names its zone.
func ReadSent(line string) (Stamp, bool) {
	if len(line) > SentBytes || len(line) < 8 || !HasYear(line) {
		return Stamp{}, false
	}
	s, _, filed := strings.Cut(strings.TrimSpace(line), " | ") // the names of desks follow the bar
	if name, rest, ok := strings.Cut(s, " - "); ok && agencies.Known(name) {
		s = rest
	}
	var r stampReader
	r.timed = filed
	if from, to, d := CJKDay(s); to > 0 && d.Year != 0 && d.Month != 0 {
		r.setDay(d.Year, d.Month, d.Day)
		s = s[:from] + " " + s[to:]
	}
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return strings.ContainsRune(" ,()[]\t\u00a0\u3000", c) }) {
		if !r.word(w) {
			return Stamp{}, false
		}
	}
	return r.result()
}

// stampReader collects the words of a stamp.
type stampReader struct {
	year, month, day int
	hour, minute     int
	second           int
	hasTime, timed   bool
	half             string // "am" or "pm"
	loc              *time.Location
}

func (r *stampReader) setDay(y, m, d int) { r.year, r.month, r.day = y, m, d }

// word reads one word of the line. It returns false for a word that no stamp has.
func (r *stampReader) word(w string) bool {
	if day, rest := cutNumericDay(w); day.Year != 0 && r.year == 0 && r.month == 0 {
		r.setDay(day.Year, day.Month, day.Day)
		if w = strings.TrimLeft(rest, "-T."); w == "" {
			return true
		}
	}
	bare := strings.ToLower(strings.Trim(w, ".:|"))
	switch {
	case bare == "" || r.time(bare):
		return true
	case sentWords()[bare]:
		if h := strings.ReplaceAll(bare, ".", ""); h == "am" || h == "pm" || h == "오전" || h == "오후" {
			r.half = h
		}
		r.timed = r.timed || len(bare) > 1
		return true
	case r.month == 0 && MonthWord(bare) > 0:
		r.month = MonthWord(bare)
		return true
	}
	return r.number(bare) || r.zone(bare) || IsWeekday(bare)
}

// number reads the year, the day, or a time of four digits.
func (r *stampReader) number(w string) bool {
	if n, ok := line.FourDigits(w); ok {
		if isYear(n) && r.year == 0 {
			r.year = n
			return true
		}
		return !r.hasTime && r.time(w[:2]+":"+w[2:])
	}
	if d, ok := DayOfMonth(w); ok && r.day == 0 {
		r.day = d
		return true
	}
	return false
}

// time reads "14:22", "14:22:05", "14:22Z" and "2:22pm".
func (r *stampReader) time(w string) bool {
	h, rest, ok := strings.Cut(w, ":")
	if !ok || r.hasTime || !line.IsDigits(h, 1, 2) || len(rest) < 2 || !line.IsDigits(rest[:2], 2, 2) {
		return false
	}
	hour, minute, rest := line.Atoi(h), line.Atoi(rest[:2]), rest[2:]
	if len(rest) >= 3 && rest[0] == ':' && line.IsDigits(rest[1:3], 2, 2) {
		r.second, rest = line.Atoi(rest[1:3]), rest[3:]
	}
	switch {
	case rest == "":
	case rest == "am" || rest == "pm":
		r.half = rest
	case !r.zone(rest):
		return false
	}
	r.hour, r.minute, r.hasTime, r.timed = hour, minute, true, true
	return hour < 24 && minute < 60 && r.second < 60
}

// zone reads "GMT" and "+09:00".
func (r *stampReader) zone(w string) bool {
	if r.loc != nil {
		return false
	}
	if t, err := time.Parse("-07:00", w); err == nil {
		r.loc = t.Location()
	} else if t, err := time.Parse("-0700", w); err == nil {
		r.loc = t.Location()
	} else {
		r.loc = zone(w)
	}
	return r.loc != nil
}

func (r *stampReader) result() (Stamp, bool) {
	if !isYear(r.year) || !ValidDate(r.year, r.month, r.day) {
		return Stamp{}, false
	}
	switch {
	case (r.half == "pm" || r.half == "오후") && r.hour < 12:
		r.hour += 12
	case (r.half == "am" || r.half == "오전") && r.hour == 12:
		r.hour = 0
	}
	m := Day{Year: r.year, Month: r.month, Day: r.day}
	if r.hasTime && r.loc != nil {
		m.Clock = time.Date(m.Year, time.Month(m.Month), m.Day, r.hour, r.minute, r.second, 0, r.loc)
	}
	return Stamp{m, r.timed}, true
}

// cutNumericDay cuts "2024-10-03" or "03.10.2024" off the beginning of w. It reads
// "03/10/2024" only if one of the numbers cannot be a month, or both are equal.
func cutNumericDay(w string) (m Day, rest string) {
	end := strings.IndexFunc(w, func(c rune) bool { return (c < '0' || c > '9') && c != '.' && c != '/' && c != '-' })
	if end < 0 {
		end = len(w)
	}
	for n := end; n >= 8; n-- {
		m, ok := numericDay(w[:n])
		if !ok && strings.IndexByte(w, '/') == 2 && n == 10 && w[5] == '/' { // 10/13/2024
			m, ok = numericDay(w[3:6] + w[:3] + w[6:n])
		}
		if !ok || n < len(w) && w[n] >= '0' && w[n] <= '9' {
			continue
		}
		if strings.IndexByte(w, '/') == 2 && m.Day <= 12 && m.Day != m.Month {
			continue
		}
		return m, w[n:]
	}
	return Day{}, w
}

// IsSent reports whether line says when copy was sent and nothing else.
func IsSent(line string) bool {
	_, ok := ReadSent(line)
	return ok
}

// IsTimedStamp reports whether line says when copy was sent and cannot be a headline.
func IsTimedStamp(line string) bool {
	m, ok := ReadSent(line)
	return ok && m.timed
}
