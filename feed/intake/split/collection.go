package split

import "bytes"

// collection splits a file in SGML that has <DOC> or <REUTERS> around each story.
func collection(data []byte, _ func([]byte) bool) (cuts []cut) {
	first := firstTag(data)
	if first == "" {
		return nil
	}
	inside := false
	for l := range lines(data) {
		if isTag(l.text, "</"+first) || bytes.HasSuffix(lower(l.text), []byte("</"+first+">")) {
			inside = false
			continue
		}
		if !isTag(l.text, "<"+first) {
			continue
		}
		if inside && elementKey(data, l.start, len(data)) == "" { // a story that quotes the tag
			continue
		}
		cuts = append(cuts, cut{end: l.start, next: l.start})
		inside = !bytes.HasSuffix(lower(l.text), []byte("</"+first+">"))
	}
	if len(cuts) > 0 { // what is above the first story is markup
		cuts[0].end = 0
	}
	return cuts
}

// firstTag returns the tag of the stories in a collection, "" for any other file. Only markup may be above the first story.
func firstTag(data []byte) string {
	for l := range lines(data[:min(len(data), 4096)]) {
		switch {
		case len(l.text) == 0:
		case isTag(l.text, "<doc"):
			return "doc"
		case isTag(l.text, "<reuters"):
			return "reuters"
		case l.text[0] != '<' || l.text[len(l.text)-1] != '>':
			return ""
		}
	}
	return ""
}

// isTag reports whether text begins with a tag, whose name is in lower case.
func isTag(text []byte, tag string) bool {
	if len(text) <= len(tag) || !bytes.EqualFold(text[:len(tag)], []byte(tag)) {
		return false
	}
	b := text[len(tag)]
	return b == '>' || isSpace(b)
}

// lower returns the end of a line, in which a tag may stand, in lower case.
func lower(text []byte) []byte { return bytes.ToLower(text[max(0, len(text)-16):]) }

// The places of the key of a story in a collection: attributes and elements, the
// best first.
var (
	keyAttributes = [][]byte{[]byte(" newid="), []byte(" docno="), []byte(" docid="), []byte(" id=")}
	keyElements   = [][]byte{[]byte("<docno>"), []byte("<docid>"), []byte("<id>")}
)

// The bytes in which a tag, and the key in the element after it, must be.
const (
	maxTag     = 500
	maxElement = 200
)

// elementKey returns the key of the story that begins with a tag.
func elementKey(data []byte, start, end int) string {
	tag, rest, ok := bytes.Cut(data[start:min(end, start+maxTag)], []byte(">"))
	if !ok {
		return ""
	}
	small := bytes.ToLower(tag)
	for _, name := range keyAttributes {
		if i := bytes.Index(small, name); i >= 0 {
			return unquoted(tag[i+len(name):])
		}
	}
	for len(rest) > 0 && isSpace(rest[0]) {
		rest = rest[1:]
	}
	rest = rest[:min(len(rest), maxElement)]
	small = bytes.ToLower(rest)
	for _, name := range keyElements {
		if bytes.HasPrefix(small, name) {
			value, _, _ := bytes.Cut(rest[len(name):], []byte("<"))
			return keyOf(value)
		}
	}
	return ""
}

// unquoted returns the key in the value of an attribute.
func unquoted(value []byte) string {
	if len(value) > 0 && (value[0] == '"' || value[0] == '\'') {
		value, _, _ = bytes.Cut(value[1:], value[:1])
		return keyOf(value)
	}
	value, _, _ = bytes.Cut(value, []byte(" "))
	return keyOf(value)
}
