package intake

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feed/intake/mail"
	"dateline/feed/intake/markup"
	"dateline/feed/link"
	"dateline/feed/story"
)

// readXMLItems reads XML. Add adds the items in it to a bundle. If there are none, the file
// is read for its headline and day only.
func readXMLItems(f File, src source, add func(*bundle, *markup.Element)) []*story.Story {
	text, encoding := mail.Converted(f.Data, declaredEncoding(f.Data)) // the encoding that it declares counts
	c, refused := cleanAs(File{ModTime: f.ModTime, Data: text}, src.name)
	if refused != nil {
		return refused
	}
	c.encoding = cmp.Or(encoding, c.encoding)
	root, whole := markup.Elements(c.text, 0)
	b := bundle{file: f, text: c, whole: whole}
	if add(&b, root); len(b.stories) == 0 {
		return readMarkup(f, src)
	}
	return b.read()
}

// declaredEncoding returns the encoding in the declaration of XML, "" if it has none.
func declaredEncoding(data []byte) string {
	if !isDeclared(data) {
		return ""
	}
	declaration, _, _ := strings.Cut(string(data[:min(len(data), 512)]), ">")
	_, value, _ := strings.Cut(declaration, "encoding")
	value = strings.TrimLeft(value, " \t\r\n=")
	if value == "" || value[0] != '"' && value[0] != '\'' {
		return ""
	}
	name, _, _ := strings.Cut(value[1:], value[:1])
	return name
}

// xmlLinks returns the links in the text of e that lead to an address of the web, and those whose
// rel says that they lead to a related story, which may be named by an identifier.
func xmlLinks(e *markup.Element) (out []anchor) {
	for _, l := range e.Links() {
		switch url := link.URL(l.To); {
		case strings.HasPrefix(l.To, "#"): // a place in the text
		case slices.Contains(relations, code(l.Rel)):
			a := anchor{text: l.Text, to: named(l.To), line: l.Line}
			if url != "" {
				a.address = l.To
				a.to.UID = ""
			}
			if a.to != (story.Target{}) {
				out = append(out, a)
			}
		case url != "":
			out = append(out, anchor{l.Text, story.Target{URL: url}, l.To, story.InText, l.Line})
		}
	}
	return out
}

// relations are the values of rel, without a prefix, of links to related stories.
var relations = []string{"related", "seealso", "see-also", "sidebar", "mainbar", "background", "previous", "next"}

// firstText returns the first of values that is not blank.
//
//go:noinline // a copy in each caller would make the program larger
func firstText(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}

// textFields returns a line "name: text" for each of names that e has an element of.
func textFields(e *markup.Element, names ...string) (out []story.Line) {
	for _, name := range names {
		if x := e.First(name); x != nil {
			out = append(out, fieldLine(name, x.Text(), x.Span)...)
		}
	}
	return out
}

// attributeLines returns a line for each of names, "element attribute", that e has.
func attributeLines(e *markup.Element, names ...string) (out []story.Line) {
	for _, name := range names {
		element, attribute, _ := strings.Cut(name, " ")
		if x := e.First(element); x != nil {
			out = append(out, fieldLine(element, x.Attribute(attribute), x.Span)...)
		}
	}
	return out
}
