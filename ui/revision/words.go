package revision

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/clean"
	"dateline/feed/diff"
	"dateline/ui/theme"
)

// Piece is a piece of text in one style.
type Piece struct {
	of   diff.Of
	text string // may stand for a mark of the same length, so that lines break around marks as around brackets
	mark string // to print, if it is not empty
}

// Text returns the text of pieces, for lines to be broken. Brackets stand for marks.
func Text(pieces []Piece) string {
	var text strings.Builder
	for _, p := range pieces {
		text.WriteString(p.text)
	}
	return text.String()
}

// Unmarked returns a text without marks.
func Unmarked(text string) []Piece { return []Piece{{text: clean.Text(text)}} }

// Merged returns runs as one text, in which words that are gone are before those that
// replace them. With marks they are between [- and -], new words between {+ and +}.
// A single run is not marked. If several, the runs are of paragraphs that were split or
// joined: a blank line in the new text begins a paragraph.
func Merged(runs []diff.Run, several, marks bool) [][]Piece {
	if len(runs) == 1 && !several {
		return [][]Piece{Unmarked(runs[0].Text)}
	}
	parts := [][]Piece{nil}
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
			parts[last] = add(parts[last], r.Of, text, marks)
		}
	}
	return parts
}

// Side returns the runs of the old or the new story. If several, a blank line begins a
// paragraph, as in Merged.
func Side(runs []diff.Run, of diff.Of, several bool) [][]Piece {
	parts := [][]Piece{nil}
	for _, r := range runs {
		if r.Of != of && r.Of != diff.Both {
			continue
		}
		texts := []string{clean.Text(r.Text)}
		if several {
			texts = strings.Split(texts[0], "\n\n")
		}
		for i, text := range texts {
			if i > 0 {
				parts = append(parts, nil)
			}
			last := len(parts) - 1
			parts[last] = append(parts[last], Piece{of: r.Of, text: text})
		}
	}
	if len(runs) == 1 { // nothing to tell apart
		for i := range parts {
			parts[i] = Unmarked(Text(parts[i]))
		}
	}
	return parts
}

// add appends a text to pieces. The spaces around it stay outside of marks.
func add(pieces []Piece, of diff.Of, text string, marks bool) []Piece {
	body := strings.TrimSpace(text)
	if of == diff.Both || body == "" {
		return append(pieces, Piece{text: text})
	}
	at := strings.Index(text, body)
	lead, trail := text[:at], text[at+len(body):]
	replaces := of == diff.New && len(pieces) > 1 && pieces[len(pieces)-1].of == diff.Old
	switch {
	case replaces && marks:
		lead = ""
	case replaces && lead == "" && wordsMeet(pieces[len(pieces)-1].text, body):
		lead = " "
	}
	pieces = append(pieces, Piece{text: lead})
	switch {
	case !marks:
		pieces = append(pieces, Piece{of: of, text: body})
	case of == diff.Old:
		pieces = append(pieces, Piece{of, "((", "[-"}, Piece{of: of, text: body}, Piece{of, "))", "-]"})
	default:
		pieces = append(pieces, Piece{of, "((", "{+"}, Piece{of: of, text: body}, Piece{of, "))", "+}"})
	}
	if trail != "" {
		pieces = append(pieces, Piece{text: trail})
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

// Writer writes lines of the text of pieces in their styles.
type Writer struct {
	pieces []Piece
	at     int // in the text of the first piece
	pens   *theme.Pens
}

// NewWriter returns a writer of the lines of Text(pieces). Without pens it writes no styles.
func NewWriter(pieces []Piece, pens *theme.Pens) *Writer { return &Writer{pieces: pieces, pens: pens} }

// Line returns l, the next line, which may lack white space and invisible breaks that the
// pieces have, in the styles of the pieces.
func (w *Writer) Line(l string) string {
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
func (w *Writer) styled(p Piece, from, to int) string {
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
func (w *Writer) skip(l string) int {
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
