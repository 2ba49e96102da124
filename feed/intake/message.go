package intake

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/decode"
	"dateline/feed/intake/mail"
	"dateline/feed/intake/markup"
	"dateline/feed/intake/page"
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
	if saysLess(&m) {
		part = m.Page
	}
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
	var s *story.Story
	switch part.Type {
	case "text/plain":
		s = readCopy(f, c, g)
	case "text/html":
		s = readMailPage(f, c, m.Header, g)
	default:
		s = unsupported(f, c, "a message without text", finding{title: g.title, dates: []string{g.date}})[0]
		s.Envelope.Lines = g.fields
	}
	if part.Encoded {
		eachSpan(s, func(at *story.Span) { *at = within(*at, part.Lines+1, part.To) })
	}
	return []*story.Story{s}
}

// saysLess reports whether the plain text of a message only says that there is a page too: it has
// a fraction of its words, addresses apart, or none.
func saysLess(m *mail.Message) bool {
	if m.Text.Type != "text/plain" || m.Page.Type != "text/html" || len(bytes.TrimSpace(m.Text.Data)) > mail.ShortBytes {
		return false
	}
	plain, page := 0, 0
	for word := range strings.FieldsSeq(string(m.Text.Data)) {
		if !strings.Contains(word, "://") {
			plain += len(word)
		}
	}
	for _, b := range markup.Blocks(string(m.Page.Data[:min(len(m.Page.Data), markup.Opening)]), markup.Style{Titled: true}) {
		page += len(b.Text)
	}
	return page > 4*plain
}

// readMailPage reads the HTML of a message. All of it is the story, unless the message is a
// web page that was saved: then the page gives what it can.
func readMailPage(f File, c cleaned, h mail.Header, g given) *story.Story {
	c.doubts = withoutEscapes(c.doubts)
	if isSavedPage(h) {
		d := readPage(f.Path, c.text)
		d.title, d.dates, d.fields = cmp.Or(d.title, g.title), append(d.dates, g.date), g.fields
		d.urls = append(d.urls, h.Value("snapshot-content-location"))
		s := d.story(f, c)
		s.Format = MHTML
		return s
	}
	d := document{title: g.title, dates: []string{g.date}, authors: []string{g.author}, fields: g.fields, ties: g.ties}
	if root, ok := markup.Tree(c.text); ok {
		d.body = page.Blocks(root)
		d.related = append(d.related, urlLinks("", page.Links(root))...)
	} else {
		d.body = markup.Blocks(c.text, markup.Style{Titled: true})
	}
	return d.story(f, c)
}

// isSavedPage reports whether a message with that header is a page that a browser saved.
func isSavedPage(h mail.Header) bool {
	return h.Value("snapshot-content-location") != "" || strings.Contains(h.Value("from"), "Saved by ")
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
	g := given{title: subject(h.Value("subject")), date: cmp.Or(h.Value("date"), h.Value("sent")), author: sender(h.Value("from")), ties: threadOf(h)}
	for _, f := range h {
		if text := clean.Line(f.Text); text != "" {
			g.fields = append(g.fields, story.Line{Text: text, Span: f.Span})
		}
	}
	return g
}

// threadOf returns the identifier of a message, and the messages that it answers, the latest
// first.
func threadOf(h mail.Header) ties {
	t := ties{uids: []string{h.Value("message-id")}, replaces: cmp.Or(h.Value("supersedes"), h.Value("replaces"))}
	answered := append(strings.Fields(h.Value("references")), strings.Fields(h.Value("in-reply-to"))...)
	answered = answered[max(0, len(answered)-maxThread):]
	for _, id := range slices.Backward(answered) {
		if to := (story.Target{UID: uidOf(id)}); to.UID != "" && strings.HasPrefix(id, "<") {
			t.related = append(t.related, anchor{to: to, section: thread})
		}
	}
	return t
}

// maxThread is the number of messages that one message answers.
const maxThread = 32

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
