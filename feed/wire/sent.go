package wire

import (
	"strings"
	"time"

	"dateline/feed/story"
)

const sentBytes = 120 // bytes of a line that may say no more than when copy was sent

// sentWords may stand beside the day and the time in a line that says when copy
// was sent, in small letters.
var sentWords = set("- – — | / at on um uhr à le sent published updated posted modified created last date time local am pm a.m p.m " +
	"송고 입력 수정 등록 게재 송고시간 송고시각 기사입력 기사수정 최종수정 기사승인 발행 작성 오전 오후 配信 更新 公開 发布 發布 发表 更新于 发布时间 发布于")

// sent is what a line that says when copy was sent gives.
type sent struct {
	moment
	timed bool // it has a time or a word beside the day, so that it is no title
}

// readSent reads a line that is a stamp and nothing else: "2024-10-03 14:22",
// "Oct 6, 2024 10:00 GMT", "입력 2024.10.03 14:22", "KYODO NEWS - Oct 6, 2024 -
// 10:00 | Feature, All". The clock is set only where the line names its zone.
func readSent(line string) (sent, bool) {
	if len(line) > sentBytes || len(line) < 8 || !hasYear(line) {
		return sent{}, false
	}
	s, _, filed := strings.Cut(strings.TrimSpace(line), " | ") // behind the bar: the desks that it was filed for
	if name, rest, ok := strings.Cut(s, " - "); ok && knownAgency(name) {
		s = rest
	}
	var r sentReader
	r.timed = filed
	if from, to, d := eastDay(s); to > 0 && d.Year != 0 && d.Month != 0 {
		r.setDay(d.Year, d.Month, d.Day)
		s = s[:from] + " " + s[to:]
	}
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return strings.ContainsRune(" ,()[]\t\u00a0\u3000", c) }) {
		if !r.word(w) {
			return sent{}, false
		}
	}
	return r.result()
}

// sentReader gathers the words of a stamp.
type sentReader struct {
	year, month, day int
	hour, minute     int
	second           int
	hasTime, timed   bool
	half             string // "am" or "pm"
	loc              *time.Location
}

func (r *sentReader) setDay(y, m, d int) { r.year, r.month, r.day = y, m, d }

// word takes one word of the line; false where a stamp has no such word.
func (r *sentReader) word(w string) bool {
	if day, rest := cutNumericDay(w); day.year != 0 && r.year == 0 && r.month == 0 {
		r.setDay(day.year, day.month, day.day)
		if w = strings.TrimLeft(rest, "-T."); w == "" {
			return true
		}
	}
	bare := strings.ToLower(strings.Trim(w, ".:|"))
	switch {
	case bare == "" || r.time(bare):
		return true
	case sentWords[bare]:
		if h := strings.ReplaceAll(bare, ".", ""); h == "am" || h == "pm" || h == "오전" || h == "오후" {
			r.half = h
		}
		r.timed = r.timed || len(bare) > 1
		return true
	case r.month == 0 && monthWord(bare) > 0:
		r.month = monthWord(bare)
		return true
	}
	return r.number(bare) || r.zone(bare) || isWeekday(bare)
}

// number takes the year, the day, or a time written as one number.
func (r *sentReader) number(w string) bool {
	if n, ok := fourDigits(w); ok {
		if isYear(n) && r.year == 0 {
			r.year = n
			return true
		}
		return !r.hasTime && r.time(w[:2]+":"+w[2:])
	}
	if d, ok := day(w); ok && r.day == 0 {
		r.day = d
		return true
	}
	return false
}

// time takes "14:22", "14:22:05", "14:22Z" and "2:22pm".
func (r *sentReader) time(w string) bool {
	h, rest, ok := strings.Cut(w, ":")
	if !ok || r.hasTime || !isDigits(h, 1, 2) || len(rest) < 2 || !isDigits(rest[:2], 2, 2) {
		return false
	}
	hour, minute, rest := atoi(h), atoi(rest[:2]), rest[2:]
	if len(rest) >= 3 && rest[0] == ':' && isDigits(rest[1:3], 2, 2) {
		r.second, rest = atoi(rest[1:3]), rest[3:]
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

// zone takes "GMT" and "+09:00".
func (r *sentReader) zone(w string) bool {
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

func (r *sentReader) result() (sent, bool) {
	if !isYear(r.year) || !validDate(r.year, r.month, r.day) {
		return sent{}, false
	}
	switch {
	case (r.half == "pm" || r.half == "오후") && r.hour < 12:
		r.hour += 12
	case (r.half == "am" || r.half == "오전") && r.hour == 12:
		r.hour = 0
	}
	m := moment{year: r.year, month: r.month, day: r.day}
	if r.hasTime && r.loc != nil {
		m.clock = time.Date(m.year, time.Month(m.month), m.day, r.hour, r.minute, r.second, 0, r.loc)
	}
	return sent{m, r.timed}, true
}

// cutNumericDay reads "2024-10-03" and "03.10.2024" off the beginning of w. A
// day before its month with a slash is taken only where it can be nothing else.
func cutNumericDay(w string) (m moment, rest string) {
	end := strings.IndexFunc(w, func(c rune) bool { return (c < '0' || c > '9') && c != '.' && c != '/' && c != '-' })
	if end < 0 {
		end = len(w)
	}
	for n := end; n >= 8; n-- {
		y, mo, d, ok := numericDay(w[:n])
		if !ok && strings.IndexByte(w, '/') == 2 && n == 10 && w[5] == '/' { // 10/13/2024
			y, mo, d, ok = numericDay(w[3:6] + w[:3] + w[6:n])
		}
		if !ok || n < len(w) && w[n] >= '0' && w[n] <= '9' {
			continue
		}
		if strings.IndexByte(w, '/') == 2 && d <= 12 && d != mo {
			continue
		}
		return moment{year: y, month: mo, day: d}, w[n:]
	}
	return moment{}, w
}

// isSent reports whether line says when copy was sent and nothing else.
func isSent(line string) bool {
	_, ok := readSent(line)
	return ok
}

// isTimedStamp is isSent for a line that no title could be: above the headline.
func isTimedStamp(line string) bool {
	m, ok := readSent(line)
	return ok && m.timed
}

// keepSent keeps line i, below the headline, which says when copy was sent.
func (p *parser) keepSent(i int) {
	p.envelopeLine(i)
	if m, ok := readSent(p.lines[i]); ok {
		p.stamps = append(p.stamps, m.moment)
	}
}

// sentInBrackets is the moment in the brackets that end the last paragraph, as
// Jiji has it: "（2024/10/10-18:05）".
func (p *parser) sentInBrackets() (moment, bool) {
	for i := len(p.s.Body) - 1; i >= 0; i-- {
		b := &p.s.Body[i]
		if b.Kind != story.Paragraph {
			continue
		}
		group, _, ok := lastGroup(tail(b.Text, sentBytes))
		if !ok {
			return moment{}, false
		}
		m, ok := readSent(group)
		return m.moment, ok
	}
	return moment{}, false
}
