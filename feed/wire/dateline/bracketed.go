package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/agencies"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// bracketed reads datelines in brackets, such as "(서울=연합뉴스) 홍길동 기자 =",
// "【東京共同】", "［ロンドン ３日 ロイター］" and "（中央社記者…台北15日電）", and
// datelines that begin with an agency: "(ANSA) - ROMA, 15 AGO -", "(CNN) —".
func bracketed(p string) (o Opening, n int) {
	closer, ok := line.Bracket(p)
	if !ok || closer == ">" || closer == "＞" {
		return o, 0
	}
	_, open := utf8.DecodeRuneInString(p)
	end := strings.Index(p[open:], closer)
	if end <= 0 || end > 150 {
		return o, 0
	}
	inner, after := strings.TrimSpace(p[open:open+end]), p[open+end+len(closer):]
	n = open + end + len(closer)
	if !line.IsCJK(inner) && (closer == ")" || !agencies.Known(inner)) {
		return agencyFirst(inner, after, n)
	}
	if _, isTag := headline.ReadTag(inner); isTag {
		return o, 0
	}
	if o.readPaper(inner, closer) {
		return o, n
	}
	if !o.readInner(inner) {
		return Opening{}, 0
	}
	more := o.reporters(after)
	if !o.plausible(closer, more > 0) {
		return Opening{}, 0
	}
	n += more
	_, size := afterAgency(p[n:])
	return o, n + size
}

// readPaper reads a dateline without a place between closed brackets: "[서울신문 홍길동
// 기자]", "[파이낸셜뉴스]", and one whose reporter follows the place without a mark:
// "【ワシントン山田太郎】", "【記者王小明／台北報導】".
func (o *Opening) readPaper(s, closer string) bool {
	switch closer {
	case "]":
		paper, by, signed := strings.Cut(s, " ")
		if !looksAgency(paper) && (!signed || !agencies.Has(paper)) || signed && !IsReporter(by) {
			return false
		}
		o.Agency, o.By = paper, by
		return true
	case "】", "〕":
		place, by, ok := cutNameAtEnd(s)
		if !ok {
			place, by, ok = cutReport(s)
		}
		if ok {
			o.Places, o.By = cutPlaces(place), by
		}
		return ok
	}
	return false
}

// cutNameAtEnd splits "ワシントン山田太郎": a place in katakana and a name in Chinese
// characters.
func cutNameAtEnd(s string) (place, name string, ok bool) {
	i := strings.IndexFunc(s, func(r rune) bool { return !isKana(r) })
	if i <= 0 {
		return "", "", false
	}
	place, name = s[:i], s[i:]
	_, agency := cutAgency(s, "")
	return place, name, isHan(name, 3, 6) && agency == "" && !noPlaces()[name]
}

func isKana(r rune) bool { return unicode.Is(unicode.Katakana, r) || r == 'ー' || r == '・' }

// cutReport splits "記者王小明／台北報導" into reporter and place.
func cutReport(s string) (place, by string, ok bool) {
	by, place, ok = strings.Cut(s, "／")
	if !ok {
		by, place, ok = strings.Cut(s, "/")
	}
	own := len(line.Prefix(by, "本报", "本報"))
	if !ok || line.Prefix(by[own:], reporterWords()...) == "" {
		return "", "", false
	}
	for _, w := range reportEndings() {
		if town, found := strings.CutSuffix(place, w); found && town != "" {
			return town, by, true
		}
	}
	return "", "", false
}

// reportEndings are words for "reports" after the place of a Chinese dateline.
var reportEndings = words.Longest("reports")

// agencyFirst reads "(CNN) —" and "(ANSA) - ROMA, 15 AGO -".
func agencyFirst(agency, after string, n int) (o Opening, length int) {
	kind, size := afterAgency(after)
	if !agencies.Known(agency) {
		return o, 0
	}
	if o, more := spelled(after[size:]); more > 0 && o.Agency == "" && o.Month != 0 {
		o.Agency = agency
		return o, n + size + more
	}
	if kind == none {
		return Opening{}, 0
	}
	o.Agency = agency
	return o, n + size
}

// readInner reads the text between the brackets. It returns false if the text has no
// place, no day and no agency.
func (o *Opening) readInner(s string) bool {
	left, right, parted := cutEquals(s)
	if len(s) > 150 || !parted && strings.ContainsAny(s, "。、,;:?!") && !strings.HasPrefix(s, "中央社") {
		return false
	}
	if o.readChinese(s) {
		return true
	}
	o.readAfterEquals(o.cutDay(right))
	left = o.cutDay(left)
	switch {
	case o.Agency == "":
		left, o.Agency = cutAgency(left, "")
	case agencies.Known(left) && o.Month == 0 && o.Day == 0: // "AFP＝時事"
		o.Agency, left = line.Fold(s), ""
	default: // "워싱턴 AP=연합뉴스"
		for range 3 {
			bare, also := cutAgency(left, "")
			if also == "" || bare == "" {
				break
			}
			left = strings.TrimRight(bare, "·ㆍ/ ") // "파리 AP·AFP=연합뉴스"
		}
	}
	left = strings.Trim(left, " 　発发發발")
	if noPlaces()[left] {
		return false
	}
	if left != "" {
		o.Places = cutPlaces(left)
	}
	return o.Agency != "" || o.Day != 0 || parted
}

