package wire

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/story"
)

// bracketed reads the datelines that stand in brackets: "(서울=연합뉴스)
// 홍길동 기자 =", "【東京共同】", "［ロンドン ３日 ロイター］", "（中央社記者…台北15日電）",
// and agencies that stand first: "(ANSA) - ROMA, 15 AGO -", "(CNN) —".
func bracketed(p string) (o opening, n int) {
	closer, ok := bracket(p)
	if !ok || closer == ">" {
		return o, 0
	}
	_, open := utf8.DecodeRuneInString(p)
	end := strings.Index(p[open:], closer)
	if end <= 0 || end > 150 {
		return o, 0
	}
	inner, after := strings.TrimSpace(p[open:open+end]), p[open+end+len(closer):]
	n = open + end + len(closer)
	if !isEast(inner) && (closer == ")" || !knownAgency(inner)) {
		return agencyFirst(inner, after, n)
	}
	if _, isTag := readTag(inner); isTag || !o.readEast(inner) {
		return opening{}, 0
	}
	more := o.reporters(after)
	if !o.plausible(closer, more > 0) {
		return opening{}, 0
	}
	n += more
	_, size := afterAgency(p[n:])
	return o, n + size
}

// agencyFirst reads "(CNN) —" and "(ANSA) - ROMA, 15 AGO -".
func agencyFirst(agency, after string, n int) (o opening, length int) {
	kind, size := afterAgency(after)
	if kind == none || !knownAgency(agency) {
		return o, 0
	}
	if o, more := spelled(after[size:]); more > 0 && o.Agency == "" && o.Month != 0 {
		o.Agency = agency
		return o, n + size + more
	}
	o.Agency = agency
	return o, n + size
}

// readEast reads what stands between the brackets; false where it has neither
// place, nor day, nor agency.
func (o *opening) readEast(s string) bool {
	left, right, parted := cutEquals(s)
	if len(s) > 150 || !parted && strings.ContainsAny(s, "。、,;:?!") && !strings.HasPrefix(s, "中央社") {
		return false
	}
	if o.readChinese(s) {
		return true
	}
	o.readRight(o.cutEastDay(right))
	left = o.cutEastDay(left)
	switch {
	case o.Agency == "":
		left, o.Agency = cutEastAgency(left, "")
	case knownAgency(left) && o.Month == 0 && o.Day == 0: // "AFP＝時事"
		o.Agency, left = fold(s), ""
	default: // "워싱턴 AP=연합뉴스"
		if bare, also := cutEastAgency(left, ""); also != "" && bare != "" {
			left = bare
		}
	}
	left = strings.Trim(left, " 　発发發발")
	if noPlaces[left] {
		return false
	}
	if left != "" {
		o.Places = cutPlaces(left)
	}
	return o.Agency != "" || o.Day != 0 || parted
}

// readRight reads what stands behind "=": an agency or a reporter.
func (o *opening) readRight(s string) {
	if knownAgency(s) || looksAgency(s) {
		o.Agency = s
		return
	}
	o.by = s
}

// noPlaces are words before an agency in brackets that credit it with a picture.
var noPlaces = set("사진 그래픽 자료 자료사진 촬영 영상 제공 출처 합성사진 写真 図 画像 映像 提供 图 圖 照片 편집자주 편집자 영상=")

func cutEquals(s string) (left, right string, ok bool) {
	i := strings.IndexAny(s, "=＝")
	if i < 0 {
		return s, "", false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+size:]), true
}

// looksAgency reports whether s ends as the names of Korean papers and
// agencies do.
func looksAgency(s string) bool {
	for _, end := range [...]string{"뉴스", "통신", "일보", "신문", "방송", "통신사", "투데이", "経済", "新聞", "通信", "通訊社", "通讯社"} {
		if strings.HasSuffix(s, end) && len(s) > len(end) {
			return true
		}
	}
	return false
}

// cutEastAgency takes a known agency off the end or the beginning of s.
func cutEastAgency(s, old string) (rest, agency string) {
	s = strings.TrimSpace(s)
	low := strings.ToLower(s)
	for i := range s {
		if tail := low[min(i, len(low)):]; (i == 0 || len(tail) > 4 || tail == "afp") && agencyNames[tail] && len(low) == len(s) {
			return strings.TrimSpace(s[:i]), s[i:]
		}
	}
	if i := strings.IndexAny(s, " \u3000"); i > 0 && knownAgency(s[:i]) {
		return strings.TrimSpace(s[i:]), s[:i]
	}
	return s, old
}

