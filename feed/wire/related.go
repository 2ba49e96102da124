package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

const (
	itemBytes = 600 // bytes of a line that may be a related headline
	wrapCells = 30  // cells of a headline that may go on in the next line
)

// sections are the headings of lists of headlines, in small letters.
var sections = func() map[string]bool {
	m := map[string]bool{}
	const list = "related articles|related article|related news|related stories|related story|related|related headlines|related links|related content|related topics|most viewed|most read|most popular|" +
		"most shared|top stories|latest news|more stories|more news|see also|also read|read also|read more|recommended|you may also like|editors' picks|trending now|more on this story|more from this section|" +
		"관련기사|관련 기사|관련뉴스|관련 뉴스|많이 본 뉴스|많이 본 기사|가장 많이 본 뉴스|이 시각 주요뉴스|주요뉴스|주요 뉴스|추천기사|핫뉴스|함께 보면 좋은 기사|" +
		"関連記事|関連ニュース|あわせて読みたい|人気記事|アクセスランキング|おすすめ記事|相关新闻|相关阅读|相关报道|相關新聞|相關報導|延伸閱讀|延伸阅读|推荐阅读|热门新闻|" +
		"à lire aussi|a lire aussi|lire aussi|articles liés|sur le même sujet|les plus lus|noticias relacionadas|lo más leído|lea también|lea además|te puede interesar|artículos relacionados|" +
		"mehr zum thema|auch interessant|meistgelesen|lesen sie auch|verwandte artikel|notizie correlate|leggi anche|i più letti|notícias relacionadas|leia também|leia mais|mais lidas|" +
		"читайте также|по теме|материалы по теме|самое читаемое|اقرأ أيضا|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة"
	for w := range strings.SplitSeq(list, "|") {
		m[w] = true
	}
	return m
}()

// section reports the heading of a list that line is.
func section(s string) (string, bool) {
	if len(s) > 90 {
		return "", false
	}
	text := line.Fold(s)
	bare := strings.TrimRight(strings.Trim(text, "[]【】<>■◆▶▼#*=- "), ":： ")
	return text, bare != "" && sections[strings.ToLower(bare)]
}

// isDashLine reports whether line is a lone dash, which stands before each
// headline of a list.
func isDashLine(s string) bool {
	switch strings.TrimSpace(line.Head(s, 16)) {
	case "-", "–", "—", "―", "−":
		return len(s) < 16
	}
	return false
}

// marked cuts the mark off a line "- Headline".
func marked(line string) (text string, ok bool) {
	s := strings.TrimSpace(line)
	for _, m := range [...]string{"- ", "– ", "— ", "• ", "* ", "▶ ", "▶", "☞ ", "☞", "■ ", "◆ ", "▲ ", "△ ", "○ ", "● ", "› ", "» ", "> ", "· ", "-- "} {
		if rest, found := strings.CutPrefix(s, m); found {
			rest = strings.TrimSpace(rest)
			return rest, rest != "" && !isDashLine(rest)
		}
	}
	return "", false
}

// list gathers related headlines.
type list struct {
	p       *parser
	section string
	plain   bool // lines without a mark are headlines too: the list stands under a heading
	open    int  // the line of a mark or heading that the next headline belongs to, -1 for none
	dash    int  // the line of the last lone dash
	lone    bool // the last headline stood under a lone dash, so that it may go on in the next line
	last    int  // the line of the last headline
	start   int  // the first headline of the section
}

// after reads what follows the end mark, or the end of a body without one,
// from line i on.
func (p *parser) after(i int) {
	l := list{p: p, open: -1, last: -2}
	for i = p.next(i); i < len(p.lines); i = p.next(i) {
		i = l.line(i)
	}
	l.close()
}

// line reads the line i, and the lines that belong to it, and returns the next.
func (l *list) line(i int) int {
	p, text := l.p, p0(l.p.lines[i])
	if l.open >= 0 && !isDashLine(text) && !l.plain {
		return l.item(i, l.open, text)
	}
	if heading, ok := section(text); ok {
		l.close()
		*l = list{p: p, section: heading, plain: true, open: i, last: -2, start: len(p.s.Related)}
		return i + 1
	}
	if isDashLine(text) {
		if l.open < 0 {
			l.open = i
		}
		l.dash = i
		l.plain = false
		return i + 1
	}
	if n := p.keywords(i); n > 0 {
		return i + n
	}
	return l.headline(i, text)
}

