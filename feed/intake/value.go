package intake

import (
	"encoding/json"
	"strings"

	"dateline/feed/story"
)

const (
	keptDepth = 32      // objects and arrays inside each other that are kept
	maxValues = 1 << 19 // the number of values that are kept
)

// value is a value of JSON. The methods accept nil, which has nothing in it.
type value struct {
	key  string            // in an object: its key, in lower case
	text string            // of a string or a number
	list []*value          // of an object or an array
	keys map[string]*value // of a large object, made when it is first needed
	line int               // of the file, from 1
	last int               // the line on which it ends, 0 if that is line
}

// parseJSON returns the first value in text, which begins after line above of its file. If
// text is cut off, it returns what is there, and whole is false.
func parseJSON(text string, above int) (v *value, whole bool) {
	if v, whole = parseValue(text, above); !whole {
		v, _ = parseValue(withoutEscape(text)+`"`, above) // if it ends inside a string
	}
	return v, whole
}

// withoutEscape returns text without an escape sequence that is cut off at its end.
func withoutEscape(text string) string {
	for n := 1; n <= 5 && n <= len(text); n++ {
		end := text[len(text)-n:]
		if end[0] != '\\' {
			continue
		}
		before := text[:len(text)-n]
		slashes := len(before) - len(strings.TrimRight(before, `\`))
		if slashes%2 == 0 && (n == 1 || end[1] == 'u') {
			return before
		}
	}
	return text
}

// parser collects the values in a text.
type parser struct {
	open  []*value // the objects and arrays that are not closed
	marks []bool   // whether each of them is an object
	key   *string  // the key of the next value
	count int
	line  int
}

func parseValue(text string, above int) (root *value, whole bool) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	p := parser{open: []*value{{}}, marks: []bool{false}, line: above + 1}
	for at := int64(0); ; {
		t, err := d.Token()
		if err != nil || len(p.open) > maxDepth {
			break
		}
		p.line += strings.Count(text[at:d.InputOffset()], "\n")
		at = d.InputOffset()
		p.token(t)
		if len(p.open) == 1 {
			whole = true
			break
		}
	}
	if len(p.open[0].list) == 0 {
		return nil, whole
	}
	return p.open[0].list[0], whole
}

func (p *parser) token(t json.Token) {
	if mark, ok := t.(json.Delim); ok {
		if mark == '}' || mark == ']' {
			p.open, p.marks = p.open[:len(p.open)-1], p.marks[:len(p.marks)-1]
			return
		}
		v := &value{line: p.line}
		p.add(v)
		p.open, p.marks = append(p.open, v), append(p.marks, mark == '{')
		return
	}
	var text string
	switch t := t.(type) {
	case string:
		text = t
	case json.Number:
		text = t.String()
	}
	if p.marks[len(p.marks)-1] && p.key == nil {
		p.key = &text
		return
	}
	p.add(&value{text: text, line: p.line})
}

// add adds a value to the innermost object or array.
func (p *parser) add(v *value) {
	if p.key != nil {
		v.key, p.key = strings.ToLower(*p.key), nil
	}
	if p.count++; p.count <= maxValues && len(p.open) <= keptDepth {
		top := p.open[len(p.open)-1]
		top.list = append(top.list, v)
	}
}

// get returns the value of key, nil if v has none.
func (v *value) get(key string) *value {
	if len(v.items()) > fewKeys {
		return v.index()[key]
	}
	for _, x := range v.items() {
		if x.key == key {
			return x
		}
	}
	return nil
}

// fewKeys is the number of keys of an object that is searched without an index.
const fewKeys = 64

// index returns the values of v by key. The first value of a key counts.
func (v *value) index() map[string]*value {
	if v.keys == nil {
		v.keys = make(map[string]*value, len(v.list))
		for _, x := range v.list {
			if v.keys[x.key] == nil {
				v.keys[x.key] = x
			}
		}
	}
	return v.keys
}

// filled returns the value of the first of keys that has a text, nil if none has.
func (v *value) filled(keys ...string) *value {
	for _, key := range keys {
		if x := v.get(key); strings.TrimSpace(x.content()) != "" {
			return x
		}
	}
	return nil
}

// items returns the values in v.
func (v *value) items() []*value {
	if v == nil {
		return nil
	}
	return v.list
}

// span returns the lines of v.
func (v *value) span() story.Span {
	if v == nil {
		return story.Span{}
	}
	return story.Span{First: v.line, Last: max(v.line, v.last)}
}

// isObject reports whether v has values with keys.
func (v *value) isObject() bool { return v != nil && len(v.list) > 0 && v.list[0].key != "" }

// content returns the text of v: its own, that of its value "value" or "name", or that of
// its first item that has one.
func (v *value) content() string {
	switch {
	case v == nil:
		return ""
	case v.text != "":
		return v.text
	case v.isObject():
		for _, x := range v.list {
			if x.text != "" && (x.key == "value" || x.key == "name") {
				return x.text
			}
		}
		return ""
	}
	for _, x := range v.list {
		if text := x.content(); text != "" {
			return text
		}
	}
	return ""
}

// first returns the text of the first of keys that has one.
func (v *value) first(keys ...string) string {
	return v.filled(keys...).content()
}

// all returns the texts of those of keys that have one; each item of a list has its own.
func (v *value) all(keys ...string) (out []string) {
	for _, key := range keys {
		out = append(out, v.get(key).texts()...)
	}
	return out
}

// texts returns the text of v, or those of the items of a list.
func (v *value) texts() (out []string) {
	if v == nil {
		return nil
	}
	if len(v.list) == 0 || v.isObject() {
		return []string{v.content()}
	}
	for _, item := range v.list {
		out = append(out, item.content())
	}
	return out
}

// fieldLines returns a line "key: text" for each of keys that has a text.
func (v *value) fieldLines(keys ...string) (out []story.Line) {
	for _, key := range keys {
		if x := v.get(key); x != nil {
			out = append(out, fieldLine(key, x.content(), x.span())...)
		}
	}
	return out
}
