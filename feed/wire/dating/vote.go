package dating

import (
	"strconv"
	"strings"
	"time"

	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// weekdayVotes counts how often the text names each day of the week as the day of
// the news.
type weekdayVotes struct {
	lede    [7]int // in the first paragraph
	body    [7]int // in the paragraphs after it
	paired  time.Weekday
	isFixed bool // the text names a weekday together with the dateline's own day
	today   bool // the text calls its own day "today": its weekdays are other days
}

const votingParagraphs = 6 // paragraphs whose weekdays count

// notTheDay are words before a weekday that is not the day of the story.
var notTheDay = words.Set("before another weekday")

// clauseOfAnother are words that begin a clause about another day.
var clauseOfAnother = words.Set("clause before another weekday")

// saidWords are verbs before a weekday that is the day of the story, even if the
// sentence is about the future.
var saidWords = words.Set("before the weekday")

// pick returns the weekday that the text names for the day of the story. Sure is false
// if the text names several and none of them clearly more often.
func (v *weekdayVotes) pick() (day time.Weekday, sure, ok bool) {
	if v.isFixed {
		return v.paired, true, true
	}
	if v.today {
		return 0, false, false
	}
	if d, n := single(v.lede); n == 1 {
		return d, true, true
	} else if n > 1 {
		return most(v.lede, v.body)
	}
	if d, n := single(v.body); n == 1 {
		return d, true, true
	} else if n > 1 {
		return most(v.body, v.lede)
	}
	return 0, false, false
}

// single returns the last day that has votes, and the number of days that have some.
func single(votes [7]int) (day time.Weekday, n int) {
	for i, v := range votes {
		if v > 0 {
			day = time.Weekday(i)
			n++
		}
	}
	return day, n
}

// most returns the day with the most votes in a, then in b. Sure is false if another
// day has more than half as many.
func most(a, b [7]int) (day time.Weekday, sure, ok bool) {
	best, second := -1, 0
	for i := range a {
		n := 2*a[i] + b[i]
		switch {
		case a[i] == 0:
		case best < 0 || n > 2*a[best]+b[best]:
			if best >= 0 {
				second = max(second, 2*a[best]+b[best])
			}
			best = i
		default:
			second = max(second, n)
		}
	}
	if best < 0 {
		return 0, false, false
	}
	return time.Weekday(best), 2*a[best]+b[best] >= 2*second, true
}

// read counts the weekdays that the n-th paragraph s names; month and day are
// the dateline's.
func (v *weekdayVotes) read(s string, n, month, day int) {
	votes := &v.body
	if n == 0 {
		votes = &v.lede
	}
	if n >= votingParagraphs {
		votes = nil
	}
	s = line.Head(s, 20000)
	if votes == nil && !mayNameDay(s, day) {
		return
	}
	for at := 0; ; {
		d, own, from, to, ok := words.NextDay(s, at)
		if !ok {
			return
		}
		at = to
		if own {
			v.today = v.today || votes != nil && !quoted(s[:from])
			continue
		}
		if !properCase(s[from:to]) {
			continue
		}
		switch with, said := datedWeekday(s, from, to, month, day); {
		case with:
			v.paired, v.isFixed = d, true
		case said || votes == nil:
		case isTheDay(s, from, to, n == 0, month == 0):
			votes[d]++
		}
	}
}

// mayNameDay reports, as a quick test, whether s may have the number of a day.
func mayNameDay(s string, day int) bool {
	return strings.Contains(s, strconv.Itoa(day)) || !line.IsASCII(s)
}

// weekdayToCome are the words before a weekday that put it in the future.
var weekdayToCome = words.Set("weekday to come")

// properCase reports whether w has the capital that English and German names of
// days have.
func properCase(w string) bool {
	if strings.HasSuffix(w, "day") || strings.HasSuffix(w, "tag") || w == "mittwoch" {
		return w[0] >= 'A' && w[0] <= 'Z'
	}
	return true
}

// datedWeekday looks for a date beside the weekday at s[from:to]. Said reports
// whether there is one, with whether it is the dateline's.
func datedWeekday(s string, from, to, month, day int) (with, said bool) {
	after := line.Head(s[to:], 32)
	after = strings.TrimPrefix(strings.TrimLeft(after, " ,("), "the ")
	if m, d, ok := firstMonthDay(after); ok {
		return m == month && d == day, true
	}
	before := strings.TrimRight(line.Tail(s[:from], 32), " (,")
	if len(before) > 4 && len(before) < from && mayHaveDigit(line.Tail(before, dayBytes)) {
		if _, d, ok := calendar.CutDay(before); ok {
			return d.Month == month && d.Day == day, true
		}
	}
	return false, false
}

// firstMonthDay reads a month and a day, in either order, at the beginning of s.
func firstMonthDay(s string) (m, d int, ok bool) {
	if !mayHaveDigit(s) {
		return 0, 0, false
	}
	w := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == ')' })
	if len(w) < 2 {
		return 0, 0, false
	}
	return monthDay(w[0], w[1])
}

// dayBytes is the length of the longest day before a weekday: "15 September 2024".
const dayBytes = 24

// mayHaveDigit reports, as a quick test, whether s may have a digit of any script.
func mayHaveDigit(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' || c >= 0x80 {
			return true
		}
	}
	return false
}

func monthDay(a, b string) (m, d int, ok bool) {
	if m = words.Month(a); m > 0 {
		d, ok = dayOf(b)
		return m, d, ok
	}
	if m = calendar.MonthWord(strings.Trim(b, ".")); m > 0 {
		d, ok = dayOf(a)
	}
	return m, d, ok
}

func dayOf(w string) (int, bool) { return calendar.DayOfMonth(strings.Trim(w, ".:;)")) }

// isTheDay reports whether the weekday at s[from:to] is the day of the story. In "next
// Saturday", "Saturday's", "will sail Saturday", "met on Saturday" and "after talks
// Saturday" it is not. Below the first paragraph it is only in "said Saturday". Loose is
// true if the dateline has no day: "met on Saturday" then counts, because the weekday can
// only contradict the time of the file.
func isTheDay(s string, from, to int, first, loose bool) bool {
	if rest := s[to:]; strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") || strings.HasPrefix(rest, "-") {
		return false
	}
	before := strings.TrimRight(line.Tail(s[:from], 160), " ")
	word, rest := lastWord(before)
	switch on := word == "on"; {
	case !first:
		return word == "said"
	case on && !loose:
		word, _ = lastWord(rest)
		return saidWords()[word]
	case saidWords()[word]:
		return true
	case notTheDay()[word] || quoted(s[:from]):
		return false
	}
	for range 3 {
		if word, rest = lastWord(rest); clauseOfAnother()[word] {
			return false
		}
	}
	if i := strings.LastIndexAny(before, ".!?"); i >= 0 && len(before)-i > 3 {
		before = before[i+1:]
	}
	for w := range strings.FieldsSeq(before) {
		if weekdayToCome()[strings.ToLower(strings.Trim(w, ",\"”"))] {
			return false
		}
	}
	return true
}

// lastWord returns the last word of s in lower case, and the text before it.
func lastWord(s string) (word, rest string) {
	i := strings.LastIndexByte(s, ' ') + 1
	return strings.ToLower(strings.Trim(s[i:], ",.\"“(")), strings.TrimRight(s[:i], " ")
}

// quoted reports whether an open quotation is at the end of s.
func quoted(s string) bool {
	return strings.Count(s, `"`)%2 == 1 || strings.Count(s, "“") > strings.Count(s, "”")
}
