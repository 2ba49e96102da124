package query

import (
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Clause returns a query for the stories with one value of a field or, with exclude,
// for all others. It quotes the values of fields that hold any text, which makes them
// exact. The clause for an empty value is empty.
func Clause(field, value string, exclude bool) string {
	if strings.TrimFunc(value, isGap) == "" {
		return ""
	}
	if exact(Field(field)) || !isBare(value) {
		value = quoted(value)
	}
	if exclude {
		return "-" + field + ":" + value
	}
	return field + ":" + value
}

// exact reports whether f holds any text: one value may be part of another.
func exact(f Field) bool {
	named := fieldNamed(string(f))
	return named != nil && named.free && f != Lang
}

// isBare reports whether value can follow a colon without quotes.
func isBare(value string) bool {
	l := lexer{text: value}
	t := l.word()
	return t.text == value && !t.star
}

// quoted puts text in quotes of a family that does not occur in it. If text
// has quotes of all families, its straight ones become spaces.
func quoted(text string) string {
	for _, pair := range [][2]string{{`"`, `"`}, {`«`, `»`}, {`「`, `」`}} {
		l := lexer{text: pair[0] + text + pair[1]}
		if t := l.phrase(); t.raw == text && t.end == len(l.text) {
			return l.text
		}
	}
	return `"` + strings.Map(func(r rune) rune {
		if family(r) == '"' {
			return ' '
		}
		return r
	}, text) + `"`
}

// Add returns text with one more clause that must match too. It puts text or clause
// in parentheses if it has alternatives. Unfinished parts of text are dropped or
// closed, as they are while typing. Text with another error stays unchanged before the
// clause. Text that already has the clause is returned unchanged.
func Add(text, clause string) string {
	clause = strings.TrimFunc(clause, isGap)
	if clause == "" {
		return text
	}
	p, n, err := closed(text)
	if err != nil {
		return text + " " + clause
	}
	if n == nil {
		return clause
	}
	c := newParser(clause, structure())
	if added, err := c.parse(); err == nil {
		if requires(n, added) {
			return p.text
		}
		clause = c.single(added, clause)
	}
	return p.single(n, strings.TrimFunc(p.text, isGap)) + " " + clause
}

// Base returns text in the form that the next clause can be typed behind, as Add does.
// It is empty or ends with a space.
func Base(text string) string {
	p, n, err := closed(text)
	switch {
	case err != nil:
		return text + " "
	case n == nil:
		return ""
	}
	return p.single(n, strings.TrimFunc(p.text, isGap)) + " "
}

// Clauses returns the parts of text that must all match, as they are written. Text
// that has alternatives outside groups is one part. It drops or closes unfinished
// parts, as Add does. Text with another error has no clauses.
func Clauses(text string) []string {
	p, n, err := closed(text)
	if err != nil || n == nil {
		return nil
	}
	if _, ok := n.(Or); ok && p.either {
		return []string{strings.TrimFunc(p.text, isGap)}
	}
	var clauses []string
	p = newParser(p.text, structure())
	p.advance()
	for !p.stops() {
		start := p.tok.start
		n, err := p.operand(nil)
		if err != nil {
			return nil
		}
		if n != nil {
			clauses = append(clauses, p.text[start:p.last.end])
		}
	}
	return clauses
}

// Remove returns text without one of its Clauses. Text that does not have the clause
// is returned unchanged.
func Remove(text, clause string) string {
	clauses := Clauses(text)
	if !slices.Contains(clauses, clause) {
		return text
	}
	return strings.Join(slices.DeleteFunc(clauses, func(c string) bool { return c == clause }), " ")
}

// closed parses text. If text is unfinished, it parses what remains when unfinished
// parts are dropped or closed; that is the text of the parser.
func closed(text string) (*parser, Node, error) {
	o := structure()
	if unpaired(text, false) == unpaired(text, true) {
		if p, n, err := parse(text, o); err == nil {
			if n != nil {
				p.text = p.closed()
			}
			return p, n, nil
		}
	}
	o.Typing = true
	p, n, err := parse(text, o)
	if err == nil {
		p.text = p.closed()
	}
	return p, n, err
}

// structure returns the options for reading the structure of a text, for which any
// day and any saved search will do.
func structure() Options {
	return Options{Now: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC), Saved: func(string) (string, bool) { return "x", true }}
}

// Finished returns a query that means the same as text does while it is typed: if its
// last word is a prefix, it gets a star. Text that has an error stays unchanged.
func Finished(text string) string {
	o := structure()
	o.Typing = true
	typed, err := Parse(text, o)
	if err != nil {
		return text
	}
	o.Typing = false
	text = strings.TrimFunc(text, isGap)
	for _, finished := range []string{text, text + "*"} {
		if n, err := Parse(finished, o); err == nil && reflect.DeepEqual(n, typed) {
			return finished
		}
	}
	return text
}

// requires reports whether n is part or a conjunction that contains part.
func requires(n, part Node) bool {
	and, ok := n.(And)
	if !ok {
		and = And{n}
	}
	return slices.ContainsFunc(and, func(n Node) bool { return reflect.DeepEqual(n, part) })
}

// single returns text, which parsed to n, in a form that can stand beside other clauses.
func (p *parser) single(n Node, text string) string {
	if _, ok := n.(Or); ok && p.either {
		return "(" + text + ")"
	}
	return text
}

// closed returns the text up to the last part that narrows it, with its quote and
// groups closed.
func (p *parser) closed() string {
	text := p.text[:p.last.end]
	if p.last.open {
		text += p.endQuote()
	}
	return text + strings.Repeat(")", p.lastOpen)
}

// endQuote returns the end of the last quote, with a star where an open quote means
// a prefix.
func (p *parser) endQuote() string {
	text := p.text[p.last.start:]
	first, _ := utf8.DecodeRuneInString(text[strings.IndexFunc(text, func(r rune) bool { return family(r) != 0 }):])
	end := map[rune]string{'"': `"`, '«': `»`, '「': `」`}[family(first)]
	if p.last.mark == markSaved || p.last.loose {
		return end
	}
	return end + "*"
}
