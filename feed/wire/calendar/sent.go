package calendar

import (
	"strings"
	"time"
	"unicode/utf8"

	"dateline/feed/wire/agencies"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// SentBytes is the length of the longest line that says when copy was sent.
const SentBytes = 120

// sentWords are the words, in lower case, of a line that says when copy was sent.
var sentWords = words.Set("sending")

// dayFirst are such words of languages that write the day before the month.
var dayFirst = words.Set("sending, day first")

// isSentWord reports whether w may be in a line that says when copy was sent.
func isSentWord(w string) bool { return sentWords()[w] || dayFirst()[w] }

// Stamp is the day, and perhaps the time, in a line that says when copy was sent.
type Stamp struct {
	Day
	timed bool // the line has a time or a word beside the day, so it is not a headline
}

// ReadSent reads a line that has a stamp and nothing else: "2024-10-03 14:22",
// "Oct 6, 2024 10:00 GMT", "입력 2024.10.03 14:22", "Publié le 15 août 2020 à 10h20",
// "2020年8月15日(土) 10時20分", "[Juche113.9.18.]", "KYODO NEWS - Oct 6, 2024 - 10:00 |
// Feature, All", "2020年08月15日 10:20 来源：港口网". The clock is set only if the line names
// its zone. "10/03/2024" may be in March or in October: Either is then true, unless the line
// has a word of a language that writes the day first, as "Publié le 10/03/2024".
func ReadSent(line string) (Stamp, bool) {
	if len(line) > SentBytes || len(line) < 8 || !HasYear(line) && !hasJuche(line) {
		return Stamp{}, false
	}
	s, filed := cutDesk(strings.TrimSpace(line))
	var r stampReader
	r.timed = filed
	if from, to, d := CJKDay(s); to > 0 && d.Year != 0 && d.Month != 0 {
		r.setDay(d)
		s = s[:from] + " " + s[to:]
	}
	for w := range strings.FieldsFuncSeq(joinDay(s), isStampSpace) {
		if !r.word(w) {
			return Stamp{}, false
		}
	}
	return r.result()
}

func isStampSpace(c rune) bool {
	switch c {
	case ' ', ',', '(', ')', '[', ']', '（', '）', '［', '］', '：', '｜', '\t', '\u00a0', '\u202f', '\u3000':
		return true
	}
	return false
}

// sources are words before the source of a story, at the end of a line that says when it
// was sent.
var sources = words.Longest("source of copy")

// cutDesk cuts the names of desks and sources off a stamp. Filed is true if there are some.
func cutDesk(s string) (stamp string, filed bool) {
	s, _, filed = strings.Cut(s, " | ")
	if name, rest, ok := strings.Cut(s, " - "); ok && agencies.Known(name) {
		s = rest
	}
	for _, w := range sources() {
		switch i := strings.Index(s, w); {
		case i > 0:
			return s[:i], true
		case i == 0: // "来源：港口网 2020-08-15"
			_, stamp, _ = strings.Cut(s, " ")
			return stamp, true
		}
	}
	return s, filed
}

// joinDay removes the spaces in "2020. 8. 15." and "10시 20분".
func joinDay(s string) string {
	if hour, minute, ok := strings.Cut(s, "시 "); ok && minute != "" && isDigit(minute[0]) {
		s = hour + "시" + minute
	}
	for i := 0; i+2 < len(s); i++ {
		if s[i] == '.' && s[i+1] == ' ' && isDigit(s[i+2]) && i > 0 && isDigit(s[i-1]) && !startsTime(s[i+2:]) {
			s = s[:i+1] + s[i+2:]
		}
	}
	return s
}

// startsTime reports whether s begins with "10:20".
func startsTime(s string) bool {
	_, rest, _ := line.LeadingNumber(s)
	return strings.HasPrefix(rest, ":")
}

// stampReader collects the words of a stamp.
type stampReader struct {
	year, month, day int
	hour, minute     int
	second           int
	hasTime, timed   bool
	half             string // "am" or "pm"
	loc              *time.Location
	either           bool // month and day may be exchanged
	dayFirst         bool // a word of the line is of a language that writes the day first
}

func (r *stampReader) setDay(d Day) {
	r.year, r.month, r.day, r.either = d.Year, d.Month, d.Day, d.Either
}

// word reads one word of the line. It returns false for a word that no stamp has.
func (r *stampReader) word(w string) bool {
	if i := strings.IndexAny(w, "0123456789"); i > 0 && w[0] != '-' && isSentWord(strings.ToLower(w[:i])) {
		r.timed, w = true, w[i:] // "송고시간2020-08-15"
	}
	digits := hasDigit(w)
	if digits {
		w = r.wholeDay(w)
	}
	bare := strings.ToLower(strings.Trim(w, ".:|"))
	switch {
	case bare == "" || digits && r.time(bare) || fillers()[bare] || isEra(bare):
		return true
	case isSentWord(bare):
		r.dayFirst = r.dayFirst || !sentWords()[bare]
		switch strings.ReplaceAll(bare, ".", "") {
		case "am", "오전", "午前", "上午":
			r.half = "am"
		case "pm", "오후", "午後", "下午":
			r.half = "pm"
		}
		r.timed = r.timed || len(bare) > 1
		return true
	case r.month == 0 && MonthWord(bare) > 0:
		r.month = MonthWord(bare)
		return true
	}
	return digits && r.number(bare) || r.zone(bare) || IsWeekday(bare)
}

// hasDigit reports, as a quick test, whether s may have a digit of any script.
func hasDigit(s string) bool {
	for i := range len(s) {
		if isDigit(s[i]) || s[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// wholeDay reads the day at the beginning of w, if the day is not known yet, and returns the
// rest of w.
func (r *stampReader) wholeDay(w string) (rest string) {
	if r.year != 0 || r.month != 0 {
		return w
	}
	day, rest := cutNumericDay(w)
	if day.Year == 0 {
		day, rest = cutJuche(w)
	}
	if day.Year == 0 {
		return w
	}
	r.setDay(day)
	return strings.TrimLeft(rest, "-T.")
}

// fillers may be between the parts of a day: "15 de agosto de 2020".
var fillers = words.Set("inside a day")

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

// time reads "14:22", "14:22:05", "14:22Z", "2:22pm", "14h22", "10時20分" and, after the
// day, "14.22".
func (r *stampReader) time(w string) bool {
	h, rest, ok := cutHour(w, r.day != 0)
	if !ok || r.hasTime || !line.IsDigits(h, 1, 2) || len(rest) < 2 || !line.IsDigits(rest[:2], 2, 2) {
		return false
	}
	hour, minute, rest := line.Atoi(h), line.Atoi(rest[:2]), rest[2:]
	if len(rest) >= 3 && rest[0] == ':' && line.IsDigits(rest[1:3], 2, 2) {
		r.second, rest = line.Atoi(rest[1:3]), rest[3:]
	}
	switch rest {
	case "", "分", "분", "h", "uhr":
	case "am", "pm":
		r.half = rest
	default:
		if !r.zone(rest) {
			return false
		}
	}
	r.hour, r.minute, r.hasTime, r.timed = hour, minute, true, true
	return hour < 24 && minute < 60 && r.second < 60
}

// cutHour cuts the hour off a time. A lone hour has the minutes 00.
func cutHour(w string, dotted bool) (hour, rest string, ok bool) {
	for _, sep := range [...]string{":", "h", "時", "点", "點", "시"} {
		if hour, rest, ok = strings.Cut(w, sep); ok {
			if rest == "" && sep != ":" {
				rest = "00"
			}
			return hour, rest, true
		}
	}
	if hour, rest, ok = strings.Cut(w, "."); ok && dotted && len(rest) == 2 {
		return hour, rest, true
	}
	return "", "", false
}

// zone reads "GMT", "+09:00" and "GMT+7".
func (r *stampReader) zone(w string) bool {
	if r.loc != nil {
		return false
	}
	if hours, ok := strings.CutPrefix(w, "gmt+"); ok && line.IsDigits(hours, 1, 2) && line.Atoi(hours) < 15 {
		r.loc = time.FixedZone("", line.Atoi(hours)*60*60)
		return true
	}
	r.loc = zone(w)
	if w[0] != '+' && w[0] != '-' {
		return r.loc != nil
	}
	for _, layout := range [...]string{"-07:00", "-0700"} {
		if t, err := time.Parse(layout, w); err == nil {
			r.loc = t.Location()
			break
		}
	}
	return r.loc != nil
}

func (r *stampReader) result() (Stamp, bool) {
	if !isYear(r.year) || !ValidDate(r.year, r.month, r.day) {
		return Stamp{}, false
	}
	switch {
	case r.half == "pm" && r.hour < 12:
		r.hour += 12
	case r.half == "am" && r.hour == 12:
		r.hour = 0
	}
	m := Day{Year: r.year, Month: r.month, Day: r.day, Either: r.either && !r.dayFirst}
	if r.hasTime && r.loc != nil {
		m.Clock = time.Date(m.Year, time.Month(m.Month), m.Day, r.hour, r.minute, r.second, 0, r.loc)
	}
	return Stamp{m, r.timed}, true
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
