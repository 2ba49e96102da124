package wire

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// placed is a text of a story and its span. Texts on the same line are sorted by order.
type placed struct {
	text  string
	at    story.Span
	order int
}

// partsOf returns all texts of s in the order of the file.
func partsOf(s *story.Story, text string) []placed {
	var parts []placed
	put := func(text string, at story.Span, order int) {
		if text != "" {
			parts = append(parts, placed{text, at, order})
		}
	}
	inField := func(at story.Span) bool { // the field "$" of an envelope is text as well
		return slices.ContainsFunc(s.Envelope.Lines, func(l story.Line) bool { return l.Span == at })
	}
	for _, l := range slices.Concat(s.Envelope.Lines, s.Envelope.Contacts) {
		put(l.Text, l.Span, 0)
	}
	if !s.Headline.Standin && !inField(s.Headline.Span) {
		h := s.Headline.Text
		twice := line.Join([]string{h, h})
		if all := line.Join(bare(line.Split(text)[s.Headline.Span.First-1 : s.Headline.Span.Last])); strings.EqualFold(all, twice) {
			h = all // it is repeated
		} else if strings.HasPrefix(all, twice) || letters(all) == letters(twice) {
			h = twice // with an end mark behind it, or the marks of a table around it
		}
		put(h, s.Headline.Span, 1)
	}
	for _, n := range s.Notes {
		put(n.Text, n.Span, 2)
	}
	if by, place := s.Byline, s.Dateline; by.Span.Last < place.Span.First || place.Span.Last < by.Span.First || !isIn(letters(by.Text), letters(place.Text)) {
		put(s.Byline.Text, s.Byline.Span, 3)
	}
	if !inField(s.Dateline.Span) {
		put(s.Dateline.Text, s.Dateline.Span, 4)
	}
	for _, b := range s.Body {
		put(asWritten(b, text), b.Span, 5)
	}
	for _, l := range s.SignOff.Lines {
		put(l.Text, l.Span, 6)
	}
	put(s.EndMark.Text, s.EndMark.Span, 7)
	section := ""
	for i, r := range s.Related {
		if r.Section != section {
			section = r.Section
			put(r.Section, story.Span{First: r.Span.First, Last: r.Span.First}, 8)
		}
		put(r.Text, r.Span, 9+i)
	}
	for i, k := range s.Keywords {
		put(k.Text, k.Span, 9+i)
	}
	for _, l := range s.Tail {
		put(l.Text, l.Span, 8)
	}
	slices.SortStableFunc(parts, func(a, b placed) int {
		if a.at.First != b.at.First {
			return a.at.First - b.at.First
		}
		return a.order - b.order
	})
	return parts
}

// isIn reports whether part is a part of whole, or becomes one if something inside it is left out, as the agency
// between the names of a byline.
func isIn(part, whole string) bool {
	for _, r := range part {
		_, rest, ok := strings.Cut(whole, string(r))
		if !ok {
			return false
		}
		whole = rest
	}
	return true
}

// asWritten returns the block b with credit and rights in the order of the text.
func asWritten(b story.Block, text string) string {
	lines := line.Join(line.Split(text)[b.Span.First-1 : b.Span.Last])
	rest := strings.TrimPrefix(lines, b.Text)
	if b.Rights == "" || strings.Index(rest, b.Credit) > strings.Index(rest, b.Rights) {
		return captionText(b)
	}
	return b.Text + " " + b.Credit + " " + b.Rights
}

// structural lists the marks that a story need not keep; see the package comment.
const structural = "-–—―−•*▶☞■◆▲△○●›»>·()[]【】［］（）<^=#:：,;，、؛،|.._。/{"

// numbers need not be kept if the headlines of a list have numbers.
const numbers = "0123456789"

