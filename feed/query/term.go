package query

import "strings"

// Term is a word that a query asks for, in a phrase or alone, and its place in the text.
type Term struct {
	Start, End int
	Text       string
}

// Terms returns the words that a text asks for in the order in which they stand, without
// those that are excluded, belong to a field other than title, or are syntax.
func Terms(text string) (out []Term) {
	if len(text) > MaxLength {
		return nil
	}
	l := lexer{text: unpaired(text, true)}
	for t := l.next(); t.mark != markEnd; t = l.next() {
		switch t.mark {
		case markMinus, markNot:
			l.skip()
		case markField:
			switch {
			case fieldNamed(t.text) == nil:
				out = append(out, Term{t.start, t.end, t.raw})
			case t.text != "title":
				l.skip()
			}
		case markWord, markPhrase:
			out = append(out, l.terms(t)...)
		case markOpen, markClose, markOr, markAnd, markSaved, markEnd:
		}
	}
	return out[:min(len(out), MaxTerms)]
}

// skip reads a part: a word, a group, or a field and its value.
func (l *lexer) skip() {
	for depth := 0; ; {
		t := l.next()
		switch t.mark {
		case markOpen:
			depth++
		case markClose:
			depth--
		case markMinus, markNot, markField:
			continue
		case markEnd:
			return
		case markOr, markAnd, markSaved, markWord, markPhrase:
		}
		if depth <= 0 {
			return
		}
	}
}

// terms returns the words of a token.
func (l *lexer) terms(t token) (out []Term) {
	at := t.start
	for _, w := range strings.FieldsFunc(t.text, isGap) {
		i := strings.Index(l.text[at:t.end], w)
		if i >= 0 && !isBlank(w) {
			out = append(out, Term{at + i, at + i + len(w), w})
			at += i + len(w)
		}
	}
	return out
}
