// Package markup reads HTML, XML and SGML just enough to recognise a file, to find its
// headline and its day, and to show its text without tags. Tree returns the elements of a
// page, and Elements those of news XML; both read a limited number. The package accepts any
// input, takes time linear in its length, and expands no entities but those of HTML.
package markup

import (
	"html"
	"strings"
)

// kind is the kind of a token.
type kind uint8

const (
	text   kind = iota
	open        // a start tag, also one that ends itself
	closed      // an end tag
	script      // the content of a script or a style
	data        // a CDATA section
	other       // a comment, a declaration or an instruction
)

// token is a piece of markup.
type token struct {
	kind kind
	name string // of a tag, in lower case, without its namespace
	src  string // the token as written; of a CDATA section and a script, what is in it
	at   int    // the index of src
}

// scanner cuts markup into tokens. A token without an end, such as a comment without
// "-->", is text. The scanner remembers the ends that are missing, so that its time stays
// linear.
type scanner struct {
	src     string
	pos     int
	inside  string          // the script or style whose content comes next
	missing map[string]bool // the ends that the rest of src does not have

	unquoted bool // quotation marks mean nothing
}

func newScanner(src string) *scanner { return &scanner{src: src, missing: map[string]bool{}} }

// next returns the next token; ok is false at the end.
func (s *scanner) next() (t token, ok bool) {
	if s.pos >= len(s.src) {
		return token{}, false
	}
	start := s.pos
	if s.inside != "" {
		name := s.inside
		s.inside = ""
		if end := s.endOf(name); end > start {
			s.pos = end
			return token{kind: script, name: name, src: s.src[start:end], at: start}, true
		}
	}
	for i := start; ; i++ {
		n := strings.IndexByte(s.src[i:], '<')
		if n < 0 {
			s.pos = len(s.src)
			break
		}
		i += n
		if t, ok := s.markup(i); ok {
			if i == start {
				s.pos = i + len(t.src)
				return s.trimmed(t), true
			}
			s.pos = i
			break
		}
	}
	return token{kind: text, src: s.src[start:s.pos], at: start}, true
}

// trimmed prepares t to be returned.
func (s *scanner) trimmed(t token) token {
	switch {
	case t.kind == data:
		t.src, t.at = t.src[len(cdata):len(t.src)-len("]]>")], t.at+len(cdata)
	case t.kind == open && (t.name == "script" || t.name == "style") && !strings.HasSuffix(t.src, "/>"):
		s.inside = t.name
	}
	return t
}

const cdata = "<![CDATA["

// markup reads the token at the "<" at i.
func (s *scanner) markup(i int) (token, bool) {
	rest := s.src[i:]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return s.until(i, 4, "-->", other)
	case strings.HasPrefix(rest, cdata):
		return s.until(i, len(cdata), "]]>", data)
	case strings.HasPrefix(rest, "<!"):
		return s.declaration(i)
	case strings.HasPrefix(rest, "<?"):
		return s.until(i, 2, ">", other)
	case strings.HasPrefix(rest, "</"):
		return s.tag(i, 2, closed)
	}
	return s.tag(i, 1, open)
}

// until reads a token from i to the next end after its first n bytes.
func (s *scanner) until(i, n int, end string, k kind) (token, bool) {
	at := s.find(i+n, end)
	if at < 0 {
		return token{}, false
	}
	return token{kind: k, src: s.src[i : at+len(end)], at: i}, true
}

// declaration reads "<!DOCTYPE …>", also with declarations in square brackets.
func (s *scanner) declaration(i int) (token, bool) {
	end := s.find(i, ">")
	if end < 0 {
		return token{}, false
	}
	if strings.IndexByte(s.src[i:end], '[') >= 0 {
		if at := s.find(i, "]>"); at >= 0 {
			end = at + 1
		}
	}
	return token{kind: other, src: s.src[i : end+1], at: i}, true
}

