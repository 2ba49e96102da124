// Package mail reads a mail message (RFC 5322, MIME) around a story: its header, and the
// first of its parts that is plain text. Unlike net/mail it accepts messages that break
// the rules, and it does not depend on package net.
package mail

import (
	"bytes"
	"mime"
	"strings"

	"dateline/feed/intake/decode"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

const (
	headerLines = 4096      // lines of the longest header
	headerBytes = 256 << 10 // bytes of the longest header
	valueBytes  = 4000      // bytes of a value that are read
)

// Field is a line of a header, unfolded.
type Field struct {
	Name  string // in lower case
	Value string // decoded
	Text  string // as written, on one line
	Span  story.Span
}

// Header is the header of a message or of one of its parts.
type Header []Field

// Value returns the value of the first field with that name, "" if there is none.
func (h Header) Value(name string) string {
	for _, f := range h {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// Is reports whether data begins like a mail message: with a header that has two of From,
// Date and Subject, and the third or a field that only mail has. Some programs that print
// messages write Sent for Date.
func Is(data []byte) bool {
	data, _ = cutTop(data)
	end, ok := headerEnd(data)
	own, main := false, 0
	for l := range bytes.Lines(data[:end]) {
		name, _, _ := bytes.Cut(l[:min(len(l), 80)], []byte(":"))
		switch name := strings.ToLower(string(name)); {
		case name == "from" || name == "date" || name == "sent" || name == "subject":
			main++
		case ownFields[name] || strings.HasPrefix(name, "x-"):
			own = true
		}
	}
	return main >= 3 || main == 2 && own && ok
}

// IsHeader reports whether data is the header of a message without its text. Control
// characters may follow it.
func IsHeader(data []byte) bool {
	if !Is(data) {
		return false
	}
	rest, _ := cutTop(data)
	end, _ := headerEnd(rest)
	return len(bytes.TrimFunc(rest[end:], func(c rune) bool { return c <= ' ' })) == 0
}

// ownFields are fields that only mail and network news have.
var ownFields = map[string]bool{
	"received": true, "delivered-to": true, "return-path": true, "message-id": true, "mime-version": true, "content-type": true,
	"newsgroups": true, "reply-to": true, "in-reply-to": true, "references": true, "list-id": true, "dkim-signature": true,
}

// cutTop cuts blank lines and the line "From address day" of a mailbox off data. Lines is
// the number of these lines.
func cutTop(data []byte) (rest []byte, lines int) {
	for len(data) > 0 {
		l, after, ok := bytes.Cut(data, []byte("\n"))
		if !ok || len(bytes.TrimSpace(l)) > 0 && !bytes.HasPrefix(l, []byte("From ")) && !bytes.HasPrefix(l, []byte(">From ")) {
			break
		}
		data, lines = after, lines+1
	}
	return data, lines
}

// beginsField reports whether data begins with the name of a field.
func beginsField(data []byte) bool {
	n := bytes.IndexByte(data[:min(len(data), 78)], ':')
	if n < 1 {
		return false
	}
	for _, b := range data[:n] {
		if b <= ' ' || b >= 0x7F {
			return false
		}
	}
	return true
}

// headerEnd returns the index of the line after the header that begins data. Ok is false
// if that line is neither blank nor the end of data.
func headerEnd(data []byte) (end int, ok bool) {
	for range headerLines {
		rest := data[end:]
		n := bytes.IndexByte(rest, '\n') + 1
		if n == 0 {
			n = len(rest)
		}
		switch {
		case len(bytes.TrimSpace(rest[:n])) == 0:
			return end, end > 0
		case end > headerBytes, !beginsField(rest) && (end == 0 || rest[0] != ' ' && rest[0] != '\t'):
			return end, false
		}
		end += n
	}
	return end, false
}

// readHeader reads the header that begins data. First is the number of lines above it. It
// returns the rest of data, and the number of lines above that.
func readHeader(data []byte, first int) (h Header, body []byte, lines int) {
	end, _ := headerEnd(data)
	text, _ := decode.Bytes(data[:end])
	last := first + bytes.Count(data[:end], []byte("\n"))
	if end > 0 && data[end-1] != '\n' {
		last++
	}
	lines = first
	for _, l := range line.Split(text.Text) {
		lines = min(lines+1, last) // a wrong encoding may give more
		if n := len(h); n > 0 && (strings.HasPrefix(l, " ") || strings.HasPrefix(l, "\t")) {
			h[n-1].Text += " " + strings.TrimSpace(l)
			h[n-1].Span.Last = lines
			continue
		}
		name, _, _ := strings.Cut(l, ":")
		h = append(h, Field{Name: strings.ToLower(name), Text: strings.TrimSpace(l), Span: story.Span{First: lines, Last: lines}})
	}
	for i, f := range h {
		_, value, _ := strings.Cut(f.Text, ":")
		h[i].Value = decodeWords(line.Head(strings.TrimSpace(value), valueBytes))
	}
	body, lines = data[end:], last
	if blank, rest, ok := bytes.Cut(body, []byte("\n")); ok && len(bytes.TrimSpace(blank)) == 0 {
		return h, rest, lines + 1
	}
	return h, body, lines
}

// decodeWords decodes the encoded words of RFC 2047 in s.
func decodeWords(s string) string {
	if !strings.Contains(s, "=?") {
		return s
	}
	d := mime.WordDecoder{CharsetReader: charsetReader}
	if out, err := d.DecodeHeader(s); err == nil {
		return out
	}
	return s
}
