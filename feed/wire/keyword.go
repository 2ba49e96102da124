package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// keywordHeads are the headings of keywords, in lower case.
var keywordHeads = words.List("heading of keywords")

// keywordsAt reads the keywords that begin on line i: the heading "Keywords" and
// lines "#NK" below it, such lines alone, or "Keywords: a, b". N is how many
// lines they take, 0 if there are none.
func (sh *sheet) keywordsAt(i int) (words []story.Line, n int) {
	s := strings.TrimSpace(sh.lines[i])
	if isTagLine(s) {
		return hashes(s, line.Span(i, i+1)), 1
	}
	rest, ok := keywordHead(s)
	switch {
	case !ok:
		return nil, 0
	case rest == "":
		k := sh.next(i + 1)
		if k == len(sh.lines) || !isTagLine(strings.TrimSpace(sh.lines[k])) {
			return nil, 0
		}
		return hashes(strings.TrimSpace(sh.lines[k]), line.Span(i, k+1)), k + 1 - i
	case isTagLine(rest):
		return hashes(rest, line.Span(i, i+1)), 1
	}
	for word := range strings.FieldsFuncSeq(rest, func(r rune) bool { return strings.ContainsRune(",;，、；،|", r) }) {
		words = addKeyword(words, word, line.Span(i, i+1))
	}
	if len(words) == 0 {
		return nil, 0
	}
	return words, 1
}

func addKeyword(words []story.Line, word string, at story.Span) []story.Line {
	if word = line.Fold(word); word != "" {
		words = append(words, story.Line{Text: word, Span: at})
	}
	return words
}

// keywordHead cuts the heading of keywords off the line s.
func keywordHead(s string) (rest string, ok bool) {
	if len(s) > 2000 {
		return "", false
	}
	low := strings.ToLower(line.Head(s, 48))
	for _, h := range keywordHeads() {
		if !strings.HasPrefix(low, h) || len(low) != len(line.Head(s, 48)) {
			continue
		}
		rest = strings.TrimSpace(s[len(h):])
		if rest == "" {
			return "", true
		}
		for _, colon := range [...]string{":", "："} {
			if after, found := strings.CutPrefix(rest, colon); found {
				return strings.TrimSpace(after), true
			}
		}
	}
	return "", false
}

// isTagLine reports whether line is "#NK #Russia".
func isTagLine(s string) bool {
	return len(s) > 1 && len(s) < 2000 && s[0] == '#' && s[1] != '#' && s[1] != ' ' && strings.Trim(s, betweenKeywords) != "" && !line.EndsSentence(s)
}

// betweenKeywords are the marks before and after a keyword.
const betweenKeywords = "# ,;"

// hashes returns the keywords of the line "#NK #Russia".
func hashes(s string, at story.Span) (words []story.Line) {
	for word := range strings.SplitSeq(s, "#") {
		words = addKeyword(words, strings.Trim(word, betweenKeywords), at)
	}
	return words
}

func isKeywordHead(s string) bool { _, ok := keywordHead(s); return ok }
