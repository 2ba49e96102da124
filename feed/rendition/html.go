package rendition

import (
	"html"
	"io"
	"iter"
	"strings"

	"dateline/feed/story"
)

// The beginning of a document: language, title. Its policy forbids scripts and whatever
// would be loaded.
const htmlHead = `<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%s</title>
<style>
body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 serif; }
article + article { border-top: 1px solid; margin-top: 3em; }
.note, .label, figcaption { font-size: 0.9em; font-style: italic; }
pre { overflow-x: auto; }
</style>
</head>
<body>
`

// HTML writes a document in HTML.
func HTML(w io.Writer, parts iter.Seq2[Part, error]) error {
	first := true
	err := each(w, parts, func(p *printer, n int, part *Part) {
		first = n == 0
		heading := "h2"
		if n == 1 {
			p.printf(htmlHead, html.EscapeString(part.Story.Language), html.EscapeString(part.Story.Headline.Text))
			heading = "h1"
		}
		p.article(part, heading)
	})
	if err != nil || first {
		return err
	}
	_, err = io.WriteString(w, "</body>\n</html>\n")
	return err
}

// element writes an element with a class, which may be empty, around a text, unless that is
// empty.
func (p *printer) element(name, class, text string) {
	switch {
	case text == "":
	case class == "":
		p.printf("<%s>%s</%s>\n", name, addressed(text), name)
	default:
		p.printf("<%s class=\"%s\">%s</%s>\n", name, class, addressed(text), name)
	}
}

// addressed returns a text as HTML, with links where it has addresses.
func addressed(text string) string {
	var b strings.Builder
	for word, address := range words(text) {
		word = html.EscapeString(word)
		if address {
			word = `<a href="` + word + `" rel="noreferrer">` + word + `</a>`
		}
		b.WriteString(word)
	}
	return b.String()
}

// article writes a part.
func (p *printer) article(part *Part, heading string) {
	s := part.Story
	if part.ID == "" {
		p.printf("<article>\n")
	} else {
		p.printf("<article id=\"%s\">\n", html.EscapeString(string(part.ID)))
	}
	p.element("p", "label", part.Label)
	p.element(heading, "", s.Headline.Text)
	for _, note := range part.Notes {
		p.element("p", "note", note)
	}
	p.element("p", "label", facts(s))
	p.htmlNotes(s, 0)
	p.element("p", "byline", byline(s))
	for i := range s.Body {
		p.htmlBlock(&s.Body[i], part.text(i))
		p.htmlNotes(s, i+1)
	}
	for _, l := range below(s) {
		p.element("p", "note", l)
	}
	if len(part.Related) > 0 {
		p.printf("<h3>Related</h3>\n<ul>\n")
		for _, l := range part.Related {
			if l.To == "" {
				p.element("li", "", l.Text)
			} else {
				p.printf("<li><a href=\"#%s\">%s</a></li>\n", html.EscapeString(string(l.To)), html.EscapeString(l.Text))
			}
		}
		p.printf("</ul>\n")
	}
	p.printf("</article>\n")
}

func (p *printer) htmlNotes(s *story.Story, n int) {
	for i := range s.Notes {
		if s.Notes[i].After == n {
			p.element("p", "note", s.Notes[i].Text)
		}
	}
}

// htmlBlock writes a block of the body.
func (p *printer) htmlBlock(b *story.Block, text string) {
	switch b.Kind {
	case story.Heading:
		p.element("h3", "", text)
	case story.Quote:
		p.printf("<blockquote><p>%s</p></blockquote>\n", addressed(text))
	case story.Caption:
		p.printf("<figure><figcaption>%s</figcaption></figure>\n", addressed(caption(b)))
	case story.List, story.Code:
		p.printf("<pre>%s</pre>\n", html.EscapeString(text))
	default:
		p.element("p", "", text)
	}
}
