package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// CutDay cuts the day off the end of s: "Aug. 15", "15 août 2020", "15. August",
// "15 de agosto", "15.8.2020", "2020. augusztus 15.", with or without a weekday.
// Where there is none, found is false and rest is s.
func CutDay(s string) (rest string, d Day, found bool) {
	if before, year := cutJucheYear(s); year > 0 {
		if rest, d, found = CutDay(before); found && d.Year == 0 {
			d.Year = year
			return rest, d, found
		}
	}
	w := wordsBack(s)
	w.skip(IsWeekday)
	w.skip(isEra)
	if d, ok := numericDay(w.at(0)); ok {
		return w.before(1), d, true
	}
	if d, n := slashDay(&w); n > 0 {
		return w.before(n), d, true
	}
	year, used := yearAtEnd(&w)
	n, month, day := monthAndDay(&w, used)
	if n == 0 {
		return s, Day{}, false
	}
	used += n
	if y, ok := line.FourDigits(w.at(used)); ok && year == 0 && isYear(y) && strings.HasSuffix(w.raw(used), ".") {
		year, used = y, used+1
	}
	for used+w.off < w.n && (IsWeekday(w.at(used)) && len(w.at(used)) > 3 && !w.inPlace(used) || dayWords()[w.at(used)]) {
		used++
	}
	return w.before(used), Day{Year: year, Month: month, Day: day}, true
}

const buddhist = 543 // years of the Thai calendar before the first year

// yearAtEnd reads the year that ends w: four digits, or two after a day and a month ("3 JAN
// 90", "Jan. 3, 90"). Used is the number of its words.
func yearAtEnd(w *back) (year, used int) {
	if y, ok := line.FourDigits(w.at(0)); ok && isYear(y) {
		return y, 1
	} else if ok && isYear(y-buddhist) {
		return y - buddhist, 1
	}
	two := w.at(0)
	if !line.IsDigits(two, 2, 2) {
		return 0, 0
	}
	if _, ok := DayOfMonth(w.at(2)); ok && MonthWord(w.at(1)) > 0 {
		return FullYear(line.Atoi(two)), 1
	}
	if _, ok := DayOfMonth(w.at(1)); ok && MonthWord(w.at(2)) > 0 && line.Atoi(two) > 31 {
		return FullYear(line.Atoi(two)), 1
	}
	return 0, 0
}

// slashDay reads "15/8" or "15.8." after a comma or a word for "on", as Vietnamese and German
// copy write it. N is the number of its words.
func slashDay(w *back) (d Day, n int) {
	a, b, ok := strings.Cut(w.at(0), "/")
	if dotted, stop := strings.CutSuffix(w.raw(0), "."); !ok && stop {
		a, b, ok = strings.Cut(dotted, ".")
	}
	if !ok || !line.IsDigits(a, 1, 2) || !line.IsDigits(b, 1, 2) {
		return d, 0
	}
	d.Day, d.Month = line.Atoi(a), line.Atoi(b)
	switch {
	case !ValidDay(d.Month, d.Day):
		return Day{}, 0
	case dayWords()[w.at(1)]:
		return d, 2
	case strings.HasSuffix(strings.TrimRight(w.before(1), " "), ","):
		return d, 1
	}
	return Day{}, 0
}

// monthAndDay reads month and day, in either order, before the last used words of w.
// N is the number of their words.
func monthAndDay(w *back, used int) (n, m, d int) {
	i := used
	if strings.EqualFold(w.at(i), "de") && i > 0 {
		i++
	}
	if d, ok := DayOfMonth(w.at(i)); ok {
		if m := MonthWord(w.at(i + 1)); m > 0 && ValidDay(m, d) {
			return i + 2 - used, m, d
		}
		return 0, 0, 0
	}
	m, words := w.month(i)
	if m == 0 {
		return 0, 0, 0
	}
	i += words
	if MonthWord(w.at(i)) == m || strings.EqualFold(w.at(i), "de") {
		i++
	}
	if d, ok := DayOfMonth(w.at(i)); ok && ValidDay(m, d) {
		return i + 1 - used, m, d
	}
	return 0, 0, 0
}

// inPlace reports whether the name of a weekday at i is the end of a place: a word with a
// capital comes before it and a comma after it, as in "SANTO DOMINGO, 15 ago".
func (w *back) inPlace(i int) bool {
	if i += w.off; i >= w.n {
		return false
	}
	before := strings.TrimRight(w.text[:w.starts[i]], " ")
	after := w.text[w.starts[i]+len(w.words[i]):]
	r, _ := utf8.DecodeRuneInString(before[strings.LastIndexByte(before, ' ')+1:])
	return unicode.IsUpper(r) && !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, ".") && strings.HasPrefix(after, ",")
}

