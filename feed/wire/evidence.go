package wire

import (
	"strings"
	"unicode/utf8"
)

// eachDay calls yield with every full date in s, and with every year alone
// (month 0), in order; at is where its year stands. It stops when yield
// returns false.
func eachDay(s string, yield func(m moment, at int) bool) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < '0' || c > '9' && c < 0xef {
			i++
			continue
		}
		if c >= 0xef {
			if _, size := digit(s[i:]); size == 0 {
				i++
				continue
			}
		}
		end, n, count := i, 0, 0
		for end < len(s) {
			d, size := digit(s[end:])
			if size == 0 {
				break
			}
			if count++; count <= 4 {
				n = n*10 + d
			}
			end += size
		}
		if count == 4 && n >= 1800 && n <= 2199 {
			if !yield(dayAround(s, i, end, n), i) {
				return
			}
		}
		i = end
	}
}

// dayAround reads the date that the year y, which stands at s[from:to], is part
// of; only the year where there is no more.
func dayAround(s string, from, to, y int) moment {
	m := moment{year: y}
	rest := head(s[to:], 40)
	if n, d := eastDayAt(head(s[from:], 64)); n > 0 && d.Month != 0 && validDate(y, d.Month, d.Day) {
		m.month, m.day = d.Month, d.Day
		return m
	}
	if len(rest) > 3 && strings.IndexByte("-/.", rest[0]) >= 0 {
		mo, after, ok := leadingNumber(strings.TrimLeft(rest[1:], " "))
		if ok && after != "" && after[0] == rest[0] {
			if d, tail, ok := leadingNumber(strings.TrimLeft(after[1:], " ")); ok && validDate(y, mo, d) && (tail == "" || tail[0] != rest[0] || rest[0] == '.') {
				m.month, m.day = mo, d
				return m
			}
		}
	}
	m.month, m.day = dayBefore(s[:to], y)
	return m
}

// dayBefore reads the month and day before the year that ends s.
func dayBefore(s string, y int) (month, day int) {
	s = tail(s, 48)
	if i := strings.LastIndexAny(s, "\n;:()"); i >= 0 {
		s = s[i+1:]
	}
	if len(s) < 8 || !mayEndDay(s) {
		return 0, 0
	}
	var f front
	if _, ok := f.cutDay(s); ok && f.year == y && validDate(y, f.month, f.day) {
		return f.month, f.day
	}
	return 0, 0
}

// mayEndDay is a quick test for a month or a number shortly before the year
// that ends s.
func mayEndDay(s string) bool {
	return strings.ContainsAny(s[:len(s)-4], "0123456789") || s[0] >= 0x80 && !utf8.RuneStart(s[0])
}

// later are the words of a sentence that speaks of what is to come: its years
// do not bound the story's from below.
var later = set("will would by until till through 'll shall plan plans planned planning target targets targeted goal goals aim aims aimed expected expects expect forecast forecasts " +
	"scheduled due next future deadline projected projects projection pledged pledges vowed vows upcoming before intends hopes wants could may might should " +
	"d'ici sera seront prochain prochaine bis soll sollen wird werden künftig hasta será serán próximo próxima entro fino até " +
	"до будет будут планирует к")

// laterEast are the same in scripts that are searched and not cut into words.
var laterEast = []string{"까지", "예정", "목표", "계획", "전망", "まで", "予定", "目標", "計画", "见通し", "見通し", "将", "將", "计划", "預計", "预计", "目标", "حتى", "بحلول", "سوف"}