// checkNothingLost fails if a visible character of text is in no part of its story, or
// a visible line in no part's span.
func checkNothingLost(t interface {
	Helper()
	Errorf(format string, args ...any)
}, text string) {
	t.Helper()
	s := read(text, Origin{})
	parts := partsOf(s, text)
	var all strings.Builder
	for _, p := range parts {
		all.WriteString(p.text)
		all.WriteByte('\n')
	}
	source := withoutKeywordHeads(text, s)
	if a, b := letters(source), letters(all.String()); a != b {
		i := 0
		for i < len(a) && i < len(b) && a[i] == b[i] {
			i++
		}
		t.Errorf("letters differ at %q, kept %q\nof %q\n%s", tailFrom(a, i), tailFrom(b, i), line.Head(text, 3000), line.Head(dump(s), 6000))
	}
	have, kept := census(source), census(all.String())
	for r, n := range have {
		if kept[r] < n && !strings.ContainsRune(structural, r) && (len(s.Related) == 0 || !strings.ContainsRune(numbers, r)) {
			t.Errorf("%q is %d times in the text and %d times in the parts\nof %q\n%s", r, n, kept[r], line.Head(text, 3000), line.Head(dump(s), 6000))
		}
	}
	checkSpans(t, text, parts)
}

// checkSpans fails if a visible line is in no part, or a part is outside the file. A line
// that consists of the marks of a desk may be in none.
func checkSpans(t interface {
	Helper()
	Errorf(format string, args ...any)
}, text string, parts []placed) {
	t.Helper()
	lines := line.Split(text)
	in := make([]int, len(lines)+1)
	for _, p := range parts {
		if p.at.First < 1 || p.at.Last < p.at.First || p.at.Last > len(lines) {
			t.Errorf("span %v of %q is outside the %d lines", p.at, line.Head(p.text, 80), len(lines))
			return
		}
		for i := p.at.First; i <= p.at.Last; i++ {
			in[i]++
		}
	}
	for i, l := range lines {
		if in[i+1] == 0 && !line.Blank(strings.Trim(l, "^<=")) {
			t.Errorf("line %d %q is in no part of %q", i+1, line.Head(l, 80), line.Head(text, 2000))
			return
		}
	}
}

func tailFrom(s string, i int) string { return line.Head(s[max(0, min(i-20, len(s))):], 80) }

// letters returns the letters of text in order.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, text)
}

// withoutKeywordHeads returns text without the words that head its keywords.
func withoutKeywordHeads(text string, s *story.Story) string {
	if len(s.Keywords) == 0 {
		return text
	}
	lines := line.Split(text)
	for i, l := range lines {
		rest, ok := keywordHead(strings.TrimSpace(l))
		if ok && slices.ContainsFunc(s.Keywords, func(k story.Line) bool { return k.Span.First == i+1 }) {
			lines[i] = rest
		}
	}
	return strings.Join(lines, "\n")
}

// census counts the visible characters of text.
func census(text string) map[rune]int {
	n := map[rune]int{}
	for _, r := range text {
		if line.Visible(r) {
			n[r]++
		}
	}
	return n
}

func TestSmallTextsLoseNothing(t *testing.T) {
	for _, text := range []string{
		"", "\n", "-", "-\n-", "(END)", "a", "a\n(END)\nb", "a\nb (END)\nc", "a\n-\nb", "a\n\n-\n\nb\n-", "Keywords\n#NK", "a\nKeywords\n#NK #B", "a\n(END)\nKeywords: x, y",
		"(LEAD)\na\nSEOUL, Aug. 15 (Yonhap) --", "a\nSEOUL, Aug. 15 (Yonhap) --\n\nb", "ZCZC\na\nNNNN", "By Ana Ruiz\nSEOUL, Aug. 15 (Yonhap) -- b",
		"a\n(ATTN: b\nc\nd", "a\n(END)\nMost Viewed\n1 b\n2 c\n", "> a\n> b", "a\n\nx  1\ny  2\n\nb.",
	} {
		checkNothingLost(t, text)
	}
}
