package markup

import (
	"html"
	"slices"
	"strings"
)

// The limits of a tree. Deeper elements stand beside each other.
const (
	maxNodes = 1 << 17
	maxDepth = 100
)

// Node is an element of a page, or a text in it.
type Node struct {
	Name     string // of the element, in lower case, "html" for the root; "" for a text
	Text     string // of a text, without entities
	Line     int    // on which it begins, from 1
	Last     int    // on which a text ends; its entities may be line ends too
	Children []*Node

	attributes []attribute
}

// Attribute returns the value of an attribute, without entities; "" if there is none.
func (n *Node) Attribute(name string) string {
	for _, a := range n.attributes {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// Has reports whether the start tag has an attribute, also one without a value.
func (n *Node) Has(name string) bool {
	return slices.ContainsFunc(n.attributes, func(a attribute) bool { return a.name == name })
}

// Tree returns the elements of src as a tree, without scripts, styles and comments. An
// element that is not closed ends where HTML says. If src has more elements than a story
// can need, ok is false.
func Tree(src string) (root *Node, ok bool) { return build(src, false) }

// XML is like Tree for XML, in which no element ends another one.
func XML(src string) (root *Node, ok bool) { return build(src, true) }

func build(src string, xml bool) (root *Node, ok bool) {
	b := builder{xml: xml, open: []*Node{{Name: "html", Line: 1}}, count: map[string]int{}}
	s := newScanner(src)
	line := 1
	for range maxNodes {
		t, ok := s.next()
		if !ok {
			return b.open[0], true
		}
		switch t.kind {
		case text:
			b.text(&Node{Text: html.UnescapeString(t.src), Line: line, Last: line + strings.Count(t.src, "\n")})
		case data:
			b.text(&Node{Text: t.src, Line: line, Last: line + strings.Count(t.src, "\n")})
		case open:
			b.start(&Node{Name: t.name, Line: line, attributes: t.attributes()}, isEmpty(t.src))
		case closed:
			b.end(t.name)
		case script, other:
		}
		line += strings.Count(t.src, "\n")
	}
	return nil, false
}

// isEmpty reports whether a start tag ends its element: "<br />", but not "<a href=/>".
func isEmpty(tag string) bool {
	if !strings.HasSuffix(tag, "/>") {
		return false
	}
	_, value, ok := strings.Cut(tag[strings.LastIndexAny(tag, blanks)+1:], "=")
	return !ok || strings.ContainsAny(value, "\"'")
}

// builder builds a tree.
type builder struct {
	xml   bool
	open  []*Node        // the open elements, from the root on
	count map[string]int // how many of them have a name
}

func (b *builder) add(n *Node) {
	parent := b.open[len(b.open)-1]
	parent.Children = append(parent.Children, n)
}

// text adds a text, which no head contains.
func (b *builder) text(n *Node) {
	if b.open[len(b.open)-1].Name == "head" && strings.TrimSpace(n.Text) != "" {
		b.cut(len(b.open) - 1)
	}
	b.add(n)
}

// start adds an element, and closes those that cannot contain it.
func (b *builder) start(n *Node, empty bool) {
	if !b.xml {
		b.closeFor(n.Name)
		empty = empty || void[n.Name]
	}
	b.add(n)
	if !empty && len(b.open) < maxDepth {
		b.open = append(b.open, n)
		b.count[n.Name]++
	}
}

// closeFor closes the elements that end where an element with that name begins.
func (b *builder) closeFor(name string) {
	if list, ok := endedBy[name]; ok {
		for _, ended := range list.names {
			b.closeWithin(ended, list.within)
		}
	}
	if b.count["head"] > 0 && !inHead[name] {
		b.closeWithin("head", []string{"body"})
	}
	if endsParagraph[name] {
		b.closeWithin("p", nil)
	}
}

// closeWithin closes the innermost element with that name unless an element of within, or
// without within a block, is open inside it.
func (b *builder) closeWithin(name string, within []string) {
	if b.count[name] == 0 {
		return
	}
	for i := len(b.open) - 1; i > 0; i-- {
		switch open := b.open[i].Name; {
		case open == name:
			b.cut(i)
			return
		case within == nil && !inline[open]:
			return
		}
		if slices.Contains(within, b.open[i].Name) {
			return
		}
	}
}

// end closes the innermost element with that name. An end tag without a start tag in reach
// closes nothing: the end of an inline element does not close a block, and nothing inside
// the cell of a table closes the cell.
func (b *builder) end(name string) {
	if b.count[name] == 0 {
		return
	}
	for i := len(b.open) - 1; i > 0; i-- {
		open := b.open[i].Name
		if open == name {
			b.cut(i)
			return
		}
		if b.xml {
			continue
		}
		if inline[name] && !inline[open] || (open == "td" || open == "th") && !table[name] {
			return
		}
	}
}

// cut closes the open elements from i on.
func (b *builder) cut(i int) {
	for _, n := range b.open[i:] {
		b.count[n.Name]--
	}
	b.open = b.open[:i]
}

// ended are the elements that an element ends, unless one of within is open inside them.
type ended struct {
	names  []string
	within []string
}

var (
	list    = []string{"ul", "ol", "menu"}
	terms   = []string{"dl"}
	inTable = []string{"table"}
)

var endedBy = map[string]ended{
	"li": {[]string{"li"}, list}, "dt": {[]string{"dt", "dd"}, terms}, "dd": {[]string{"dt", "dd"}, terms},
	"td": {[]string{"td", "th"}, inTable}, "th": {[]string{"td", "th"}, inTable}, "tr": {[]string{"tr"}, inTable},
	"tbody": {[]string{"thead", "tbody", "tfoot"}, inTable}, "thead": {[]string{"tbody"}, inTable}, "tfoot": {[]string{"thead", "tbody"}, inTable},
	"option": {[]string{"option"}, []string{"select"}},
}

// inHead has the elements that a head contains.
var inHead = map[string]bool{
	"base": true, "link": true, "meta": true, "noscript": true, "script": true, "style": true, "template": true, "title": true,
}

// endsParagraph has the elements that cannot stand in a paragraph.
var endsParagraph = map[string]bool{
	"address": true, "article": true, "aside": true, "blockquote": true, "center": true, "dd": true, "details": true, "dialog": true,
	"div": true, "dl": true, "dt": true, "fieldset": true, "figcaption": true, "figure": true, "footer": true, "form": true, "h1": true,
	"h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "header": true, "hr": true, "li": true, "main": true, "menu": true,
	"nav": true, "ol": true, "p": true, "pre": true, "section": true, "table": true, "td": true, "th": true, "tr": true, "ul": true,
}

// table has the elements whose end closes an open cell.
var table = map[string]bool{"table": true, "tr": true, "td": true, "th": true, "tbody": true, "thead": true, "tfoot": true, "body": true, "html": true}

// void are the elements without content.
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true, "meta": true,
	"param": true, "source": true, "track": true, "wbr": true,
}
