package wire

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// part is a text of a story and the lines that it is from.
type part struct {
	text string
	at   story.Span
}

// partsOf returns all texts of s, sorted by their first lines. A text may be in several
// of them, as a byline in a dateline or a headline in a field.
func partsOf(s *story.Story, text string) []part {
	var parts []part
	put := func(text string, at story.Span) {
		if text != "" {
			parts = append(parts, part{text, at})
		}
	}
	for _, l := range slices.Concat(s.Envelope.Lines, s.Envelope.Contacts, s.SignOff.Lines, s.Keywords, s.Tail) {
		put(l.Text, l.Span)
	}
	if h := s.Headline; !h.Standin {
		put(h.Text, h.Span)
		twice := letters(h.Text + h.Text)
		if all := letters(line.Join(line.Split(text)[h.Span.First-1 : h.Span.Last])); strings.HasPrefix(all, twice) {
			put(h.Text, h.Span) // it is repeated
		}
	}
	for _, n := range s.Notes {
		put(n.Text, n.Span)
	}
	put(s.Byline.Text, s.Byline.Span)
	put(s.Dateline.Text, s.Dateline.Span)
	for _, b := range s.Body {
		put(captionText(b), b.Span)
	}
	put(s.EndMark.Text, s.EndMark.Span)
	for _, r := range s.Related {
		put(r.Text, r.Span)
		put(r.Section, story.Span{First: r.Span.First, Last: r.Span.First})
	}
	slices.SortStableFunc(parts, func(a, b part) int { return a.at.First - b.at.First })
	return parts
}

// structural lists the marks that a story need not keep; see the package comment.
const structural = "-–—―−•*▶☞■◆▲△○●›»>·()[]【】［］（）<^=#:：,;，、؛،|.._。/{"

// numbers need not be kept if the headlines of a list have numbers.
const numbers = "0123456789"

// checkNothingLost fails if a visible character of text is in no part of its story that
// is from its line, or a visible line in no part's span.
func checkNothingLost(t interface {
	Helper()
	Errorf(format string, args ...any)
}, text string) {
	t.Helper()
	s := read(text, Origin{})
	parts := partsOf(s, text)
	if !checkSpans(t, text, parts) {
		return
	}
	lines := line.Split(withoutKeywordHeads(text, s))
	for len(parts) > 0 {
		n, at := together(parts)
		kept := map[rune]int{}
		for _, p := range parts[:n] {
			count(kept, p.text)
		}
		have := map[rune]int{}
		count(have, strings.Join(lines[at.First-1:at.Last], "\n"))
		for r, n := range have {
			if kept[r] < n && !strings.ContainsRune(structural, r) && (len(s.Related) == 0 || !strings.ContainsRune(numbers, r)) {
				t.Errorf("%q is %d times in lines %d to %d and %d times in their parts\nof %q\n%s", r, n, at.First, at.Last, kept[r], line.Head(text, 3000), line.Head(dump(s), 6000))
			}
		}
		parts = parts[n:]
	}
}

// together returns the number of parts, from the first on, that share lines, and the lines.
func together(parts []part) (n int, at story.Span) {
	at = parts[0].at
	for n < len(parts) && parts[n].at.First <= at.Last {
		at.Last = max(at.Last, parts[n].at.Last)
		n++
	}
	return n, at
}

// deskMarks removes the marks of a desk.
var deskMarks = strings.NewReplacer("^", "", "<", "", "=", "")

// checkSpans fails if a visible line is in no part, or a part is outside the file. A line
// that consists of the marks of a desk may be in none. It reports whether it passed.
func checkSpans(t interface {
	Helper()
	Errorf(format string, args ...any)
}, text string, parts []part) bool {
	t.Helper()
	lines := line.Split(text)
	in := make([]int, len(lines)+1)
	for _, p := range parts {
		if p.at.First < 1 || p.at.Last < p.at.First || p.at.Last > len(lines) {
			t.Errorf("span %v of %q is outside the %d lines", p.at, line.Head(p.text, 80), len(lines))
			return false
		}
		for i := p.at.First; i <= p.at.Last; i++ {
			in[i]++
		}
	}
	for i, l := range lines {
		if in[i+1] == 0 && !line.Blank(deskMarks.Replace(l)) {
			t.Errorf("line %d %q is in no part of %q", i+1, line.Head(l, 80), line.Head(text, 2000))
			return false
		}
	}
	return true
}

// letters returns the letters of text in order, in one case.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return fold(r)
		}
		return -1
	}, text)
}

// fold returns r in one case: a headline may be repeated in capitals.
func fold(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }

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

// count adds the numbers of the visible characters of text, in one case, to n.
func count(n map[rune]int, text string) {
	for _, r := range text {
		if line.Visible(r) {
			n[fold(r)]++
		}
	}
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