// readAfterEquals reads the text after "=": an agency or a reporter.
func (o *Opening) readAfterEquals(s string) {
	paper, name, _ := strings.Cut(s, " ")
	switch place, by, ok := strings.Cut(s, ", "); {
	case IsReporter(name) && (agencies.Has(paper) || looksAgency(paper)): // "세종=이데일리 홍길동 기자"
		o.Agency, o.By = paper, name
	case agencies.Known(s) || looksAgency(s):
		o.Agency = s
	case ok && IsReporter(by) && !IsReporter(place): // "OSEN=잠실, 홍길동 기자"
		o.Places, o.By = cutPlaces(place), by
	default:
		o.By = s
	}
}

// noPlaces are words before an agency in brackets that make it the credit of a
// picture.
var noPlaces = words.Set("no place in brackets")

func cutEquals(s string) (left, right string, ok bool) {
	i := strings.IndexAny(s, "=＝")
	if i < 0 {
		return s, "", false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+size:]), true
}

var agencyEndings = words.List("agency ending")

// looksAgency reports whether s ends like the name of an agency or a paper.
func looksAgency(s string) bool {
	for _, end := range agencyEndings() {
		if strings.HasSuffix(s, end) && len(s) > len(end) {
			return true
		}
	}
	return false
}

// cutAgency takes a known agency off the end or the beginning of s.
func cutAgency(s, old string) (rest, agency string) {
	s = strings.TrimSpace(s)
	low := strings.ToLower(s)
	for i := range s {
		if tail := low[min(i, len(low)):]; (i == 0 || len(tail) > 4 || tail == "afp") && agencies.Has(tail) && len(low) == len(s) {
			return strings.TrimSpace(s[:i]), s[i:]
		}
	}
	if i := strings.IndexAny(s, " \u3000"); i > 0 && agencies.Known(s[:i]) {
		return strings.TrimSpace(s[i:]), s[:i]
	}
	if i := strings.LastIndexAny(s, " "); i > 0 && agencies.Has(low[min(i+1, len(low)):]) {
		return strings.TrimSpace(s[:i]), s[i+1:]
	}
	return s, old
}

// plausible reports whether the text between the brackets is a dateline and not a tag
// or a comment. Reporters is true if names of reporters follow.
func (o *Opening) plausible(closer string, reporters bool) bool {
	for _, p := range o.Places {
		if utf8.RuneCountInString(p) > 14 || strings.ContainsAny(p, "0123456789\"'“”‘’?!") {
			return false
		}
	}
	switch {
	case len(o.Places) > 5 || utf8.RuneCountInString(o.By) > 20:
		return false
	case o.Agency != "":
		return true
	case o.Day != 0:
		return len(o.Places) == 1 && closer != ")"
	case o.By != "":
		return len(o.Places) > 0 && (closer == "】" || closer == "］") || reporters
	}
	return reporters
}

// cutDay removes a day from s: "2020年8月15日", "8월 15일", "３日".
func (o *Opening) cutDay(s string) (rest string) {
	from, to, d := calendar.CJKDay(s)
	if to == 0 {
		return s
	}
	o.Year, o.Month, o.Day = d.Year, d.Month, d.Day
	return strings.TrimSpace(strings.TrimSpace(s[:from]) + " " + strings.TrimSpace(s[to:]))
}

// reporterWords are the titles after the names of reporters.
var reporterWords = words.List("reporter")

// reporters reads the names after a dateline in brackets: " 홍길동 기자 = ",
// "（记者 张三）". It returns their length.
func (o *Opening) reporters(s string) int {
	text := line.Head(s, 160)
	if skip := len(text) - len(strings.TrimLeft(text, " ")); strings.HasPrefix(text[skip:], "=") {
		return 0
	}
	end := strings.IndexAny(text, "=＝")
	if end < 0 {
		if len(s) > 90 || !IsReporter(text) {
			return 0
		}
		o.By = line.Fold(text)
		return len(s)
	}
	by := strings.TrimSpace(text[:end])
	if from, to, d := calendar.CJKDay(by); to > 0 && d.Month != 0 {
		o.Year, o.Month, o.Day = d.Year, d.Month, d.Day
		by = strings.TrimSpace(by[:from] + by[to:])
	}
	if by != "" && !IsReporter(by) {
		return 0
	}
	o.By = line.Fold(by)
	return end
}

// IsReporter reports whether s is a name or names with a reporter's title and
// nothing else.
func IsReporter(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) > 120 || strings.ContainsAny(s, ".。\"“”?!") {
		return false
	}
	for _, w := range reporterWords() {
		if strings.HasSuffix(s, w) && len(s) > len(w) {
			return true
		}
	}
	return false
}
