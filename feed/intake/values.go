package intake

import (
	"encoding/json"
	"slices"
	"strings"
)

// listKeys are the keys of an array of stories in an object around it.
var listKeys = []string{"articles", "stories", "documents", "docs", "results", "items", "news", "posts"}

// values reads the values of a text in JSON one by one, so that a long text takes the
// memory of one of them.
type values struct {
	text    string
	decoder *json.Decoder
	counted int // the byte up to which lines are counted
	line    int // of that byte
	yield   func(v *value, listed bool) bool
	stopped bool // by yield
}

// eachValue calls yield for each value of text: for the items of an array, and for each of
// several values. Of an object with an array of stories it yields the items first. Listed
// is true for items. If text is damaged or cut off, the last value is what could be read of
// it, and damaged is its line.
func eachValue(text string, yield func(v *value, listed bool) bool) (damaged int) {
	r := values{text: text, decoder: json.NewDecoder(strings.NewReader(text)), line: 1, yield: yield}
	for {
		var whole bool
		switch r.next() {
		case 0:
			return 0
		case '[':
			whole = r.items()
		case '{':
			whole = r.object()
		default:
			_, whole = r.value()
		}
		switch {
		case r.stopped:
			return 0
		case !whole:
			return r.above(max(r.start(), r.counted)) + 1
		}
	}
}

// start returns the place of the next value.
func (r *values) start() int {
	at := int(r.decoder.InputOffset())
	return len(r.text) - len(strings.TrimLeft(r.text[at:], " \t\r\n,:"))
}

// next returns the first byte of the next value, 0 at the end.
func (r *values) next() byte {
	if at := r.start(); at < len(r.text) {
		return r.text[at]
	}
	return 0
}

// above returns the number of lines above the byte at.
func (r *values) above(at int) int {
	r.line += strings.Count(r.text[r.counted:at], "\n")
	r.counted = at
	return r.line - 1
}

// value reads a value.
func (r *values) value() (v *value, whole bool) {
	start := r.start()
	above := r.above(start)
	var source json.RawMessage
	if err := r.decoder.Decode(&source); err != nil {
		v, _ = parseJSON(r.text[start:], above)
		return v, false
	}
	v, _ = parseValue(string(source), above)
	return v, true
}

// items reads an array.
func (r *values) items() (whole bool) {
	if _, err := r.decoder.Token(); err != nil {
		return false
	}
	for r.decoder.More() {
		v, whole := r.value()
		r.stopped = v != nil && !r.yield(v, true)
		if r.stopped || !whole {
			return whole
		}
	}
	_, err := r.decoder.Token()
	return err == nil
}

// object reads an object.
func (r *values) object() (whole bool) {
	v := &value{line: r.above(r.start()) + 1}
	if _, err := r.decoder.Token(); err != nil {
		return false
	}
	for whole = true; whole && !r.stopped && r.decoder.More(); {
		whole = r.member(v)
	}
	if r.stopped {
		return true
	}
	if whole {
		_, err := r.decoder.Token()
		whole = err == nil
	}
	r.stopped = !r.yield(v, false)
	return whole
}

// member reads a key and its value into v, or the stories in an array.
func (r *values) member(v *value) (whole bool) {
	t, err := r.decoder.Token()
	key, ok := t.(string)
	if err != nil || !ok {
		return false
	}
	key = strings.ToLower(key)
	if r.isList(key) {
		return r.items()
	}
	x, whole := r.value()
	if x != nil && len(v.list) < maxValues {
		x.key = key
		v.list = append(v.list, x)
	}
	return whole
}

// isList reports whether the value that comes next, that of key, is an array of stories.
func (r *values) isList(key string) bool {
	return r.next() == '[' && slices.Contains(listKeys, key) && strings.HasPrefix(strings.TrimLeft(r.text[r.start()+1:], " \t\r\n"), "{")
}

// listStart returns the place of the first story in data, the beginning of an object with an
// array of stories, or -1. The array begins in the first maxHead bytes.
func listStart(data []byte) int {
	text := string(data[:min(len(data), maxHead)])
	r := values{text: text, decoder: json.NewDecoder(strings.NewReader(text))}
	if t, err := r.decoder.Token(); err != nil || t != json.Delim('{') {
		return -1
	}
	for r.decoder.More() {
		t, err := r.decoder.Token()
		key, ok := t.(string)
		if err != nil || !ok {
			return -1
		}
		if r.isList(strings.ToLower(key)) {
			return r.start() + 1
		}
		var other json.RawMessage
		if r.decoder.Decode(&other) != nil {
			return -1
		}
	}
	return -1
}
