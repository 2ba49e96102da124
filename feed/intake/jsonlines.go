package intake

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

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

// recordLine returns the format of a line of JSON Lines or sfeed that is read alone.
func recordLine(data []byte) *format {
	if startsWith(data, "{[") || !isSfeedLine(data) {
		return &format{name: JSONL, read: readJSONLines}
	}
	return &format{name: CSV, read: readTable}
}

// readJSONLines reads a story from each line. If the bytes of a line are those of its text, its story has a
// Range and its own line numbers, so that it can be read alone.
func readJSONLines(f File) []*story.Story {
	return readRecords(f, func(r *records) {
		lines := bytes.Split(f.Data, []byte("\n"))
		alone := utf8.Valid(f.Data) && len(lines) == strings.Count(r.text.text, "\n")+1
		n, start := 0, 0
		for l := range strings.SplitSeq(r.text.text, "\n") {
			if n++; r.full(n) {
				return
			}
			var at story.Range
			if alone {
				source := lines[n-1]
				at = story.Range{Start: int64(start), Length: int64(len(source)), Sum: sumOf(source), Record: true}
				start += len(source) + 1
			}
			r.line(l, n, at)
		}
	})
}

// line adds the story in line n of the file, unless that is blank.
func (r *records) line(l string, n int, at story.Range) {
	if line.Blank(l) {
		return
	}
	above := n - 1
	if at.Record {
		above = 0
	}
	v, whole := parseJSON(l, above)
	if !whole {
		r.damaged = append(r.damaged, n)
	}
	before := len(r.stories)
	if r.record(v, n); len(r.stories) > before {
		r.stories[before].Range = at
	}
}

// readJSON reads a story from each object in JSON: in an array, in an object around one, or
// one after another. An object that is alone must have a text, because every program writes
// JSON with titles, and one around stories must have both to be a story itself.
func readJSON(f File) []*story.Story {
	return readRecords(f, func(r *records) {
		items := 0 // in the current object
		r.at = eachValue(r.text.text, func(v *value, listed bool) bool {
			if r.full(v.span().First) {
				return false
			}
			if listed {
				items++
				r.record(v, v.span().First)
				return true
			}
			if d, _ := recordDocument(v); len(d.body) > 0 && (d.title != "" || items == 0) {
				r.record(v, v.span().First)
			}
			items = 0
			return true
		})
		r.whole = r.at == 0
	})
}

// readRecords reads a corpus in JSON. Add adds its stories. If there are none, the file is
// read for its headline and day only.
func readRecords(f File, add func(*records)) []*story.Story {
	c, refused := cleanJSON(f)
	if refused != nil {
		return refused
	}
	r := records{bundle: bundle{file: f, text: c, whole: true}}
	if add(&r); len(r.stories) == 0 {
		return readOtherJSON(f)
	}
	return r.read()
}
