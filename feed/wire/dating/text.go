package dating

import (
	"strings"

	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// later are the words of a sentence about the future. The story may be older than
// the years in the sentence.
var later = words.Set("future")

// laterAnywhere are such words in scripts without spaces between words.
var laterAnywhere = words.List("future anywhere")

// isLater reports whether the sentence s is about the future.
func isLater(s string) bool {
	return hasWord(s, later()) || line.ContainsOne(s, laterAnywhere()...)
}

// hasWord reports whether one of the words of s, in lower case, is in set.
func hasWord(s string, words map[string]bool) bool {
	for w := range strings.FieldsFuncSeq(s, separatesWords) {
		if words[w] || len(w) < 12 && w[0] >= 'A' && w[0] <= 'Z' && words[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

func separatesWords(r rune) bool {
	return r <= ' ' || r < 0x80 && strings.IndexByte(",.\"()", byte(r)) >= 0 || r == '“' || r == '”'
}

// founding are the words of a sentence whose year may be long before the story.
var founding = words.Set("founding")

var foundingAnywhere = words.List("founding anywhere")

// isFounding reports whether the sentence s says when something began.
func isFounding(s string) bool {
	return hasWord(s, founding()) || line.ContainsOne(s, foundingAnywhere()...)
}

// sentenceAround returns roughly the sentence of s around the byte at. It ends at a
// full stop before a space, or after 300 bytes.
func sentenceAround(s string, at int) string {
	from, to := max(0, at-300), min(len(s), at+300)
	start := at
	for start > from && (start < from+2 || s[start-1] != ' ' || s[start-2] != '.') {
		start--
	}
	if before := s[from:at]; start == from && strings.IndexByte(before, "。"[0]) >= 0 {
		if i := strings.LastIndex(before, "。"); i >= 0 {
			start += i + len("。")
		}
	}
	if i := strings.Index(s[at:to], ". "); i >= 0 {
		to = at + i
	} else if i := strings.Index(s[at:to], "。"); i >= 0 {
		to = at + i
	}
	return s[start:to]
}

// text is the evidence in the text of a story.
type text struct {
	days   []int // the years of full dates on the month and day of the dateline
	newest int   // the newest year that the text puts in the past
	near   bool  // newest is not the year of a founding or a birth, which may be long ago
	named  weekdayVotes
}

// read adds the evidence in s. Month and day are those of the dateline.
func (e *text) read(s string, month, day int) {
	if !calendar.NamesYear(s) {
		return
	}
	counted := 0
	calendar.Each(s, func(m calendar.Day, at int) bool {
		switch {
		case m.Month == month && m.Day == day && month != 0:
			if len(e.days) < 64 && !isAnotherDay(s, at) {
				e.days = append(e.days, m.Year)
			}
		case m.Year >= e.newest && counted < 4096:
			counted++
			if !countsAsYear(s, at) {
				return true
			}
			if around := sentenceAround(s, at); !isLater(around) {
				e.near = m.Year == e.newest && e.near || !isFounding(around)
				e.newest = m.Year
			}
		}
		return true
	})
}

// anotherDay are the words before a full date that is not the day of the story: the end of
// a year, or the day on which a bond is due.
var anotherDay = words.Set("before another day")

// isAnotherDay reports whether the word before the date with the year at s[at:] makes it
// another day: "due July 9, 1992", "until Thursday, July 9, 1992", "matures on July 9, 1992".
func isAnotherDay(s string, at int) bool {
	before := line.Tail(s[:at], 64)
	if rest, _, ok := calendar.CutDay(line.Tail(s[:min(len(s), at+4)], 68)); ok {
		before = rest
	}
	before = strings.TrimRight(before, " ")
	before = strings.TrimSuffix(strings.TrimSuffix(before, " on"), " ON")
	word := strings.Trim(before[strings.LastIndexByte(before, ' ')+1:], ",.;:()")
	if line.IsUpper(word) {
		word = strings.ToLower(word)
	}
	return anotherDay()[word] // not in a name, such as "Lands End"
}

// countsAsYear reports whether the four digits at s[at:] are a year and not an
// amount, a share, or part of a longer number.
func countsAsYear(s string, at int) bool {
	before := line.Head(line.Tail(s[:at], 8), 8)
	if before != "" && strings.IndexByte(".,$#", before[len(before)-1]) >= 0 || endsInLetter(before) {
		return false
	}
	if strings.HasSuffix(before, "€") || strings.HasSuffix(before, "£") || strings.HasSuffix(before, "No. ") {
		return false
	}
	_, size := line.Digit(s[at:])
	rest := s[min(len(s), at+4*size):]
	if rest == "" {
		return true
	}
	if rest[0] == '%' || rest[0] == 's' || len(rest) > 1 && strings.IndexByte(".,", rest[0]) >= 0 && line.IsDigits(rest[1:2], 1, 1) {
		return false
	}
	word := strings.ToLower(line.FirstWord(strings.TrimLeft(line.Head(rest, 24), " ")))
	word = strings.Trim(word, ".,'’")
	return !units()[word] && !events()[word]
}

// events are words after a year that may be in the future: "the 2032 Olympics".
var events = words.Set("after a coming year")

func endsInLetter(s string) bool {
	return s != "" && line.IsLetters(s[len(s)-1:], 1, 1)
}

// units are the words after a number of four digits that is not a year.
var units = words.Set("after a number")
