package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/clean"
	"dateline/feed/diff"
	"dateline/ui/theme"
)

// piece is a piece of text in one style. Its text may stand for a mark of the same length,
// so that lines break around marks as around brackets.
type piece struct {
	of   diff.Of
	text string
	mark string // to print, if it is not empty
}

// parts returns runs as they are printed. If several, they are of paragraphs that were
// split or joined: a blank line in the new text begins a paragraph.
func (s *diffSheet) parts(runs []diff.Run, several bool) [][]piece {
	if len(runs) == 1 && !several {
		return [][]piece{{{text: clean.Text(runs[0].Text)}}}
	}
	parts := [][]piece{nil}
	for _, r := range runs {
		texts := []string{clean.Text(r.Text)}
		switch {
		case several && r.Of == diff.Old:
			texts[0] = strings.TrimSuffix(strings.ReplaceAll(texts[0], "\n\n", "¶ "), " ")
		case several:
			texts = strings.Split(texts[0], "\n\n")
		}
		for i, text := range texts {
			if i > 0 {
				parts = append(parts, nil)
			}
			last := len(parts) - 1
			parts[last] = s.add(parts[last], r.Of, text)
		}
	}
	return parts
}

// add appends a text to pieces, in brackets if there is no color. The spaces around it
// stay outside.
func (s *diffSheet) add(pieces []piece, of diff.Of, text string) []piece {
	body := strings.TrimSpace(text)
	if of == diff.Both || body == "" {
		return append(pieces, piece{text: text})
	}
	at := strings.Index(text, body)
	lead, trail := text[:at], text[at+len(body):]
	replaces := of == diff.New && len(pieces) > 1 && pieces[len(pieces)-1].of == diff.Old
	switch {
	case replaces && s.pens == nil:
		lead = ""
	case replaces && lead == "" && wordsMeet(pieces[len(pieces)-1].text, body):
		lead = " "
	}
	pieces = append(pieces, piece{text: lead})
	switch {
	case s.pens != nil:
		pieces = append(pieces, piece{of: of, text: body})
	case of == diff.Old:
		pieces = append(pieces, piece{of, "((", "[-"}, piece{of: of, text: body}, piece{of, "))", "-]"})
	default:
		pieces = append(pieces, piece{of, "((", "{+"}, piece{of: of, text: body}, piece{of, "))", "+}"})
	}
	if trail != "" {
		pieces = append(pieces, piece{text: trail})
	}
	return pieces
}

// wordsMeet reports whether a ends and b begins with a letter or a digit.
func wordsMeet(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	is := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return is(last) && is(first)
}

// writer writes lines of the text of pieces in their styles.
type writer struct {
	pieces []piece
	at     int // in the text of the first piece
	pens   *theme.Pens
}

// line returns l, the next line, which may lack white space and invisible breaks that the
// pieces have.
func (w *writer) line(l string) string {
	var out strings.Builder
	for len(l) > 0 && len(w.pieces) > 0 {
		p := w.pieces[0]
		from := w.skip(l)
		n := 0
		for n < len(l) && from+n < len(p.text) && l[n] == p.text[from+n] {
			n++
		}
		out.WriteString(w.styled(p, from, from+n))
		l = l[n:]
		if w.at = from + n; w.at == len(p.text) {
			w.pieces, w.at = w.pieces[1:], 0
		} else if n == 0 {
			break // l is not of the pieces
		}
	}
	return out.String() + l
}

// styled returns the part of p that is to be printed.
func (w *writer) styled(p piece, from, to int) string {
	text := p.text[from:to]
	switch {
	case p.mark != "":
		text = p.mark[from:to]
	case text == "" || w.pens == nil:
	case p.of == diff.Old:
		text = w.pens.Old.Draw(text)
	case p.of == diff.New:
		text = w.pens.New.Draw(text)
	}
	return text
}

// skip returns where, in the first piece, the text of l begins.
func (w *writer) skip(l string) int {
	text := w.pieces[0].text
	r, _ := utf8.DecodeRuneInString(l)
	for at := w.at; at < len(text); {
		t, n := utf8.DecodeRuneInString(text[at:])
		if t == r || !unicode.IsSpace(t) && t != clean.Break {
			return at
		}
		at += n
	}
	return len(text)
}