// month reads the month that ends before the last i words of w: "agosto", or in two words
// "تشرين الثاني". N is the number of its words.
func (w *back) month(i int) (m, n int) {
	if m := MonthWord(w.at(i)); m > 0 {
		return m, 1
	}
	if last := w.at(i); len(last) > 0 && last[0] >= 0x80 {
		return words.Month(w.at(i+1) + " " + last), 2
	}
	return 0, 0
}

// MonthWord is like words.Month but also reads two names of one month with a slash between them.
func MonthWord(w string) int {
	if a, b, ok := strings.Cut(w, "/"); ok {
		if m := words.Month(a); m > 0 && m == words.Month(b) {
			return m
		}
		return 0
	}
	return words.Month(w)
}

// dayWords may be between a place and its day.
var dayWords = words.Set("before a day")

// IsWeekday reports whether w names a day of the week.
func IsWeekday(w string) bool { _, ok := words.Weekday(w); return ok }

var (
	eras     = words.Set("era")     // words for "year" after a date
	ordinals = words.Set("ordinal") // endings of the number of a day: 15th
)

func isEra(w string) bool {
	return eras()[strings.Trim(w, ".")]
}

// DayOfMonth reads a day of the month: "15", "15.", "15th", "1er", "15º".
func DayOfMonth(w string) (int, bool) {
	n, rest, ok := line.LeadingNumber(w)
	if !ok || n < 1 || n > 31 || len(w)-len(rest) > 2 && w[0] < 0x80 {
		return 0, false
	}
	if rest != "" && rest != "." && !ordinals()[strings.ToLower(rest)] {
		return 0, false
	}
	return n, true
}

// numericDay reads "15.8.2020", "15.8.20", "15/08/2020" and "2020-08-15".
func numericDay(w string) (d Day, ok bool) {
	if len(w) < len("1.1.20") || line.IsLetters(w[:1], 1, 1) {
		return d, false
	}
	if w = strings.TrimRight(w, ".,"); strings.Count(w, ".")+strings.Count(w, "/")+strings.Count(w, "-") < 2 {
		return d, false
	}
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == '/' || r == '-' })
	if len(parts) != 3 {
		return d, false
	}
	var n [3]int
	for i, p := range parts {
		value, rest, isNum := line.LeadingNumber(p)
		if y, four := line.FourDigits(p); four {
			value, rest, isNum = y, "", true
		}
		if !isNum || rest != "" {
			return d, false
		}
		n[i] = value
	}
	switch {
	case len(parts[0]) == 4:
		n[0], n[2] = n[2], n[0]
	case len(parts[2]) == 2 && strings.Count(w, ".") == 2:
		n[2] = FullYear(n[2])
	}
	return Day{Year: n[2], Month: n[1], Day: n[0]}, isYear(n[2]) && ValidDate(n[2], n[1], n[0])
}

// back holds the last words of a text, the last one first, and their indexes.
type back struct {
	text   string
	words  [8]string
	starts [8]int
	n, off int
}

// wordsBack splits off the last words of s. "Aug.15" is two words.
func wordsBack(s string) back {
	w := back{text: s}
	end := len(s)
	for w.n < len(w.words) {
		for end > 0 && (s[end-1] == ' ' || s[end-1] == ',') {
			end--
		}
		if end == 0 {
			break
		}
		start := end
		for start > 0 && s[start-1] != ' ' && s[start-1] != ',' {
			start--
		}
		start += gluedDay(s[start:end])
		w.words[w.n], w.starts[w.n] = s[start:end], start
		w.n++
		end = start
	}
	return w
}

// gluedDay returns the index of the day in "Aug.15", 0 for another word.
func gluedDay(w string) int {
	i := strings.IndexByte(w, '.')
	if i < 3 || i+1 >= len(w) || w[i+1] < '0' || w[i+1] > '9' || words.Month(w[:i]) == 0 {
		return 0
	}
	return i + 1
}

// at returns the i-th word from the end without the marks around it, "" if there is none.
func (w *back) at(i int) string {
	s := w.raw(i)
	if n := len(s); n > 0 && line.IsLetters(s[:1], 1, 1) && (line.IsLetters(s[n-1:], 1, 1) || isDigit(s[n-1])) {
		return s
	}
	return strings.TrimFunc(s, func(r rune) bool {
		return r != 'º' && r != '°' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

func (w *back) raw(i int) string {
	if i+w.off >= w.n {
		return ""
	}
	return w.words[i+w.off]
}

// skip drops the last word if match returns true for it.
func (w *back) skip(match func(string) bool) {
	if match(w.at(0)) {
		w.off++
	}
}

// before returns the text before the last n words.
func (w *back) before(n int) string {
	if i := n + w.off; i > 0 && i <= w.n {
		return w.text[:w.starts[i-1]]
	}
	return w.text
}