// tag reads a tag whose name begins n bytes after i. A ">" in a quoted value does not end
// it.
func (s *scanner) tag(i, n int, k kind) (token, bool) {
	name := tagName(s.src[i+n:])
	if name == "" {
		return token{}, false
	}
	end := s.tagEnd(i, i+n+len(name))
	if end < 0 {
		return token{}, false
	}
	return token{kind: k, name: local(name), src: s.src[i : end+1], at: i}, true
}

// tagEnd returns the index of the ">" that ends the tag at i whose name ends at p, or -1.
// After a quotation mark without a partner, marks mean nothing in the rest of src.
func (s *scanner) tagEnd(i, p int) int {
	for ; p < len(s.src) && !s.unquoted; p++ {
		switch c := s.src[p]; c {
		case '>':
			return p
		case '"', '\'':
			if !strings.HasSuffix(strings.TrimRight(s.src[i:p], " \t\r\n"), "=") {
				continue
			}
			end := s.find(p+1, string(c))
			if end < 0 {
				s.unquoted = true
				return s.find(i, ">")
			}
			p = end
		}
	}
	s.unquoted = true
	return s.find(i, ">")
}

// find returns the index of end in src from i on, or -1.
func (s *scanner) find(i int, end string) int {
	if i > len(s.src) || s.missing[end] {
		return -1
	}
	n := strings.Index(s.src[i:], end)
	if n < 0 {
		s.missing[end] = true
		return -1
	}
	return i + n
}

// endOf returns the index of the end tag of the script or style that begins at pos, or -1.
func (s *scanner) endOf(name string) int {
	end := "</" + name
	if s.missing[end] {
		return -1
	}
	for i := s.pos; ; i++ {
		n := strings.Index(s.src[i:], "</")
		if n < 0 {
			s.missing[end] = true
			return -1
		}
		i += n
		if len(s.src) >= i+len(end) && strings.EqualFold(s.src[i:i+len(end)], end) {
			return i
		}
	}
}

// tagName returns the name at the beginning of s, "" if none is there.
func tagName(s string) string {
	n := 0
	for n < len(s) && n < maxName && isNameByte(s[n], n == 0) {
		n++
	}
	if n < len(s) && !strings.ContainsRune(" \t\r\n\f/>", rune(s[n])) {
		return ""
	}
	return s[:n]
}

const maxName = 64 // bytes of the longest name

func isNameByte(c byte, first bool) bool {
	switch {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
		return true
	}
	return !first && (c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':')
}

// local returns name in lower case without its namespace. The root of RDF keeps it.
func local(name string) string {
	name = strings.ToLower(name)
	if name == "rdf:rdf" {
		return name
	}
	name = strings.TrimRight(name, ":")
	return name[strings.LastIndexByte(name, ':')+1:]
}

// attribute is an attribute of a tag.
type attribute struct {
	name  string // in lower case
	value string // without entities and the blanks around it
}

const maxAttributes = 64 // of a tag that are read

// attribute returns the value of an attribute of a tag.
func (t *token) attribute(name string) string {
	for _, a := range t.attributes() {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// attributes returns the attributes of a tag.
func (t *token) attributes() (list []attribute) {
	s := strings.TrimSuffix(t.src, ">")
	s = s[indexOf(s, blanks):]
	for len(list) < maxAttributes {
		if s = strings.TrimLeft(s, blanks+"/"); s == "" {
			break
		}
		n := 1 + indexOf(s[1:], blanks+"/=")
		a := attribute{name: strings.ToLower(s[:n])}
		s = s[n:]
		if rest := strings.TrimLeft(s, blanks); strings.HasPrefix(rest, "=") {
			a.value, s = attributeValue(strings.TrimLeft(rest[1:], blanks))
		}
		list = append(list, a)
	}
	return list
}

// attributeValue returns the value that s begins with, and what follows it.
func attributeValue(s string) (value, rest string) {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		value, rest, _ = strings.Cut(s[1:], s[:1])
	} else {
		n := indexOf(s, blanks)
		value, rest = s[:n], s[n:]
	}
	return strings.TrimSpace(html.UnescapeString(value)), rest
}

const blanks = " \t\r\n\f"

// indexOf returns the index of the first of chars in s, or its length.
func indexOf(s, chars string) int {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return i
	}
	return len(s)
}
