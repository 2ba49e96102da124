package markup

import (
	"html"
	"iter"
	"slices"
	"strings"
	"unicode"

	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// The bounds of the elements of a file. Tags beyond them are left out, and the text between them stays.
const (
	maxElements = 1 << 19 // with the runs of text
	maxNested   = 128
)

// Element is an element of XML or, if it has no name, a run of text between tags. The
// methods accept nil, which has no text and nothing in it.
type Element struct {
	Name  string     // in lower case, without its namespace
	Inner []*Element // what is in it, in the order of the file
	Span  story.Span // from its start tag to its end tag; of text without the blanks around it
	text  string     // of a run of text, without entities
	tag   string     // the start tag
}

// Elements returns the elements of src, XML or a part of it, which must be clean and begins after line above of its
// file. The root has no name. Any input has elements: an end tag ends the elements inside
// its own, and one without a start tag is left out. Entities are those of HTML; the
// declarations of a document type are not read. Whole is false if src ends inside its
// first element.
func Elements(src string, above int) (root *Element, whole bool) {
	b := xmlBuilder{open: []*Element{{Span: story.Span{First: above + 1}}}, names: map[string]int{}, line: above + 1}
	s := newScanner(src)
	for n := 0; ; n++ {
		t, ok := s.next()
		if !ok {
			break
		}
		if n == maxElements {
			b.rest(src[t.at:])
			return b.open[0], true
		}
		b.token(&t)
	}
	whole = len(b.open) == 1
	b.end(1)
	b.open[0].Span.Last = b.line
	return b.open[0], whole
}

// xmlBuilder makes elements of tokens.
type xmlBuilder struct {
	open  []*Element     // the elements that are not closed; the first is the root
	names map[string]int // the number of open elements with a name
	line  int
}

func (b *xmlBuilder) token(t *token) {
	switch t.kind {
	case text:
		b.text(t.src, html.UnescapeString(t.src))
	case data:
		b.text(t.src, t.src)
	case open:
		b.start(t)
	case closed:
		if b.names[t.name] > 0 {
			i := len(b.open) - 1
			for b.open[i].Name != t.name {
				i--
			}
			b.end(i)
		}
	case script, other:
	}
	b.line += strings.Count(t.src, "\n")
}

// top returns the innermost open element.
func (b *xmlBuilder) top() *Element { return b.open[len(b.open)-1] }

func (b *xmlBuilder) add(e *Element) { b.top().Inner = append(b.top().Inner, e) }

func (b *xmlBuilder) start(t *token) {
	if name := b.top().Name; name == t.name && unnested[name] {
		b.end(len(b.open) - 1)
	}
	e := &Element{Name: t.name, Span: story.Span{First: b.line, Last: b.line + strings.Count(t.src, "\n")}, tag: t.src}
	if len(b.open) > maxNested {
		return
	}
	b.add(e)
	if !strings.HasSuffix(t.src, "/>") && !empty[t.name] {
		b.open = append(b.open, e)
		b.names[t.name]++
	}
}

// end closes the open elements from i on.
func (b *xmlBuilder) end(i int) {
	for _, e := range b.open[i:] {
		b.names[e.Name]--
		e.Span.Last = b.line
	}
	b.open = b.open[:i]
}

// text adds a run of text that is written as src.
func (b *xmlBuilder) text(src, value string) {
	inner := strings.TrimLeftFunc(src, unicode.IsSpace)
	first := b.line + strings.Count(src[:len(src)-len(inner)], "\n")
	inner = strings.TrimSpace(inner)
	b.add(&Element{text: value, Span: story.Span{First: first, Last: first + strings.Count(inner, "\n")}})
}

// rest adds the text of src without its tags, and ends all elements.
func (b *xmlBuilder) rest(src string) {
	first := b.line
	b.line += strings.Count(src, "\n")
	var all strings.Builder
	for _, block := range Blocks(src, Style{}) {
		all.WriteString(block.Text)
		all.WriteByte('\n')
	}
	b.add(&Element{text: all.String(), Span: story.Span{First: first, Last: b.line}})
	b.end(1)
	b.open[0].Span.Last = b.line
}

var (
	// unnested are the elements that end where the next one of their name begins.
	unnested = map[string]bool{"p": true, "li": true, "tr": true, "td": true, "th": true}

	// empty are the elements of HTML that have no end tag. Others, such as link, have one in
	// news XML.
	empty = map[string]bool{"br": true, "hr": true, "img": true, "input": true, "wbr": true}
)

// All yields the elements in e that have one of names, in the order of the file, but not
// those inside each other.
func (e *Element) All(names ...string) iter.Seq[*Element] {
	return func(yield func(*Element) bool) { e.all(names, yield) }
}

func (e *Element) all(names []string, yield func(*Element) bool) bool {
	if e == nil {
		return true
	}
	for _, x := range e.Inner {
		switch {
		case x.Name == "":
		case slices.Contains(names, x.Name):
			if !yield(x) {
				return false
			}
		case !x.all(names, yield):
			return false
		}
	}
	return true
}

// First returns the first element that has the last of names, inside one that has the name
// before it, and so on; nil if there is none.
func (e *Element) First(names ...string) *Element {
	if len(names) == 0 {
		return e
	}
	for x := range e.All(names[0]) {
		if found := x.First(names[1:]...); found != nil {
			return found
		}
	}
	return nil
}

// Attribute returns the value of an attribute, "" if e has none of that name.
func (e *Element) Attribute(name string) string {
	if e == nil {
		return ""
	}
	t := token{src: e.tag}
	return clean.Line(t.attribute(name))
}

// Text returns the text of e on one line. It ends early if it is very long.
func (e *Element) Text() string {
	var b strings.Builder
	e.write(&b, nameBytes, nil)
	return clean.Line(b.String())
}

// write adds the text of e to b until that has most bytes, without the elements that skip
// names.
func (e *Element) write(b *strings.Builder, most int, skip []string) {
	if e == nil || b.Len() > most {
		return
	}
	if e.Name == "" {
		b.WriteString(line.Head(e.text, most))
	}
	for _, x := range e.Inner {
		if x.Name != "" && slices.Contains(skip, x.Name) {
			continue
		}
		if x.Name != "" && !inline[x.Name] {
			b.WriteByte('\n')
		}
		x.write(b, most, skip)
	}
}

// Raw returns the text of e as written, and the line on which it begins; "" if e has
// elements.
func (e *Element) Raw() (text string, at int) {
	var b strings.Builder
	for _, x := range e.inner() {
		if x.Name != "" {
			return "", 0
		}
		b.WriteString(x.text)
	}
	for _, x := range e.inner() {
		if !line.Blank(x.text) {
			return strings.TrimLeft(b.String(), " \t\n"), x.Span.First
		}
	}
	return "", 0
}

func (e *Element) inner() []*Element {
	if e == nil {
		return nil
	}
	return e.Inner
}