// headline reads the line i as a headline with a mark, as the end of the one
// above, or as one of a plain list; else as what may follow a story besides.
func (l *list) headline(i int, text string) int {
	if rest, ok := marked(text); ok && !isSignOff(text) {
		l.plain = false
		return l.item(i, l.from(i), rest)
	}
	if l.last == i-1 && (l.lone || line.Indent(l.p.lines[i]) > 0) && l.wraps(text) {
		l.extend(i, text)
		return i + 1
	}
	if l.plain && headlineShaped(text) && !isSignOff(text) && (l.last < 0 || i-l.last <= 2) {
		l.add(i, l.from(i), text)
		return i + 1
	}
	l.lone = false
	return l.p.trailing(i)
}

// from is the line with which the headline on line i begins: the mark or the
// heading above it that waits for one, else its own.
func (l *list) from(i int) int {
	if l.open < 0 {
		return i
	}
	first := l.open
	l.open = -1
	return first
}

func p0(line string) string { return strings.TrimSpace(line) }

// item takes text on line i as a headline whose mark stood on line first.
func (l *list) item(i, first int, text string) int {
	l.lone = first < i
	if l.lone {
		if rest, ok := marked(text); ok {
			text = rest
		}
	}
	l.open = -1
	l.add(i, first, text)
	return i + 1
}

func (l *list) add(i, first int, text string) {
	l.last = i
	if l.p.s.Related == nil {
		l.p.s.Related = make([]story.Related, 0, usualRelated)
	}
	l.p.s.Related = append(l.p.s.Related, story.Related{
		Headline: story.Headline{Text: line.Fold(text), Span: line.Span(first, i+1)},
		Section:  l.section,
	})
}

// usualRelated is how many related headlines there is room for at once.
const usualRelated = 8

// wraps reports whether text goes on with the last headline. It has no mark of
// its own, and the headline before it is as long as a line.
func (l *list) wraps(text string) bool {
	prev := &l.p.s.Related[len(l.p.s.Related)-1]
	return line.Cells(prev.Text) >= wrapCells && prev.Span.Last-prev.Span.First < 4 && headlineShaped(text) &&
		!line.EndsSentence(prev.Text) && !isSignOff(text) && !isNotice(text) && !isTrailer(text)
}

func (l *list) extend(i int, text string) {
	prev := &l.p.s.Related[len(l.p.s.Related)-1]
	prev.Text = line.Join([]string{prev.Text, text})
	prev.Span.Last = i + 1
	l.last = i
}

// close ends a section: a mark without a headline goes to the tail, numbers
// are taken off, tags are read.
func (l *list) close() {
	if n := len(l.p.s.Related); l.open >= 0 && n > l.start {
		l.p.s.Related[n-1].Span.Last = l.dash + 1
	} else if l.open >= 0 {
		l.p.tailLine(l.p.lines[l.open], l.open)
		l.p.s.Tail[len(l.p.s.Tail)-1].Span.Last = max(l.open, l.dash) + 1
	}
	items := l.p.s.Related[l.start:]
	for i := 0; i < len(items); {
		n := numberedRun(items[i:])
		for k := range n {
			_, items[i+k].Text, _ = itemNumber(items[i+k].Text)
		}
		i += max(n, 1)
	}
	for i := range items {
		at := items[i].Span
		items[i].Headline = headline.Read(items[i].Text)
		items[i].Span = at
	}
	l.start = len(l.p.s.Related)
}

// numberedRun counts the items that are numbered 1, 2, 3 …; one alone is not.
func numberedRun(items []story.Related) int {
	n := 0
	for n < len(items) {
		k, rest, ok := itemNumber(items[n].Text)
		if !ok || k != n+1 || rest == "" {
			break
		}
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

// itemNumber cuts "1 ", "1. ", "1) " off a headline.
func itemNumber(s string) (n int, rest string, ok bool) {
	n, rest, ok = line.LeadingNumber(s)
	if !ok {
		return 0, s, false
	}
	rest = strings.TrimLeft(rest, ".)")
	if !strings.HasPrefix(rest, " ") {
		return 0, s, false
	}
	return n, strings.TrimSpace(rest), true
}

// headlineShaped reports whether s may be a headline in a list.
func headlineShaped(s string) bool {
	return s != "" && len(s) <= itemBytes && (!line.EndsSentence(s) || strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") || line.Cells(s) < 120) &&
		!isNotice(s) && s[0] != '#'
}
