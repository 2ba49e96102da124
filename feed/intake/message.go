package intake

import (
	"bytes"
	"cmp"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/decode"
	"dateline/feed/intake/mail"
	"dateline/feed/intake/markup"
	"dateline/feed/story"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/words"
)

// readMail reads a message. Its header gives headline, day and byline, and the first part
// that is plain text is read as copy.
func readMail(f File) []*story.Story {
	m := mail.Read(narrow(f.Data))
	g := headOf(m.Header)
	part := m.Text
	read := cleanText
	if part.Type == "text/plain" {
		read = cleanCopy
	}
	c, ok := read(append(bytes.Repeat([]byte("\n"), part.Lines), part.Data...))
	switch {
	case !ok || c.mostlyControls:
		return refuseText(f, "The message has a text that is not text.")
	case part.Encoding != "":
		c.encoding = part.Encoding
	}
	if part.Type != "text/plain" {
		return readMailPage(f, c, m, g)
	}
	s := readCopy(f, c, g)
	if part.Encoded {
		eachSpan(s, func(at *story.Span) { *at = within(*at, part.Lines+1, part.To) })
	}
	return []*story.Story{s}
}

// readMailPage reads a message without plain text: its HTML, if it has any, is shown without
// tags.
func readMailPage(f File, c cleaned, m mail.Message, g given) []*story.Story {
	name, format := "a message without plain text", Mail
	if m.Header.Value("snapshot-content-location") != "" || strings.HasPrefix(m.Header.Value("content-type"), "multipart/related") {
		name, format = "a web page saved as a message", MHTML
	}
	found := finding{title: g.title, dates: []string{g.date}, body: markup.Blocks(c.text, markup.Style{Titled: true})}
	s := unsupported(f, c, name, found)
	s[0].Format, s[0].Envelope.Lines = format, g.fields
	if m.Text.Encoded {
		eachSpan(s[0], func(at *story.Span) { *at = within(*at, m.Text.Lines+1, m.Text.To) })
	}
	return s
}

// narrow returns data in an encoding in which an ASCII character is one byte.
func narrow(data []byte) []byte {
	if _, ok := wide(data); ok {
		if t, ok := decode.Bytes(data); ok {
			return []byte(t.Text)
		}
	}
	return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
}

// headOf returns what the header of a message says about its story.
func headOf(h mail.Header) given {
	g := given{title: subject(h.Value("subject")), date: cmp.Or(h.Value("date"), h.Value("sent")), author: sender(h.Value("from"))}
	for _, f := range h {
		if text := clean.Line(f.Text); text != "" {
			g.fields = append(g.fields, story.Line{Text: text, Span: f.Span})
		}
	}
	return g
}

// subject returns a subject without the marks of answers and the name of a list.
func subject(s string) string {
	s = strings.TrimSpace(s)
	for {
		mark, rest, ok := strings.Cut(strings.Replace(s, "：", ":", 1), ":")
		if !ok || !answers()[strings.ToLower(strings.TrimSpace(mark))] {
			break
		}
		s = strings.TrimSpace(rest)
	}
	if list, rest, ok := strings.Cut(s, "]"); ok && strings.HasPrefix(list, "[") && strings.TrimSpace(rest) != "" {
		if _, known := headline.ReadTag(list[1:]); !known {
			return subject(rest)
		}
	}
	return s
}

// answers are the marks before the subject of an answer or of a forwarded message.
var answers = words.Set("answer")

// sender returns the name in "Name <address>" and "address (Name)", "" if there is none.
func sender(from string) string {
	if name, _, ok := strings.Cut(from, "<"); ok {
		return strings.Trim(name, " \"'")
	}
	if _, name, ok := strings.Cut(from, "("); ok {
		return strings.TrimRight(name, ") ")
	}
	return ""
}
