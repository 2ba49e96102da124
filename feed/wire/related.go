package wire

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

const (
	itemBytes = 600 // the longest line that may be a related headline
	wrapCells = 30  // a headline of this width may continue in the next line

	maxListed = 1 << 17 // headlines or keywords of a story; the lines of others are in its tail
)

// sections are the headings of lists of headlines, in lower case.
var sections = words.Set("heading of a list")

// section reads the heading of a list of headlines.
func section(s string) (string, bool) {
	if len(s) > 90 {
		return "", false
	}
	text := line.Fold(s)
	bare := strings.TrimRight(strings.Trim(text, "[]【】<>■◆▶▼#*=- "), ":： ")
	return text, bare != "" && words.HasLower(sections(), bare)
}

// isDashLine reports whether s is a lone dash, which comes before each headline of a list.
func isDashLine(s string) bool {
	switch strings.TrimSpace(line.Head(s, 16)) {
	case "-", "–", "—", "―", "−":
		return len(s) < 16
	}
	return false
}

// marked cuts the mark off a line "- Headline".
func marked(s string) (text string, ok bool) {
	if line.StartsWithLetter(s) {
		return "", false
	}
	s = strings.TrimSpace(s)
	if s == "" || s[0] < utf8.RuneSelf && s[0] != '-' && s[0] != '*' && s[0] != '>' {
		return "", false
	}
	for _, m := range [...]string{"- ", "– ", "— ", "• ", "* ", "▶ ", "▶", "☞ ", "☞", "■ ", "◆ ", "▲ ", "△ ", "○ ", "● ", "› ", "» ", "> ", "· ", "-- "} {
		if rest, found := strings.CutPrefix(s, m); found {
			rest = strings.TrimSpace(rest)
			return rest, rest != "" && !isDashLine(rest)
		}
	}
	return "", false
}

// related collects the headlines after the end of a story. Each method that
// reads a line reports whether the line is of its kind.
type related struct {
	items   []story.Related
	section string
	plain   bool // lines without a mark are headlines too, because they have a heading
	open    int  // the line of a mark or heading that the next headline belongs to, -1 for none
	dash    int  // the line of the last lone dash
	lone    bool // the last headline is under a lone dash, so it may continue in the next line
	last    int  // the line of the last headline
	room    int  // about the number of headlines on the lines below the body
	start   int  // the first headline of the section
}

func newRelated() related { return related{open: -1, last: -2} }

// awaited takes line i as the headline of the lone dash above it.
func (r *related) awaited(i int, text string) bool {
	if r.open < 0 || r.plain || r.full() || isDashLine(text) {
		return false
	}
	r.item(i, r.open, text)
	return true
}

// beginSection takes line i as the heading of a list. The section above it must
// be closed.
func (r *related) beginSection(i int, heading string) {
	*r = related{items: r.items, room: r.room, section: heading, plain: true, open: i, last: -2, start: len(r.items)}
}

// dashLine takes line i as a lone dash.
func (r *related) dashLine(i int, text string) bool {
	if !isDashLine(text) {
		return false
	}
	if r.open < 0 {
		r.open = i
	}
	r.dash = i
	r.plain = false
	return true
}

// markedLine takes line i as a headline with a mark before it.
func (r *related) markedLine(i int, text string) bool {
	rest, ok := marked(text)
	if !ok || r.full() || isSignOff(text) {
		return false
	}
	r.plain = false
	r.item(i, r.from(i), rest)
	return true
}

// wrappedLine takes line i, which may be indented, as the end of the headline
// above it.
func (r *related) wrappedLine(i int, text string, indented bool) bool {
	if r.last != i-1 || !r.lone && !indented || !r.wraps(text) {
		return false
	}
	prev := &r.items[len(r.items)-1]
	prev.Text = line.Join([]string{prev.Text, text})
	prev.Span.Last = i + 1
	r.last = i
	return true
}

// plainLine takes line i as a headline of a list without marks.
func (r *related) plainLine(i int, text string) bool {
	if !r.plain || r.full() || !headlineShaped(text) || isSignOff(text) || r.last >= 0 && i-r.last > 2 {
		return false
	}
	r.add(i, r.from(i), text)
	return true
}

// full reports whether no other headline is taken.
func (r *related) full() bool { return len(r.items) >= maxListed }

// from returns the first line of the headline on line i: the mark or heading that waits for
// a headline, else line i.
func (r *related) from(i int) int {
	if r.open < 0 {
		return i
	}
	first := r.open
	r.open = -1
	return first
}

// item takes text on line i as a headline whose mark is on line first.
func (r *related) item(i, first int, text string) {
	r.lone = first < i
	if r.lone {
		if rest, ok := marked(text); ok {
			text = rest
		}
	}
	r.open = -1
	r.add(i, first, text)
}

func (r *related) add(i, first int, text string) {
	r.last = i
	if r.items == nil {
		r.items = make([]story.Related, 0, min(r.room, usualRelated))
	}
	r.items = append(r.items, story.Related{
		Headline: story.Headline{Text: line.Fold(text), Span: line.Span(first, i+1)},
		Section:  r.section,
	})
}

// usualRelated is the most that the list has room for at first.
const usualRelated = 16

// wraps reports whether text continues the last headline: the headline fills a line,
// and text may be the rest of it.
func (r *related) wraps(text string) bool {
	prev := &r.items[len(r.items)-1]
	return line.Cells(prev.Text) >= wrapCells && prev.Span.Last-prev.Span.First < 4 && headlineShaped(text) &&
		!line.EndsSentence(prev.Text) && !isSignOff(text) && !isNotice(text)
}

// close ends a section. It removes the numbers of its headlines and reads their tags. A
// mark or heading at the end of the section belongs to the last headline; in a section
// without a headline, lost is the span of the mark or heading.
func (r *related) close() (lost story.Span, ok bool) {
	if n := len(r.items); r.open >= 0 && n > r.start {
		r.items[n-1].Span.Last = r.dash + 1
	} else if r.open >= 0 {
		lost, ok = line.Span(r.open, max(r.open, r.dash)+1), true
	}
	items := r.items[r.start:]
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
	r.start = len(r.items)
	return lost, ok
}

// numberedRun counts the items that are numbered 1, 2, 3 …, 0 if there is only one.
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
