package intake

import (
	"encoding/json"
	"strings"

	"dateline/feed/wire/line"
)

// facts are the values of an object in JSON by the path of their keys, "items.title". An
// array adds nothing to a path. The first value of a path counts.
type facts map[string]string

// first returns the value of the first of paths that has one.
func (f facts) first(paths ...string) string {
	for _, p := range paths {
		if f[p] != "" {
			return f[p]
		}
	}
	return ""
}

// all returns the values of those of paths that have one.
func (f facts) all(paths ...string) (values []string) {
	for _, p := range paths {
		if f[p] != "" {
			values = append(values, f[p])
		}
	}
	return values
}

const (
	factDepth = 5    // objects and arrays inside each other whose values are kept
	maxDepth  = 1000 // where reading ends
)

// frame is an open object or array.
type frame struct {
	object bool
	key    string // the last key of the object
	value  bool   // the value of key comes next
}

// factsOf returns the facts of the first value in text, which may be cut off.
func factsOf(text string) facts {
	out := facts{}
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
		out.token(open, t)
	}
}

// token adds a key or a value, which may be an object that ends.
func (f facts) token(open []frame, t json.Token) {
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
		f.add(open, t)
	case json.Number:
		f.add(open, t.String())
	}
}

func (f facts) add(open []frame, value string) {
	var keys []string
	for _, o := range open {
		if o.object {
			keys = append(keys, o.key)
		}
	}
	path := strings.Join(keys, ".")
	if value = strings.TrimSpace(line.Head(value, titleBytes)); value != "" && f[path] == "" {
		f[path] = value
	}
}
