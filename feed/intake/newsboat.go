package intake

import (
	"bytes"
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// newsboatFields are the fields of the lines above an article that newsboat saved, by the
// names that it gives them in several languages. Some lines may be missing.
var newsboatFields = words.Map("saved article")

const newsboatLines = 24 // lines of the longest header

// isNewsboat reports whether f begins with the header of newsboat: Feed or Title, a link,
// and another line.
func isNewsboat(f File) bool {
	start := bytes.TrimLeft(f.Data[:min(len(f.Data), 8192)], " \t\r\n")
	first, _, _ := bytes.Cut(start[:min(len(start), 80)], []byte("\n"))
	if bytes.IndexByte(first, ':') < 0 {
		return false
	}
	if field, _ := cutNewsboat(string(first)); field != "feed" && field != "title" {
		return false
	}
	fields, _ := newsboatHeader(line.Split(strings.ReplaceAll(string(start), "\r", "")))
	return len(fields) >= 3 && fields["link"].Text != "" && fields["title"].Text != ""
}

// newsboatHeader returns the values of the header that begins lines, with wrapped ones
// joined, and the line after it.
func newsboatHeader(lines []string) (fields map[string]story.Line, end int) {
	fields = map[string]story.Line{}
	last := ""
	for i, l := range lines[:min(len(lines), newsboatLines)] {
		if line.Blank(l) {
			if len(fields) == 0 {
				continue
			}
			return fields, i
		}
		name, value := cutNewsboat(l)
		switch {
		case name != "" && fields[name].Text == "":
			fields[name], last = story.Line{Text: strings.TrimSpace(value), Span: line.Span(i, i+1)}, name
		case last == "":
			return nil, i
		default:
			f := fields[last]
			fields[last] = story.Line{Text: f.Text + " " + strings.TrimSpace(l), Span: story.Span{First: f.Span.First, Last: i + 1}}
		}
	}
	return fields, min(len(lines), newsboatLines)
}

// cutNewsboat reads a line of the header: "Title: Ferry sails", "Titre : Le ferry repart".
// The field is empty if l is none.
func cutNewsboat(l string) (field, value string) {
	name, value, ok := strings.Cut(l, ": ")
	if !ok || len(name) > 40 {
		return "", ""
	}
	field, _ = words.Lower(newsboatFields(), strings.TrimRight(name, " \u00a0\u202f"))
	return field, value
}

func readNewsboat(f File) []*story.Story {
	c, ok := cleanCopy(f.Data)
	if !ok || c.mostlyControls {
		return refuseText(f, "The file is not text.")
	}
	lines := line.Split(c.text)
	fields, end := newsboatHeader(lines)
	g := given{title: fields["title"].Text, date: fields["date"].Text, author: fields["author"].Text, fields: placed(lines[:end], 0)}
	links := linksAt(lines, end)
	g.urls, g.related = []string{fields["link"].Text}, newsboatLinks(lines[links:], links)
	c.text = strings.Repeat("\n", end) + strings.Join(lines[end:links], "\n")
	s := readCopy(f, c, g)
	s.Tail = append(s.Tail, placed(lines[links:], links)...)
	s.Headline.Span = fields["title"].Span
	s.Byline.Span = fields["author"].Span
	return []*story.Story{s}
}

// newsboatLinks returns the links in the list of addresses below an article, "[1]: https://…",
// which begins after line above.
func newsboatLinks(list []string, above int) (out []anchor) {
	for i, l := range list {
		_, address, _ := strings.Cut(l, "]: ")
		address, _, _ = strings.Cut(strings.TrimSpace(address), " ")
		if t, ok := targetOf("", "", address); ok && t.URL != "" {
			out = append(out, anchor{to: t, address: address, section: story.InText, line: above + i + 1})
		}
	}
	return out
}

// linksAt returns the line "Links:" below which only the numbered addresses of an article
// follow, or the end of lines.
func linksAt(lines []string, from int) int {
	for i := len(lines) - 1; i > from; i-- {
		switch l := strings.TrimSpace(lines[i]); {
		case l == "Links:":
			return i
		case l != "" && l[0] != '[':
			return len(lines)
		}
	}
	return len(lines)
}
