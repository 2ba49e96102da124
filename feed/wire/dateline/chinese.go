package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// chineseAgencies are the agencies that begin a Chinese dateline.
var chineseAgencies = words.Longest("agency that begins")

// towns are places that may follow a reporter's name without a space.
var towns = words.Longest("town")

// wires are the words for "by wire" after the day of a Chinese dateline.
var wires = words.Longest("sent by wire")

// chinese reads "新华社北京8月15日电（记者 张三）", "据新华社北京8月15日电" and
// "路透伦敦8月15日 -".
func chinese(p string) (o Opening, n int) {
	source := len(line.Prefix(p, "据", "據"))
	agency := line.Prefix(p[source:], chineseAgencies()...)
	if agency == "" {
		return o, 0
	}
	if o, n := withoutDay(agency, p); n > 0 {
		return o, n
	}
	from, to, d := calendar.CJKDay(line.Head(p, 120))
	if to == 0 || from < source+len(agency) {
		return o, 0
	}
	rest := p[to:]
	size := len(line.Prefix(rest, wires()...))
	if kind, _ := afterAgency(rest); size == 0 && kind == none {
		return o, 0
	}
	if !o.fillChinese(agency, p[source+len(agency):from], d) {
		return Opening{}, 0
	}
	n = to + size
	n += o.chineseReporters(p[n:])
	n += len(line.Prefix(p[n:], "。", "/"))
	_, more := afterAgency(p[n:])
	return o, n + more
}

// withoutDay reads "本报讯（记者 张三）".
func withoutDay(agency, p string) (o Opening, n int) {
	n = len(agency)
	wire := line.Prefix(p[n:], wires()...)
	if wire == "" {
		return o, 0
	}
	n += len(wire)
	more := o.chineseReporters(p[n:])
	if more == 0 {
		return Opening{}, 0
	}
	o.Agency = agency
	return o, n + more
}

// readChinese reads a Chinese dateline between brackets: "中央社記者王小明台北15日電".
func (o *Opening) readChinese(s string) bool {
	agency := line.Prefix(s, chineseAgencies()...)
	from, to, d := calendar.CJKDay(s)
	if agency == "" || to == 0 || from < len(agency) || line.Prefix(s[to:], wires()...) == "" {
		return false
	}
	return o.fillChinese(agency, s[len(agency):from], d)
}

// fillChinese reads the text between agency and day: reporters, then the place.
func (o *Opening) fillChinese(agency, middle string, d calendar.Day) bool {
	o.Agency, o.Year, o.Month, o.Day = agency, d.Year, d.Month, d.Day
	middle = strings.TrimSpace(strings.TrimLeft(middle, "／/"))
	if by, place, ok := cutReporters(middle); ok {
		o.By, middle = by, place
	}
	if utf8.RuneCountInString(middle) > 14 || strings.ContainsAny(middle, "，。；：,;:") {
		return false
	}
	if middle != "" {
		o.Places = cutPlaces(middle)
	}
	return true
}

// cutReporters splits "記者王小明台北" into the reporter and the place. The place is
// a known town at the end, or the text after a name of three characters.
func cutReporters(s string) (by, place string, ok bool) {
	word := line.Prefix(s, "記者", "记者")
	if word == "" {
		return "", s, false
	}
	for _, t := range towns() {
		if strings.HasSuffix(s, t) && len(s) > len(word)+len(t) {
			return s[:len(s)-len(t)], t, true
		}
	}
	cut := len(word)
	for range 3 {
		_, size := utf8.DecodeRuneInString(s[cut:])
		cut += size
	}
	return s[:cut], s[cut:], true
}

// chineseReporters reads "（记者 张三）", "（张三）" and "记者张三报道：" after the day.
func (o *Opening) chineseReporters(s string) int {
	skip := len(s) - len(strings.TrimLeft(s, " "))
	if n := o.reports(s[skip:]); n > 0 {
		return skip + n
	}
	closer, ok := line.Bracket(s[skip:])
	if !ok || closer == ">" || closer == "＞" {
		return 0
	}
	_, open := utf8.DecodeRuneInString(s[skip:])
	end := strings.Index(s[skip+open:], closer)
	if end < 0 || end > 150 {
		return 0
	}
	inner := strings.TrimSpace(s[skip+open : skip+open+end])
	if line.Prefix(inner, reporterWords()...) == "" && !isHan(inner, 2, 4) {
		return 0
	}
	o.By = line.Fold(inner)
	return skip + open + end + len(closer)
}

// reports reads "记者张三报道：".
func (o *Opening) reports(s string) int {
	if line.Prefix(s, reporterWords()...) == "" {
		return 0
	}
	head := line.Head(s, 60)
	for _, w := range reportEndings() {
		name, rest, ok := strings.Cut(head, w)
		if mark := line.Prefix(rest, "：", ":", "，", ","); ok && mark != "" {
			o.By = line.Fold(name)
			return len(name) + len(w) + len(mark)
		}
	}
	return 0
}

// isHan reports whether s is Chinese characters only, from least to most of them.
func isHan(s string, least, most int) bool {
	n := utf8.RuneCountInString(s)
	return n >= least && n <= most && strings.IndexFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0
}
