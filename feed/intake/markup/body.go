package markup

import (
	"cmp"
	"strconv"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// Blocks returns the text of e as blocks: paragraphs, headings, quotes, lists, tables and
// captions, of XHTML and of NITF. The paragraphs are not numbered; the picture of a caption is
// what Picture returns. If e has nothing but text
// that is markup, as in a CDATA section, the blocks are those of the markup.
func (e *Element) Blocks() []story.Block {
	if e == nil {
		return nil
	}
	if src, above := e.source(); src != "" {
		e, _ = Elements(src, above)
	}
	var w bodyWriter
	w.inner(e)
	w.flush()
	return w.out
}

// Link is a link in the text of an element.
type Link struct {
	Text string
	To   string // as written
	Rel  string // what the story that it leads to is to this one, as written
	Line int
}

// maxLinks is the number of links of an element that are read.
const maxLinks = 1000

// Links returns the links in e, which is read as Blocks reads it.
func (e *Element) Links() (links []Link) {
	if e == nil {
		return nil
	}
	if src, above := e.source(); src != "" {
		e, _ = Elements(src, above)
	}
	for a := range e.All("a") {
		if to := a.Attribute("href"); to != "" && len(links) < maxLinks {
			links = append(links, Link{a.Text(), to, a.Attribute("rel"), a.Span.First})
		}
	}
	return links
}

// source returns the text of e, and the number of lines above it, if it is markup; "" if e
// has elements.
func (e *Element) source() (src string, above int) {
	var found *Element
	for _, x := range e.Inner {
		switch {
		case x.Name != "" || found != nil && !line.Blank(x.text):
			return "", 0
		case !line.Blank(x.text):
			found = x
		}
	}
	if found == nil {
		return "", 0
	}
	if src = strings.TrimSpace(found.text); !IsMarkup(src) {
		return "", 0
	}
	return src, found.Span.First - 1
}

// IsMarkup reports whether a text begins with a tag.
func IsMarkup(text string) bool {
	text = strings.TrimSpace(line.Head(text, 4096))
	return strings.HasPrefix(text, "<") && (tagName(text[1:]) != "" || strings.HasPrefix(text, "<!") || strings.HasPrefix(text, "<?"))
}

// bodyWriter collects the blocks of an element.
type bodyWriter struct {
	out    []story.Block
	words  strings.Builder // the text of the current block
	span   story.Span
	kind   story.BlockKind // of the current block
	credit string
	image  string // the path of the picture of the next caption
	quotes int    // that are open
	breaks int    // line breaks in a row
}

// put adds a block with text on several lines. When there are too many blocks, the text
// is added to the last one.
func (w *bodyWriter) put(kind story.BlockKind, text string, at story.Span) {
	w.end()
	if text = clean.Text(text); strings.TrimSpace(text) == "" {
		return
	}
	if len(w.out) == MaxBlocks-1 {
		w.add(text, at)
		return
	}
	w.out = append(w.out, story.Block{Kind: kind, Text: text, Span: at})
}

// add adds text to the current block.
func (w *bodyWriter) add(text string, at story.Span) {
	if line.Blank(text) {
		w.words.WriteByte(' ')
		return
	}
	w.breaks = 0
	if w.span.First == 0 {
		w.span.First = at.First
	}
	w.span.Last = max(w.span.Last, at.Last)
	w.words.WriteString(text)
}

// end ends the current block.
func (w *bodyWriter) end() {
	if len(w.out) == MaxBlocks-1 {
		w.words.WriteByte(' ')
		return
	}
	w.flush()
}

func (w *bodyWriter) flush() {
	text := clean.Line(w.words.String())
	w.words.Reset()
	if kind := w.blockKind(); text != "" {
		b := story.Block{Kind: kind, Text: text, Credit: w.credit, Span: w.span}
		if kind == story.Caption {
			b.Picture, w.image = w.image, ""
		}
		w.out = append(w.out, b)
	}
	w.span, w.breaks = story.Span{}, 0
}

func (w *bodyWriter) blockKind() story.BlockKind {
	switch {
	case w.kind != "":
		return w.kind
	case w.quotes > 0:
		return story.Quote
	}
	return story.Paragraph
}

// inner adds what is in e.
func (w *bodyWriter) inner(e *Element) {
	for _, x := range e.Inner {
		w.element(x)
	}
}

func (w *bodyWriter) element(e *Element) {
	switch {
	case e.Name == "":
		w.add(e.text, e.Span)
	case e.Name == "br":
		w.lineBreak()
	case inline[e.Name]:
		w.inner(e)
	default:
		w.end()
		w.block(e)
		w.end()
	}
}

// lineBreak adds a line break; two in a row end the paragraph.
func (w *bodyWriter) lineBreak() {
	w.words.WriteByte('\n')
	if w.breaks++; w.breaks > 1 {
		w.end()
	}
}

// block adds an element that is no part of a paragraph.
func (w *bodyWriter) block(e *Element) {
	switch e.Name {
	case "head", "title", "note", "media-reference", "media-metadata", "media-object":
	case "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "subhead":
		w.as(story.Heading, e)
	case "blockquote", "bq":
		w.quotes++
		w.inner(e)
		w.end()
		w.quotes--
	case "ul", "ol", "dl":
		w.put(story.List, strings.Join(items(e, 0), "\n"), e.Span)
	case "pre":
		w.pre(e)
	case "table":
		w.table(e)
	case "media", "figure":
		w.media(e)
	case "figcaption", "media-caption":
		w.as(story.Caption, e)
	default:
		w.inner(e)
	}
}

// as adds what is in e as blocks of a kind.
func (w *bodyWriter) as(kind story.BlockKind, e *Element) {
	old := w.kind
	w.kind = kind
	w.inner(e)
	w.end()
	w.kind = old
}

func (w *bodyWriter) pre(e *Element) {
	var b strings.Builder
	e.write(&b, maxText, nil)
	w.put(story.Code, strings.Trim(b.String(), "\n"), e.Span)
}

// maxText is the number of bytes of the longest text of a cell, an item or a code. It is
// that of a whole file.
const maxText = 1 << 24

// media adds the captions of a picture with its credit. A picture without one has the text
// that stands for it, or else its name.
func (w *bodyWriter) media(e *Element) {
	file, credit := e.First("media-reference"), e.First("media-producer").Text()
	w.image = Picture(file.Attribute("source"))
	if credit == "" && w.image == "" {
		credit = file.Attribute("source")
	}
	if img := e.First("img"); img != nil {
		w.image = Picture(img.Attribute("src"))
	}
	w.credit = credit
	for x := range e.All("media-caption", "figcaption", "blockquote", "table") {
		w.block(x)
	}
	if w.image != "" {
		w.kind = story.Caption
		w.add(cmp.Or(clean.Line(file.Attribute("alternate-text")), clean.Line(e.First("img").Attribute("alt")), PictureName(w.image)), e.Span)
		w.end()
		w.kind = ""
	}
	w.credit, w.image = "", ""
}

// maxIndent is the number of lists inside each other that are indented.
const maxIndent = 8

// items returns the lines of a list, each item with its dash or number.
func items(e *Element, depth int) (lines []string) {
	indent := strings.Repeat("  ", min(depth, maxIndent))
	n := 0
	for item := range e.All("li", "dt", "dd") {
		n++
		mark := "- "
		if e.Name == "ol" {
			mark = strconv.Itoa(n) + ". "
		}
		var b strings.Builder
		item.write(&b, maxText, lists)
		if text := clean.Line(b.String()); text != "" {
			lines = append(lines, indent+mark+text)
		}
		for inner := range item.All(lists...) {
			lines = append(lines, items(inner, depth+1)...)
		}
	}
	return lines
}

var lists = []string{"ul", "ol", "dl"}

// table adds a table in columns. One of a single column only sets its page.
func (w *bodyWriter) table(e *Element) {
	var rows [][]string
	right := map[int]bool{}
	most := 0
	for tr := range e.All("tr") {
		var cells []string
		for td := range tr.All("td", "th") {
			var b strings.Builder
			td.write(&b, maxText, nil)
			if strings.EqualFold(td.Attribute("align"), "right") {
				right[len(cells)] = true
			}
			cells = append(cells, clean.Line(b.String()))
		}
		rows = append(rows, cells)
		most = max(most, len(cells))
	}
	if most < 2 {
		w.inner(e)
		return
	}
	if title := e.First("caption"); title != nil {
		w.as(story.Heading, title)
	}
	lines := line.Align(rows, func(n int) bool { return right[n] })
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	w.put(story.Code, strings.Join(lines, "\n"), e.Span)
}
