package wire

import (
	"strings"

	"dateline/feed/story"
)

// trailing reads a line behind the end of the story that is no headline.
func (p *parser) trailing(i int) int {
	line := p.lines[i]
	switch {
	case isTrailer(line):
		p.keepHeader(i, line)
	case isSignOff(line):
		p.signOff(i)
	case isNote(strings.TrimSpace(line)):
		return p.note(i, len(p.lines))
	case isCaption(fold(head(line, captionBytes)), p.s.Dateline.Agency) && len(line) < captionBytes && !isNotice(line):
		p.s.Body = append(p.s.Body, captionBlock(fold(line), p.s.Dateline.Agency, span(i, i+1)))
	default:
		p.tailLine(line, i)
	}
	return i + 1
}

func (p *parser) tailLine(text string, i int) {
	text = fold(text)
	p.s.Tail = append(p.s.Tail, story.Line{Text: text, Span: span(i, i+1)})
	p.stamp(text)
}

// isNotice reports whether s is a line of rights, which ends many files.
func isNotice(s string) bool {
	s = strings.ToLower(strings.TrimLeft(head(s, 40), " <([※"))
	for _, w := range [...]string{"copyright", "©", "(c) ", "c) ", "저작권자", "ⓒ", "무단", "all rights reserved", "著作権", "版权", "tous droits", "alle rechte", "reservados"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// keywordHeads are the headings of keywords, in small letters.
var keywordHeads = []string{"keywords", "keyword", "key words", "tags", "hashtags", "키워드", "태그", "해시태그", "キーワード", "タグ", "关键词", "關鍵字", "關鍵詞", "标签", "mots-clés", "mots clés", "schlagwörter", "stichwörter",
	"palabras clave", "etiquetas", "palavras-chave", "parole chiave", "ключевые слова", "теги", "كلمات مفتاحية", "وسوم"}

// keywords reads the keywords that begin on line i: the heading "Keywords" and
// lines "#NK" below it, such lines alone, or "Keywords: a, b". It returns how
// many lines they take, 0 where there are none.
func (p *parser) keywords(i int) int {
	line := p0(p.lines[i])
	if isTagLine(line) {
		p.hashes(line, span(i, i+1))
		return 1
	}
	rest, ok := keywordHead(line)
	switch {
	case !ok:
		return 0
	case rest == "":
		k := p.next(i + 1)
		if k == len(p.lines) || !isTagLine(p0(p.lines[k])) {
			return 0
		}
		p.hashes(p0(p.lines[k]), span(i, k+1))
		return k + 1 - i
	case isTagLine(rest):
		p.hashes(rest, span(i, i+1))
	default:
		for word := range strings.FieldsFuncSeq(rest, func(r rune) bool { return strings.ContainsRune(",;，、；،|", r) }) {
			p.keyword(word, span(i, i+1))
		}
	}
	return 1
}

func (p *parser) keyword(word string, at story.Span) {
	if word = fold(word); word != "" {
		p.s.Keywords = append(p.s.Keywords, story.Line{Text: word, Span: at})
	}
}

// keywordHead cuts the heading of keywords off line.
func keywordHead(line string) (rest string, ok bool) {
	if len(line) > 2000 {
		return "", false
	}
	low := strings.ToLower(head(line, 48))
	for _, h := range keywordHeads {
		if !strings.HasPrefix(low, h) || len(low) != len(head(line, 48)) {
			continue
		}
		rest = strings.TrimSpace(line[len(h):])
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
func isTagLine(line string) bool {
	return len(line) > 1 && len(line) < 2000 && line[0] == '#' && line[1] != '#' && line[1] != ' ' && !endsSentence(line)
}

func (p *parser) hashes(line string, at story.Span) {
	for word := range strings.SplitSeq(line, "#") {
		p.keyword(strings.Trim(word, " ,;"), at)
	}
}

// trailer is where the body of a story without an end mark ends: before the
// run of sign-off, keywords and related headlines that reaches the end.
func (p *parser) trailer(from, to int) int {
	start, dashes, heads, items := to, 0, 0, 0
	for i := p.last(from, to) - 1; i > from; i = p.last(from, start) - 1 {
		text := p0(p.lines[i])
		_, isHead := section(text)
		_, isItem := marked(text)
		switch above := p.dashAbove(i, from); {
		case above >= 0:
			start, dashes = above, dashes+1
		case isHead:
			start, heads = i, heads+1
		case isItem && len(text) < itemBytes && !endsSentence(text) && strings.Count(text, " ") > 2:
			start, items = i, items+1
		case isTrailer(text) || isSignOff(text) || isTagLine(text) || isKeywordHead(text) || isNotice(text) || isDashLine(text):
			start = i
		case heads == 0 && p.headAbove(i, from):
			start = i
		default:
			return p.trailerStart(start, to, i, dashes+heads, items)
		}
	}
	return p.trailerStart(start, to, from, dashes+heads, items)
}

// trailerStart decides whether the run from start on is no part of the body. A
// list of dashes alone is, where a colon announces it.
func (p *parser) trailerStart(start, to, before, sure, items int) int {
	if sure > 0 || items == 0 {
		return start
	}
	if items >= 2 && !strings.HasSuffix(p0(tail(p.lines[before], 16)), ":") && before+1 < start {
		return start
	}
	for start < to {
		if _, ok := marked(p.lines[start]); !ok && !blank(p.lines[start]) {
			return start
		}
		start++
	}
	return to
}

// dashAbove is the line of the lone dash that the headline on line i, which may
// be wrapped, belongs to; -1 where there is none.
func (p *parser) dashAbove(i, from int) int {
	if len(p.lines[i]) > itemBytes || isDashLine(p.lines[i]) {
		return -1
	}
	for k := i - 1; k > from && k >= i-3; k-- {
		switch {
		case isDashLine(p.lines[k]):
			return k
		case blank(p.lines[k]) && k == i-1:
		case k == i-1 && len(p.lines[k]) <= itemBytes && cells(p.lines[k]) >= wrapCells && !endsSentence(p.lines[k]):
		default:
			return -1
		}
	}
	return -1
}

func isKeywordHead(s string) bool { _, ok := keywordHead(s); return ok }

// headAbove reports whether line i stands in a list of plain lines under a
// heading for related headlines, at most 30 lines above.
func (p *parser) headAbove(i, from int) bool {
	for k := i; k > from && k > i-30; k-- {
		text := p0(p.lines[k])
		if _, ok := section(text); ok {
			return k < i
		}
		if text != "" && !headlineShaped(text) {
			return false
		}
	}
	return false
}
