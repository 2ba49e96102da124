package intake

import (
	"encoding/json"
	"slices"
	"strings"

	"dateline/feed/intake/markup"
	"dateline/feed/wire/line"
)

const (
	factDepth = 5    // objects and arrays inside each other whose values are kept
	maxDepth  = 1000 // the depth at which reading ends
)

// frame is an open object or array.
type frame struct {
	object bool
	key    string // the last key of the object
	value  bool   // the value of key comes next
}

// factsOf returns the facts of the first value in text, JSON that may be cut off. A key is
// the path of keys to a value, "items.title"; an array adds nothing to it. The first value
// of a path counts; of authors all do, one a line.
func factsOf(text string) markup.Facts {
	out := markup.Facts{}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var open []frame
	for {
		t, err := d.Token()
		if err != nil || len(open) > maxDepth {
			return out
		}
		if mark, ok := t.(json.Delim); ok {
			if mark == '{' || mark == '[' {
				open = append(open, frame{object: mark == '{'})
				continue
			}
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			return out
		}
		addToken(out, open, t)
	}
}

// addToken reads a key, or adds a value to out. The value may be an object that ends.
func addToken(out markup.Facts, open []frame, t json.Token) {
	top := &open[len(open)-1]
	if key, ok := t.(string); ok && top.object && !top.value {
		top.key, top.value = key, true
		return
	}
	top.value = false
	if len(open) > factDepth {
		return
	}
	switch t := t.(type) {
	case string:
		addValue(out, open, t)
	case json.Number:
		addValue(out, open, t.String())
	}
}

// addValue adds the value at the path of the open objects to out.
func addValue(out markup.Facts, open []frame, value string) {
	var keys []string
	for _, o := range open {
		if o.object {
			keys = append(keys, o.key)
		}
	}
	path := strings.Join(keys, ".")
	old := out[path]
	switch value = strings.TrimSpace(line.Head(value, titleBytes)); {
	case value == "":
	case old == "":
		out[path] = value
	case isAuthor(path) && len(old) < titleBytes && !slices.Contains(strings.Split(old, "\n"), value):
		out[path] = old + "\n" + strings.ReplaceAll(value, "\n", " ")
	}
}

// isAuthor reports whether the values at path are the authors of a story.
func isAuthor(path string) bool {
	path = strings.TrimPrefix(path, "@graph.")
	return path == "author" || path == "author.name"
}
