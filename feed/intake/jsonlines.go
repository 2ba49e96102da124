package intake

import (
	"bytes"
	"encoding/json"
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// isJSONLines reports whether the first line of f is an object, and the next one or a
// later one begins one.
func isJSONLines(f File) bool {
	if !startsWith(f.Data, "{") {
		return false
	}
	first, rest, ok := bytes.Cut(bytes.TrimSpace(f.Data), []byte("\n"))
	if !ok || !isObject(first) || !bytes.HasSuffix(bytes.TrimSpace(first), []byte("}")) {
		return false
	}
	return isObject(rest) || bytes.Contains(rest, []byte("\n{")) && json.Valid(first)
}

// readJSONLines reads a story from each line.
func readJSONLines(f File) []*story.Story {
	return readRecords(f, func(r *records) {
		n := 0
		for l := range strings.SplitSeq(r.text.text, "\n") {
			n++
			switch {
			case line.Blank(l):
				continue
			case r.full(n):
				return
			}
			v, whole := parseJSON(l, n-1)
			if !whole {
				r.damaged = append(r.damaged, n)
			}
			r.record(v)
		}
	})
}

// readJSON reads a story from each object in JSON: in an array, in an object around one, or
// one after another. An object that is alone must have a text, because every program writes
// JSON with titles.
func readJSON(f File) []*story.Story {
	return readRecords(f, func(r *records) {
		r.at = eachValue(r.text.text, func(v *value, listed bool) bool {
			if r.full(v.span().First) {
				return false
			}
			if listed {
				r.record(v)
			} else if d, _ := recordDocument(v); len(d.body) > 0 {
				r.record(v)
			}
			return true
		})
		r.whole = r.at == 0
	})
}

// readRecords reads a corpus in JSON. Add adds its stories. If there are none, the file is
// read for its headline and day only.
func readRecords(f File, add func(*records)) []*story.Story {
	c, refused := cleanAs(f, "JSON")
	if refused != nil {
		return refused
	}
	r := records{bundle: bundle{file: f, text: c, whole: true}}
	if add(&r); len(r.stories) == 0 {
		return readOtherJSON(f)
	}
	return r.read()
}
