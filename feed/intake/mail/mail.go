package mail

import (
	"bytes"
	"mime"
	"strings"
)

const maxDepth = 8 // parts inside parts that are opened

// Message has the parts of a message that matter to a reader of its story.
type Message struct {
	Header Header
	Text   Part // the first part that is plain text, else the first that is HTML
	Page   Part // the same as HTML, if Text is plain and short, or none

	choices int // parts around the current one whose parts say the same
}

// ShortBytes is the length of a plain text that may only say that there is a page too.
const ShortBytes = 600

// Part is a part of a message.
type Part struct {
	Type     string // "text/plain" or "text/html"; "" if the message has no such part
	Data     []byte // without its transfer encoding; in UTF-8 if Encoding is set
	Encoding string // the declared one, if Data was in it
	Lines    int    // the lines of the message before the part
	Encoded  bool   // the lines of Data are not those of the message
	To       int    // the last line of the part in the message
}

// Read reads the message data, which Is recognises.
func Read(data []byte) Message {
	data, lines := cutTop(data)
	h, body, lines := readHeader(data, lines)
	m := Message{Header: h}
	m.find(h, body, lines, 0)
	return m
}

// find sets the text of m from a part with that header and body. It returns true if no part after
// it matters: after plain text that is not short, or its page.
func (m *Message) find(h Header, body []byte, lines, depth int) bool {
	kind, params, err := mime.ParseMediaType(h.Value("content-type"))
	if err != nil && kind == "" || !strings.Contains(kind, "/") {
		kind = "text/plain"
	}
	switch {
	case depth > maxDepth:
		return false
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "":
		if kind == "multipart/alternative" {
			m.choices++
			defer func() { m.choices-- }()
		}
		return m.findPart(body, params["boundary"], lines, depth)
	case kind == "message/rfc822":
		h, body, lines := readHeader(body, lines)
		return m.find(h, body, lines, depth+1)
	case strings.HasPrefix(h.Value("content-disposition"), "attachment"):
		return false
	case kind == "text/html" && m.Page.Type == "" && (m.choices > 0 || len(bytes.TrimSpace(m.Text.Data)) == 0):
		m.Page = part(kind, h, body, lines, params["charset"])
		if m.Text.Type == "" {
			m.Text = m.Page
		}
		return m.Text.Type == "text/plain"
	case kind == "text/plain" && m.Text.Type != kind:
		m.Text = part(kind, h, body, lines, params["charset"])
		return len(bytes.TrimSpace(m.Text.Data)) > ShortBytes
	}
	return false
}

// part returns a part in UTF-8, if its encoding is declared.
func part(kind string, h Header, body []byte, lines int, charset string) Part {
	p := newPart(kind, h, body, lines)
	p.Data, p.Encoding = Converted(p.Data, charset)
	return p
}

// findPart looks for the text in the parts between the lines "--boundary".
func (m *Message) findPart(body []byte, boundary string, lines, depth int) bool {
	start, first := -1, 0 // the open part, and the lines before it
	at := 0
	for l := range bytes.Lines(body) {
		next := at + len(l)
		lines++
		if delimiter, last := isDelimiter(l, boundary); delimiter {
			if start >= 0 && m.openPart(body[start:at], first, depth) {
				return true
			}
			if start, first = next, lines; last {
				return false
			}
		}
		at = next
	}
	return start >= 0 && m.openPart(body[start:], first, depth)
}

// openPart looks for the text in a part of a multipart message, with or without a header.
func (m *Message) openPart(data []byte, lines, depth int) bool {
	var h Header
	if _, ok := headerEnd(data); ok || bytes.HasPrefix(bytes.TrimLeft(data, " \t\r"), []byte("\n")) {
		h, data, lines = readHeader(data, lines)
	}
	return m.find(h, data, lines, depth+1)
}

// isDelimiter reports whether l is a line between two parts, and whether it is the last
// one.
func isDelimiter(l []byte, boundary string) (ok, last bool) {
	if !bytes.HasPrefix(l, []byte("--")) || len(l) < len(boundary)+2 || string(l[2:2+len(boundary)]) != boundary {
		return false, false
	}
	rest := string(bytes.TrimSpace(l[2+len(boundary):]))
	return rest == "" || rest == "--", rest == "--"
}
