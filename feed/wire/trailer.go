package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// trailing reads a line behind the end of the story that is no headline.
func (p *parser) trailing(i int) int {
	l := p.lines[i]
	switch {
	case isTrailer(l):
		p.keepHeader(i, l)
	case isSignOff(l):
		p.signOff(i)
	case isNote(strings.TrimSpace(l)):
		return p.note(i, len(p.lines))
	case isCaption(line.Fold(line.Head(l, captionBytes)), p.s.Dateline.Agency) && len(l) < captionBytes && !isNotice(l):
		p.s.Body = append(p.s.Body, captionBlock(line.Fold(l), p.s.Dateline.Agency, line.Span(i, i+1)))
	default:
		p.tailLine(l, i)
	}
	return i + 1
}

func (p *parser) tailLine(text string, i int) {
	text = line.Fold(text)
	p.s.Tail = append(p.s.Tail, story.Line{Text: text, Span: line.Span(i, i+1)})
	p.stamp(text)
}

// isNotice reports whether s is a line of rights, which ends many files.
func isNotice(s string) bool {
	s = strings.ToLower(strings.TrimLeft(line.Head(s, 40), " <([※"))
	return line.HasPrefix(s, "copyright", "©", "(c) ", "c) ", "저작권자", "ⓒ", "무단", "all rights reserved", "著作権", "版权", "tous droits", "alle rechte", "reservados")
}

// keywordHeads are the headings of keywords, in small letters.
var keywordHeads = []string{"keywords", "keyword", "key words", "tags", "hashtags", "키워드", "태그", "해시태그", "キーワード", "タグ", "关键词", "關鍵字", "關鍵詞", "标签", "mots-clés", "mots clés", "schlagwörter", "stichwörter",
	"palabras clave", "etiquetas", "palavras-chave", "parole chiave", "ключевые слова", "теги", "كلمات مفتاحية", "وسوم"}

// keywords reads the keywords that begin on line i: the heading "Keywords" and
// lines "#NK" below it, such lines alone, or "Keywords: a, b". It returns how
// many lines they take, 0 where there are none.
func (p *parser) keywords(i int) int {
	s := p0(p.lines[i])
	if isTagLine(s) {
		p.hashes(s, line.Span(i, i+1))
		return 1
	}
	rest, ok := keywordHead(s)
	switch {
	case !ok:
		return 0
	case rest == "":
		k := p.next(i + 1)
		if k == len(p.lines) || !isTagLine(p0(p.lines[k])) {
			return 0
		}
		p.hashes(p0(p.lines[k]), line.Span(i, k+1))
		return k + 1 - i
	case isTagLine(rest):
		p.hashes(rest, line.Span(i, i+1))
	default:
		for word := range strings.FieldsFuncSeq(rest, func(r rune) bool { return strings.ContainsRune(",;，、；،|", r) }) {
			p.keyword(word, line.Span(i, i+1))
		}
	}
	return 1
}

func (p *parser) keyword(word string, at story.Span) {
	if word = line.Fold(word); word != "" {
		p.s.Keywords = append(p.s.Keywords, story.Line{Text: word, Span: at})
	}
}

// keywordHead cuts the heading of keywords off line.
func keywordHead(s string) (rest string, ok bool) {
	if len(s) > 2000 {
		return "", false
	}
	low := strings.ToLower(line.Head(s, 48))
	for _, h := range keywordHeads {
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
	return len(s) > 1 && len(s) < 2000 && s[0] == '#' && s[1] != '#' && s[1] != ' ' && !line.EndsSentence(s)
}

func (p *parser) hashes(line string, at story.Span) {
	for word := range strings.SplitSeq(line, "#") {
		p.keyword(strings.Trim(word, " ,;"), at)
	}
}

// trailer is where the body of a story without an end mark ends: before the
// run of sign-off, keywords and related headlines that reaches the end.
func (p *parser) trailer(from, to int) int {
	r := run{start: to}
	i := p.last(from, to) - 1
	for i > from && r.add(p, i, from) {
		i = p.last(from, r.start) - 1
	}
	if i <= from {
		r.items = min(r.items, 1) // there would be no body
	}
	return p.trailerStart(r, to, max(i, from))
}

// run is the run of lines that ends a file, read backwards.
type run struct {
	start int
	sure  int // headings and lone dashes in it, which nothing in a body looks like
	items int // lines "- Headline", which a list in a body looks like too
}

// add takes line i, and the dash above it, into the run; false where it is
// part of the body.
func (r *run) add(p *parser, i, from int) bool {
	text := p0(p.lines[i])
	if above := p.dashAbove(i, from); above >= 0 {
		r.start = above
		r.sure++
		return true
	}
	_, isHead := section(text)
	_, isItem := marked(text)
	switch {
	case isHead:
		r.sure++
	case isItem && len(text) < itemBytes && !line.EndsSentence(text) && strings.Count(text, " ") > 2:
		r.items++
	case !endsFiles(text) && !p.headAbove(i, from):
		return false
	}
	r.start = i
	return true
}

// endsFiles reports whether text is a line that may stand behind any story.
func endsFiles(text string) bool {
	return isTrailer(text) || isSignOff(text) || isTagLine(text) || isKeywordHead(text) || isNotice(text) || isDashLine(text)
}

// trailerStart decides whether the run, which stands below the line before, is
// no part of the body. A list of dashes alone is, where a colon announces it.
func (p *parser) trailerStart(r run, to, before int) int {
	start := r.start
	if r.sure > 0 || r.items == 0 {
		return start
	}
	if r.items >= 2 && !strings.HasSuffix(p0(line.Tail(p.lines[before], 16)), ":") {
		return start
	}
	for start < to {
		if _, ok := marked(p.lines[start]); !ok && !line.Blank(p.lines[start]) {
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
		case line.Blank(p.lines[k]) && k == i-1:
		case k == i-1 && len(p.lines[k]) <= itemBytes && line.Cells(p.lines[k]) >= wrapCells && !line.EndsSentence(p.lines[k]):
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
