package intake

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/intake/decode"
	"dateline/feed/intake/split"
	"dateline/feed/story"
	"dateline/feed/wire"
)

// Read returns the stories of f, at least one. ID, Path, Format, Encoding and
// Language are set. Problems are in the Doubts of a story. Read neither changes nor
// keeps f.Data.
func Read(f File) []*story.Story {
	if len(bytes.Trim(f.Data, " \t\r\n")) == 0 {
		f.Data = f.Data[:min(len(f.Data), 1)] // the rest of a blank file changes nothing, and may be long
	}
	stories := readParts(f)
	if stories == nil {
		stories = recognise(f).stories(f, f.Path)
	}
	if detail := oddName(path.Base(f.Path)); detail != "" {
		stories[0].Doubts = slices.Insert(stories[0].Doubts, 0, story.Doubt{Problem: story.OddName, Detail: detail})
	}
	if f.Damage != "" {
		stories[0].Doubts = slices.Insert(stories[0].Doubts, 0, story.Doubt{Problem: story.Damaged, Detail: f.Damage})
	}
	return stories
}

// oddName says what is wrong with the name of a file, if anything: another program may take
// it for another name.
func oddName(name string) string {
	switch {
	case !utf8.ValidString(name):
		return "the name of the file is not UTF-8"
	case strings.ContainsFunc(name, unicode.IsControl):
		return "the name of the file has control characters"
	}
	return ""
}

// readParts returns the stories of a file that has several, or nil if f has one.
func readParts(f File) []*story.Story {
	if isBinary(f) {
		return nil
	}
	data, encoding := splittable(f.Data)
	parts := split.Parts(data, opens)
	if parts == nil || mostlyControls(string(data)) {
		return nil
	}
	stories := make([]*story.Story, 0, len(parts))
	for _, p := range parts {
		r := story.Range{Start: int64(p.Start), Length: int64(p.End - p.Start), Quoted: p.Quoted}
		list := readPart(f, data[p.Start:p.End], f.Path+"#"+p.Key, r)
		for _, s := range list {
			if encoding != "" {
				s.Encoding, s.Range = encoding, story.Range{}
			}
		}
		stories = append(stories, list...)
	}
	return stories
}

// ReadRange returns the story at path, a part of a file that has several. F.Data has only
// the bytes of the story, which r describes, after those of its head. Ok is false if they do not match r, because
// the file has changed.
func ReadRange(f File, path string, r story.Range) (s *story.Story, ok bool) {
	if int64(len(f.Data)) != r.Head+r.Length || sumOf(f.Data) != r.Sum {
		return nil, false
	}
	f.key = new(string) // the rest of the file is missing
	list := readPart(f, f.Data, path, r)
	if end := strings.LastIndexByte(path, '#'); len(list) > 1 && end > 0 { // of a large file
		list = readPart(f, f.Data, path[:end], r)
		list = slices.DeleteFunc(list, func(s *story.Story) bool { return s.Path != path })
	}
	if len(list) != 1 {
		return nil, false
	}
	list[0].Range = r
	return list[0], true
}

// readPart returns the story, at path, of data: a part of f, after the head of f that it
// needs. If there are several, they have no Range.
func readPart(f File, data []byte, path string, r story.Range) []*story.Story {
	r.Sum = sumOf(data)
	f.Data = data
	if r.Quoted {
		f.Data = split.Unquote(data)
	}
	format := recordLine(f.Data)
	if !r.Record {
		format = recognise(f)
	}
	list := format.stories(f, path)
	if len(list) == 1 {
		list[0].Range = r
	}
	return list
}

// splittable returns data in a form that can be split: data itself or, if it is UTF-16 or
// UTF-32 and may have several stories, its text in UTF-8 and its encoding.
func splittable(data []byte) (text []byte, encoding string) {
	head := data[:min(len(data), 1024)]
	if bytes.IndexByte(head, 0) < 0 && !bytes.HasPrefix(head, []byte("\xff\xfe")) && !bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return data, ""
	}
	if split.Parts(withoutZeros(data), func([]byte) bool { return true }) == nil {
		return data, ""
	}
	t, ok := decode.Bytes(data)
	if !ok || !strings.HasPrefix(t.Encoding, "utf-16") && !strings.HasPrefix(t.Encoding, "utf-32") {
		return data, ""
	}
	return []byte(t.Text), t.Encoding
}

// withoutZeros returns data without its zero bytes.
func withoutZeros(data []byte) []byte {
	out, n := make([]byte, len(data)), 0
	for _, b := range data {
		if out[n] = b; b != 0 {
			n++
		}
	}
	return out[:n]
}

// The limits of the text in which opens looks.
const (
	openLines = 12
	openBytes = 2000
)

// minFields is the number of lines of a header that begin a story without a dateline.
const minFields = 2

// opens reports whether a story clearly begins at the start of data: a headline and a
// dateline, a slug, or a header of several lines.
func opens(data []byte) bool {
	head := data[:min(len(data), openBytes)]
	end, n := 0, 0
	for n < openLines {
		i := bytes.IndexByte(head[end:], '\n')
		if i < 0 {
			if len(head) == len(data) {
				end = len(head)
			}
			break
		}
		if len(bytes.TrimSpace(head[end:end+i])) > 0 {
			n++
		}
		end += i + 1
	}
	c, ok := cleanCopy(head[:end])
	if !ok {
		return false
	}
	s := wire.Parse(c.text, wire.Origin{})
	header := s.Envelope.Slug != "" || len(s.Envelope.Lines) >= minFields
	return header || s.Dateline.Text != "" && s.Headline.Text != "" && !s.Headline.Standin
}
