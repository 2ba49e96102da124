package markup

import (
	"html"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// MaxBlocks is the number of blocks that a file may have; the last one has the rest of
// the text.
const MaxBlocks = 1 << 16

// Style is how the text between tags is set in paragraphs.
type Style struct {
	BlankLines bool // a blank line ends a paragraph
	Indents    bool // an indented line begins one
	Titled     bool // <title> names the file, and is not in its text
	Escaped    bool // the text of elements may be HTML with its tags as entities, as in feeds
}

// Blocks returns the text of src, which must be clean, without tags, scripts and styles.
// The paragraphs are not numbered.
func Blocks(src string, style Style) []story.Block {
	w := writer{style: style}
	w.write(src, 0)
	w.flush()
	return w.blocks
}

// writer collects blocks.
type writer struct {
	style  Style
	blocks []story.Block
	words  strings.Builder
	kind   story.BlockKind
	line   int // the lines of src before the current one
	bound  int // the last line of the text that is read as HTML, in which an entity may be a line end; 0 for none
	first  int // the first line of the current block
	last   int
	hidden string // the element whose text is not shown
}

// write adds the text of src, depth levels inside escaped text.
func (w *writer) write(src string, depth int) {
	s := newScanner(src)
	for {
		t, ok := s.next()
		if !ok {
			return
		}
		switch t.kind {
		case text, data:
			w.text(&t, depth)
		case open:
			w.open(t.name)
			w.line += strings.Count(t.src, "\n")
		case closed:
			w.close(t.name)
			w.line += strings.Count(t.src, "\n")
		case script, other:
			w.line += strings.Count(t.src, "\n")
		}
	}
}

func (w *writer) open(name string) {
	if inline[name] {
		return
	}
	w.end()
	switch {
	case name == "title" && w.style.Titled && len(w.blocks) == 0:
		w.hidden = name
	case len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6':
		w.kind = story.Heading
	}
}

func (w *writer) close(name string) {
	if name == w.hidden {
		w.hidden = ""
	}
	if !inline[name] {
		w.end()
	}
}

func (w *writer) text(t *token, depth int) {
	if w.hidden != "" {
		w.line += strings.Count(t.src, "\n")
		return
	}
	if depth == 0 && w.style.Escaped {
		inner := t.src
		if t.kind == text {
			inner = html.UnescapeString(inner)
		}
		if strings.IndexByte(inner, '<') >= 0 {
			end := w.line + strings.Count(t.src, "\n")
			w.bound = end + 1
			w.write(inner, 1)
			w.line, w.bound = end, 0
			return
		}
	}
	lines := strings.Split(t.src, "\n")
	for i, l := range lines {
		if i > 0 {
			w.line++
			w.words.WriteByte(' ')
		}
		if t.kind == text {
			l = html.UnescapeString(l)
		}
		switch {
		case !line.Blank(l):
			w.add(l)
		case i > 0 && i < len(lines)-1 && w.style.BlankLines:
			w.end()
		default:
			w.words.WriteByte(' ')
		}
	}
}

// add adds a line, or a part of one, to the current block.
func (w *writer) add(l string) {
	if w.style.Indents && line.Indent(l) >= 2 {
		w.end()
	}
	if w.first == 0 {
		w.first = w.number()
	}
	w.last = w.number()
	w.words.WriteString(l)
}

// end ends the current block.
func (w *writer) end() {
	if w.first == 0 {
		w.words.Reset()
		return
	}
	if len(w.blocks) == MaxBlocks-1 {
		w.words.WriteByte(' ')
		return
	}
	w.flush()
}

func (w *writer) flush() {
	kind := w.kind
	if kind == "" {
		kind = story.Paragraph
	}
	if text := clean.Line(w.words.String()); text != "" {
		w.blocks = append(w.blocks, story.Block{Kind: kind, Text: text, Span: story.Span{First: w.first, Last: w.last}})
	}
	w.words.Reset()
	w.kind, w.first, w.last = "", 0, 0
}

// number returns the number of the current line of src.
func (w *writer) number() int {
	if w.bound > 0 {
		return min(w.line+1, w.bound)
	}
	return w.line + 1
}

// IsInline reports whether an element is part of a line, and ends no paragraph.
func IsInline(name string) bool { return inline[name] }

// inline are the elements that end no paragraph.
var inline = map[string]bool{
	"a": true, "abbr": true, "acronym": true, "b": true, "bdi": true, "bdo": true, "big": true, "cite": true, "code": true, "data": true,
	"del": true, "dfn": true, "em": true, "font": true, "i": true, "img": true, "ins": true, "kbd": true, "mark": true, "q": true,
	"s": true, "samp": true, "small": true, "span": true, "strike": true, "strong": true, "sub": true, "sup": true, "time": true,
	"tt": true, "u": true, "var": true, "wbr": true,

	// NITF
	"chron": true, "classifier": true, "city": true, "country": true, "event": true, "frac": true, "function": true, "lang": true,
	"location": true, "money": true, "num": true, "object.title": true, "org": true, "person": true, "postaddr": true, "pronounce": true,
	"region": true, "state": true, "story.date": true, "virtloc": true,
}