// isLater reports whether the sentence s speaks of the future.
func isLater(s string) bool {
	if hasWord(s, later) {
		return true
	}
	for _, w := range laterEast {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// hasWord reports whether one of the words of s, in small letters, is in set.
func hasWord(s string, words map[string]bool) bool {
	for w := range strings.FieldsFuncSeq(s, partsWords) {
		if words[w] || len(w) < 12 && w[0] >= 'A' && w[0] <= 'Z' && words[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

func partsWords(r rune) bool {
	return r <= ' ' || r < 0x80 && strings.IndexByte(",.\"()", byte(r)) >= 0 || r == '“' || r == '”'
}

// founding are the words of a sentence whose year may lie long before the story.
var founding = set("built born founded established created constructed commissioned incorporated dating erected gebaut geboren gegründet né née fondé construit nacido nacida fundado fundada construido основан построен родился")

// isFounding reports whether the sentence s tells when something began.
func isFounding(s string) bool {
	return hasWord(s, founding) || containsOne(s, "설립", "출생", "建造", "创立", "創業")
}

// sentenceAround is the sentence of s that has the byte at, nearly: it ends at
// full stops before a space, and is cut at 300 bytes either way.
func sentenceAround(s string, at int) string {
	from, to := max(0, at-300), min(len(s), at+300)
	if i := strings.LastIndex(s[from:at], ". "); i >= 0 {
		from += i + 2
	} else if i := strings.LastIndex(s[from:at], "。"); i >= 0 {
		from += i + len("。")
	}
	if i := strings.Index(s[at:to], ". "); i >= 0 {
		to = at + i
	} else if i := strings.Index(s[at:to], "。"); i >= 0 {
		to = at + i
	}
	return s[from:to]
}

// evidence is what the text tells of the year.
type evidence struct {
	days   []int // the years of full dates on the month and day of the dateline
	newest int   // the newest year that the text speaks of as past
	near   bool  // and it is no year of founding or birth, which may lie long before
	named  weekdayVotes
}

// hasYear is a quick test: years are rare in copy, digits are not.
func hasYear(s string) bool {
	for _, c := range [...]string{"19", "20", "18", "１９", "２０"} {
		if strings.Contains(s, c) {
			return true
		}
	}
	return false
}

// read gathers what the text s tells; month and day are the dateline's.
func (e *evidence) read(s string, month, day int) {
	if !hasYear(s) {
		return
	}
	counted := 0
	eachDay(s, func(m moment, at int) bool {
		switch {
		case m.month == month && m.day == day && month != 0:
			if len(e.days) < 64 {
				e.days = append(e.days, m.year)
			}
		case m.year >= e.newest && counted < 4096:
			counted++
			if around := sentenceAround(s, at); countsAsYear(s, at) && !isLater(around) {
				e.near = m.year == e.newest && e.near || !isFounding(around)
				e.newest = m.year
			}
		}
		return true
	})
}

// countsAsYear reports whether the four digits at s[at:] stand like a year:
// not an amount, a share, or a part of a longer number.
func countsAsYear(s string, at int) bool {
	before := head(tail(s[:at], 8), 8)
	if before != "" && strings.IndexByte(".,$#", before[len(before)-1]) >= 0 || endsInLetter(before) {
		return false
	}
	if strings.HasSuffix(before, "€") || strings.HasSuffix(before, "£") || strings.HasSuffix(before, "No. ") {
		return false
	}
	_, size := digit(s[at:])
	rest := s[min(len(s), at+4*size):]
	if rest == "" {
		return true
	}
	if rest[0] == '%' || len(rest) > 1 && strings.IndexByte(".,", rest[0]) >= 0 && isDigits(rest[1:2], 1, 1) {
		return false
	}
	word := strings.ToLower(firstWord(strings.TrimLeft(head(rest, 24), " ")))
	word = strings.Trim(word, ".,'’")
	return !units[word] && !events[word]
}

// events are the words behind the year of something that may be years ahead:
// "the 2032 Olympics".
var events = set("olympics olympic winter summer asian world paralympics paralympic games expo fifa uefa budget fiscal deadline target edition presidential general election elections")

func endsInLetter(s string) bool {
	return s != "" && isLetters(s[len(s)-1:], 1, 1)
}

// units are the words behind a number of four digits that is no year.
var units = set("people won dollars euros yen yuan troops soldiers meters metres km kilometers tons tonnes points passengers cases deaths homes workers feet miles gmt kst hours 명 개 원 人")