// plausible decides whether what was read between brackets is a dateline and
// not a tag or a remark.
func (o *opening) plausible(closer string, reporters bool) bool {
	for _, p := range o.Places {
		if utf8.RuneCountInString(p) > 14 || strings.ContainsAny(p, "0123456789\"'“”‘’?!") {
			return false
		}
	}
	switch {
	case len(o.Places) > 5 || utf8.RuneCountInString(o.by) > 20:
		return false
	case o.Agency != "":
		return true
	case o.Day != 0:
		return len(o.Places) == 1 && closer != ")"
	case o.by != "":
		return len(o.Places) > 0 && (closer == "】" || closer == "］") || reporters
	}
	return reporters
}

// cutEastDay takes a day out of s: "2020年8月15日", "8월 15일", "３日".
func (o *opening) cutEastDay(s string) (rest string) {
	from, to, d := eastDay(s)
	if to == 0 {
		return s
	}
	o.Year, o.Month, o.Day = d.Year, d.Month, d.Day
	return strings.TrimSpace(strings.TrimSpace(s[:from]) + " " + strings.TrimSpace(s[to:]))
}

// eastDay finds the first day in s that is written with the characters for
// year, month and day, of which only the last is needed.
func eastDay(s string) (from, to int, d story.Dateline) {
	for i := 0; i < len(s); {
		if _, size := digit(s[i:]); size == 0 {
			_, size = utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		if n, d := eastDayAt(s[i:]); n > 0 {
			return i, i + n, d
		}
		for {
			_, size := digit(s[i:])
			if size == 0 {
				break
			}
			i += size
		}
	}
	return 0, 0, d
}

// eastDayAt reads the day that s begins with; n is its length.
func eastDayAt(s string) (n int, d story.Dateline) {
	for n < len(s) {
		value, rest, ok := longNumber(s[n:])
		rest = strings.TrimLeft(rest, " ")
		unit, size := utf8.DecodeRuneInString(rest)
		if !ok || !eastUnit(&d, unit, value) {
			return 0, d
		}
		n = len(s) - len(rest) + size
		if d.Day != 0 {
			return n, d
		}
		n += len(s[n:]) - len(strings.TrimLeft(s[n:], " "))
	}
	return 0, d
}

// eastUnit adds a number with the character behind it to d; false where they
// are no year, month or day, or stand in another order.
func eastUnit(d *story.Dateline, unit rune, value int) bool {
	switch unit {
	case '年', '년':
		if d.Year != 0 || d.Month != 0 || !isYear(value) {
			return false
		}
		d.Year = value
	case '月', '월':
		if d.Month != 0 || value < 1 || value > 12 {
			return false
		}
		d.Month = value
	case '日', '일':
		if d.Month == 0 && (d.Year != 0 || value < 1 || value > 31) || d.Month != 0 && !validDay(d.Month, value) {
			return false
		}
		d.Day = value
	default:
		return false
	}
	return true
}

// longNumber reads a number of one to four digits.
func longNumber(s string) (n int, rest string, ok bool) {
	rest = s
	for range 4 {
		d, size := digit(rest)
		if size == 0 {
			break
		}
		n, rest, ok = n*10+d, rest[size:], true
	}
	return n, rest, ok
}

var reporterWords = []string{"기자", "특파원", "통신원", "논설위원", "위원", "記者", "记者", "특별취재단"}

// reporters reads the names behind a dateline in brackets: " 홍길동 기자 = ",
// "（记者 张三）". It returns their length.
func (o *opening) reporters(s string) int {
	text := head(s, 160)
	if skip := len(text) - len(strings.TrimLeft(text, " ")); strings.HasPrefix(text[skip:], "=") {
		return 0
	}
	end := strings.IndexAny(text, "=＝")
	if end < 0 {
		if len(s) > 90 || !isReporter(text) {
			return 0
		}
		o.by = fold(text)
		return len(s)
	}
	by := strings.TrimSpace(text[:end])
	if from, to, d := eastDay(by); to > 0 && d.Month != 0 {
		o.Year, o.Month, o.Day = d.Year, d.Month, d.Day
		by = strings.TrimSpace(by[:from] + by[to:])
	}
	if by != "" && !isReporter(by) {
		return 0
	}
	o.by = fold(by)
	return end
}

// isReporter reports whether s is a name or names with a reporter's title and
// nothing else.
func isReporter(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) > 120 || strings.ContainsAny(s, ".。\"“”?!") {
		return false
	}
	for _, w := range reporterWords {
		if strings.HasSuffix(s, w) && len(s) > len(w) {
			return true
		}
	}
	return false
}
