package rendition

import (
	"encoding/json"
	"io"
	"iter"
	"strings"

	"dateline/feed/story"
)

// Markdown writes a document in Markdown. Front matter has what is known about the first
// story.
func Markdown(w io.Writer, parts iter.Seq2[Part, error]) error {
	return each(w, parts, func(p *printer, n int, part *Part) {
		mark := "#"
		if n == 1 {
			p.front(part.Story)
		} else {
			p.printf("\n---\n\n*%s*\n\n", escaped(part.Label))
			mark = "##"
		}
		if part.ID != "" {
			p.printf("<a id=\"%s\"></a>\n\n", part.ID)
		}
		p.printf("%s %s\n", mark, escaped(part.Story.Headline.Text))
		p.markdown(part, mark+"#")
	})
}

// front writes front matter in YAML.
func (p *printer) front(s *story.Story) {
	p.printf("---\n")
	for _, field := range []struct{ name, value string }{
		{"title", s.Headline.Text}, {"date", s.Date.String()}, {"author", strings.Join(s.Byline.Names, ", ")}, {"place", strings.Join(s.Dateline.Places, ", ")},
		{"agency", s.Dateline.Agency}, {"keywords", strings.Join(keywords(s), ", ")}, {"lang", s.Language},
	} {
		if field.value != "" {
			p.printf("%s: %s\n", field.name, quoted(field.value))
		}
	}
	p.printf("---\n\n")
}

// quoted returns a text in quotes, for YAML.
func quoted(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(text) != nil {
		return `""`
	}
	return strings.TrimSpace(b.String())
}

func keywords(s *story.Story) (list []string) {
	for _, k := range s.Keywords {
		list = append(list, k.Text)
	}
	return list
}

// markdown writes what is below the headline of a part.
func (p *printer) markdown(part *Part, mark string) {
	s := part.Story
	for _, note := range part.Notes {
		p.emphasis("(Eds: " + note + ")")
	}
	p.quote(facts(s))
	p.notes(s, 0)
	p.emphasis(byline(s))
	for i := range s.Body {
		p.block(&s.Body[i], part.text(i), mark)
		p.notes(s, i+1)
	}
	for _, l := range below(s) {
		p.quote(l)
	}
	if len(part.Related) > 0 {
		p.printf("\n%s Related\n\n", mark)
	}
	for _, l := range part.Related {
		if l.To == "" {
			p.printf("- %s\n", line(l.Text))
		} else {
			p.printf("- [%s](#%s)\n", escaped(l.Text), l.To)
		}
	}
}

// notes writes the editors' notes below block n of the body.
func (p *printer) notes(s *story.Story, n int) {
	for i := range s.Notes {
		if s.Notes[i].After == n {
			p.emphasis(s.Notes[i].Text)
		}
	}
}

// emphasis writes a text as a paragraph in emphasis.
func (p *printer) emphasis(text string) {
	if text != "" {
		p.printf("\n*%s*\n", escaped(text))
	}
}

// quote writes a text as a quotation.
func (p *printer) quote(text string) {
	if text != "" {
		p.printf("\n> %s\n", line(text))
	}
}

// block writes a block of the body.
func (p *printer) block(b *story.Block, text, mark string) {
	switch b.Kind {
	case story.Heading:
		p.printf("\n%s %s\n", mark, escaped(text))
	case story.Quote:
		p.quote(text)
	case story.Caption:
		p.printf("\n> *Photo:* %s\n", escaped(caption(b)))
	case story.List:
		p.printf("\n")
		for l := range strings.SplitSeq(text, "\n") {
			p.item(l)
		}
	case story.Code:
		fence := strings.Repeat("`", max(3, backticks(text)+1))
		p.printf("\n%s\n%s\n%s\n", fence, text, fence)
	default:
		p.printf("\n%s\n", line(text))
	}
}

// backticks returns the length of the longest run of backticks in text.
func backticks(text string) int {
	most, n := 0, 0
	for i := range len(text) {
		if n++; text[i] != '`' {
			n = 0
		}
		most = max(most, n)
	}
	return most
}

// item writes a line of a list.
func (p *printer) item(l string) {
	rest := strings.TrimLeft(l, " ")
	indent := l[:len(l)-len(rest)]
	mark, text, ok := strings.Cut(rest, " ")
	number := strings.TrimSuffix(mark, ".")
	switch {
	case ok && mark == "-":
		p.printf("%s- %s\n", indent, line(text))
	case ok && number != mark && len(number) < 4 && strings.Trim(number, "0123456789") == "":
		p.printf("%s%s. %s\n", indent, number, line(text))
	default:
		p.printf("- %s\n", line(rest))
	}
}

// marks are the characters that have a backslash before them wherever they stand.
const marks = "\\`*_[]<>&#|~{}$^"

// escaped returns a text on one line without markup.
func escaped(text string) string {
	var b strings.Builder
	for word, address := range words(strings.ReplaceAll(text, "\n", " ")) {
		if address {
			b.WriteString("<" + word + ">")
			continue
		}
		for i := range len(word) {
			if strings.IndexByte(marks, word[i]) >= 0 {
				b.WriteByte('\\')
			}
			b.WriteByte(word[i])
		}
	}
	return b.String()
}

// line is like escaped for a text at the beginning of a line, which could be a list or a
// rule.
func line(text string) string {
	text = escaped(strings.TrimSpace(text))
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	switch {
	case text == "":
		return ""
	case strings.IndexByte("+-=", text[0]) >= 0:
		return "\\" + text
	case digits > 0 && digits < len(text) && (text[digits] == '.' || text[digits] == ')'):
		return text[:digits] + "\\" + text[digits:]
	}
	return text
}
