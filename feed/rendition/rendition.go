// Package rendition writes stories as documents: Markdown, and HTML that is complete and
// needs nothing else. A document has one story, or one and those that belong to it, with
// links between them.
//
// No text of a story can become markup. In Markdown, what would be markup has a backslash
// before it; package prose reads the same headline and paragraphs. HTML has no scripts, and
// its links lead to parts of the document or, where a text has an address, to http and https.
package rendition

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

	"dateline/feed/story"
)

// Part is a story of a document.
type Part struct {
	Story   *story.Story
	ID      story.ID // by which links find it; empty if the document has no other story
	Label   string   // why it is there, "Take"; empty for the first
	Notes   []string // what is known about the story and is not in its copy
	Related []Link
}

// Link is a headline that a story lists.
type Link struct {
	Text string
	To   story.ID // the part that it leads to; empty if that is not in the document
}

// printer writes text and keeps the first error.
type printer struct {
	w   *bufio.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// each calls write for each of parts, first with 1, and flushes what was written to w.
func each(w io.Writer, parts iter.Seq2[Part, error], write func(p *printer, n int, part *Part)) error {
	p := printer{w: bufio.NewWriter(w)}
	n := 0
	for part, err := range parts {
		if err != nil {
			return err
		}
		n++
		write(&p, n, &part)
		if p.err != nil {
			return p.err
		}
	}
	return p.w.Flush()
}

// text returns the text of block i of the body. The first paragraph has its dateline.
func (part *Part) text(i int) string {
	s := part.Story
	if b := &s.Body[i]; b.N == 1 && s.Dateline.Text != "" {
		return s.Dateline.Text + " " + b.Text
	}
	return s.Body[i].Text
}

// byline returns the byline, unless the dateline has it.
func byline(s *story.Story) string {
	if text := s.Byline.Text; text == "" || strings.Contains(s.Dateline.Text, text) {
		return ""
	}
	return s.Byline.Text
}

// facts returns the place, day and agency of a story whose copy has no dateline.
func facts(s *story.Story) string {
	if s.Dateline.Text != "" {
		return ""
	}
	var list []string
	for _, text := range []string{strings.Join(s.Dateline.Places, ", "), s.Date.String(), s.Dateline.Agency} {
		if text != "" {
			list = append(list, text)
		}
	}
	return strings.Join(list, " · ")
}

// caption returns the text of a caption with its credit and rights.
func caption(b *story.Block) string {
	text := b.Text
	if b.Credit != "" {
		text += " (" + b.Credit + ")"
	}
	if b.Rights != "" {
		text += " " + b.Rights
	}
	return text
}

// below returns the lines below the body: sign-off, end mark, keywords and tail.
func below(s *story.Story) (texts []string) {
	for _, l := range s.SignOff.Lines {
		texts = append(texts, l.Text)
	}
	if s.EndMark.Text != "" {
		texts = append(texts, s.EndMark.Text)
	}
	for _, l := range s.Tail {
		texts = append(texts, l.Text)
	}
	return texts
}

// words yields the words of text, each with the white space after it. Address is true for one
// that is an address of the web.
func words(text string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		for _, word := range strings.SplitAfter(text, " ") {
			at := max(strings.Index(word, "https://"), strings.Index(word, "http://"))
			if at < 0 || strings.Contains(word[:at], "/") {
				if !yield(word, false) {
					return
				}
				continue
			}
			end := len(strings.TrimRight(word, " .,;:!?)]}'\"”’»"))
			if i := strings.IndexAny(word[at:], "<>\\`\"\t\u00a0"); i >= 0 {
				end = min(end, at+i)
			}
			end = max(end, at)
			if !yield(word[:at], false) || !yield(word[at:end], end-at > len("https://")) || !yield(word[end:], false) {
				return
			}
		}
	}
}
