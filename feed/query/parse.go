package query

import (
	"time"

	"dateline/feed/locale"
)

// The bounds of a query. A query beyond them is an Error.
const (
	MaxLength = 10_000 // bytes, of a query and of each saved search
	MaxDepth  = 100    // nested groups and negations
	MaxTerms  = 200    // words, phrases, values and names of saved searches, including those in saved searches
	MaxSaved  = 5      // nested saved searches
)

// Options configure Parse. The zero value serves for queries without relative dates
// and saved searches.
type Options struct {
	Now    time.Time                        // what "yesterday" counts from; its location decides the day
	Typing bool                             // the cursor is at the end: the last word is a prefix, and unfinished parts are left out
	Saved  func(name string) (string, bool) // the text of a saved search; may be nil
	Remark func(Remark)                     // called with each Remark; may be nil
}

// Remark says how a part of a query was read that is probably not what was meant, such
// as a field that does not exist.
type Remark struct {
	Start, End int    // byte offsets in the text
	Text       string // like the Reason of an Error
}

// Error is an error in a query.
type Error struct {
	Start, End int    // byte offsets in the text
	Reason     string // a sentence of at most 60 characters without full stop: `there is no field "plce"`

	within bool // Reason names the saved search that has the error
	bound  bool // the query is too large to be searched at all
}

// Error returns the reason. The caller has the text and can show the position.
func (e *Error) Error() string { return e.Reason }

// Parse parses text. With Typing it fails only if more typing cannot make the query
// valid. A pasted line that is not a query is read as words, with a Remark. The error is
// an *Error.
func Parse(text string, o Options) (Node, error) {
	_, n, err := parse(text, o)
	if err != nil {
		return nil, err
	}
	if n == nil {
		return All{}, nil
	}
	return n, nil
}

// parse parses text, or its plain words if it is a pasted line that is not a query.
func parse(text string, o Options) (*parser, Node, error) {
	p := newParser(text, o)
	n, err := p.parse()
	e, ok := err.(*Error) //nolint:errorlint // a parser returns no other type and wraps none
	if !ok || e.bound || !isPasted(text) || hasField(text, o.Now) {
		if err == nil {
			p.tell()
		}
		return p, n, err
	}
	words := newParser(plainWords(text), o)
	if n, err = words.parse(); err != nil {
		return p, nil, err
	}
	words.remarks = []Remark{{e.Start, e.End, e.Reason}}
	words.tell()
	return words, n, nil
}

// tell calls Remark with each remark.
func (p *parser) tell() {
	for _, n := range p.remarks {
		if p.Remark != nil {
			p.Remark(n)
		}
	}
}

// usage counts the terms and the depth of a query and its saved searches.
type usage struct{ terms, depth int }

// parser parses one text. Its methods return a nil Node for parts that are ignored.
type parser struct {
	lexer
	Options
	tok     token
	usage   *usage
	saved   int // the number of saved searches around this text
	remarks []Remark

	open     int   // the number of open groups
	either   bool  // there is an OR outside all groups
	last     token // the end of the last part that narrows the query
	lastOpen int   // the number of open groups after last
}

func newParser(text string, o Options) *parser {
	if len(text) <= MaxLength {
		text = unpaired(text, o.Typing)
	}
	return &parser{lexer: lexer{text: text}, Options: o, usage: &usage{}}
}

func (p *parser) parse() (Node, error) {
	if len(p.text) > MaxLength {
		return nil, &Error{Start: MaxLength, End: len(p.text), Reason: locale.T("a query has at most 10,000 bytes"), bound: true}
	}
	p.advance()
	return p.alternatives(nil)
}

// advance reads the next token that is not ignored. An operator at the cursor does
// not count yet.
func (p *parser) advance() {
	p.tok = p.next()
	for p.tok.mark == markAnd {
		p.tok = p.next()
	}
	if (p.tok.mark == markOr || p.tok.mark == markNot) && p.atCursor(p.tok) {
		p.tok = token{mark: markEnd, start: p.tok.end, end: p.tok.end}
	}
}

// atCursor reports whether t is still being typed.
func (p *parser) atCursor(t token) bool { return p.Typing && t.end == len(p.text) }

// more reports whether the missing part may still be typed.
func (p *parser) more() bool { return p.Typing && p.tok.mark == markEnd }

// alternatives reads sequences with OR between them. in is the field of the group, or
// nil.
func (p *parser) alternatives(in *field) (Node, error) {
	var list []Node
	var or token
	for {
		n, err := p.sequence(in)
		switch {
		case err != nil:
			return nil, err
		case n != nil:
			list = append(list, n)
		case p.tok.mark == markOr:
			return nil, wrong(p.tok, locale.T("OR needs something before it"))
		case or.mark == markOr && !p.more():
			return nil, wrong(or, locale.T("OR needs something after it"))
		}
		if p.tok.mark != markOr {
			return disjunction(list), nil
		}
		or = p.tok
		p.either = p.either || p.open == 0
		p.advance()
	}
}

// sequence reads parts that must all match.
func (p *parser) sequence(in *field) (Node, error) {
	var list []Node
	for !p.stops() {
		n, err := p.operand(in)
		if err != nil {
			return nil, err
		}
		if n != nil {
			list = append(list, n)
		}
	}
	return conjunction(list), nil
}

// stops reports whether a sequence ends here.
func (p *parser) stops() bool {
	return p.tok.mark == markEnd || p.tok.mark == markOr || p.tok.mark == markClose
}

// operand reads one part, negated or not.
func (p *parser) operand(in *field) (Node, error) {
	t := p.tok
	switch t.mark {
	case markNot, markMinus:
		return p.negation(in)
	case markOpen:
		return p.group(in)
	case markField:
		return p.value(in)
	case markSaved:
		p.advance()
		if in != nil {
			return nil, wrong(t, locale.F("%s:( ) cannot contain a saved search", in.name))
		}
		return p.expand(t)
	}
	p.advance()
	if in == nil {
		in = &anywhere
	}
	return p.leaf(in, t)
}

func (p *parser) negation(in *field) (Node, error) {
	t := p.tok
	if err := p.deeper(t); err != nil {
		return nil, err
	}
	defer func() { p.usage.depth-- }()
	p.advance()
	// NOT skips words that are ignored; a minus belongs to what it touches.
	for !p.stops() {
		word := p.tok.mark == markWord || p.tok.mark == markPhrase
		n, err := p.operand(in)
		if err != nil {
			return nil, err
		}
		if n != nil {
			return Not{n}, nil
		}
		if t.mark == markMinus || !word {
			return nil, nil
		}
	}
	if p.more() {
		return nil, nil
	}
	return nil, wrong(t, locale.F("%s needs something after it", t.text))
}

// deeper counts one more level of nesting.
func (p *parser) deeper(t token) error {
	if p.usage.depth >= MaxDepth {
		return tooMuch(t, locale.T("groups can be nested at most 100 deep"))
	}
	p.usage.depth++
	return nil
}

func (p *parser) group(in *field) (Node, error) {
	t := p.tok
	if err := p.deeper(t); err != nil {
		return nil, err
	}
	defer func() { p.usage.depth-- }()
	p.open++
	p.advance()
	n, err := p.alternatives(in)
	switch {
	case err != nil:
		return nil, err
	case p.tok.mark == markClose:
		p.open--
		if n != nil {
			p.reached(p.tok)
		}
		p.advance()
	}
	return n, nil
}

// value reads a field and the value after its colon.
func (p *parser) value(in *field) (Node, error) {
	t := p.tok
	f := fieldNamed(t.text)
	switch {
	case f == nil:
		return p.unknown(in)
	case in != nil:
		return nil, wrong(t, locale.F("%s:( ) cannot contain a field", in.name))
	}
	p.advance()
	v := p.tok
	switch v.mark {
	case markOpen:
		open := p.open
		n, err := p.group(f)
		if n != nil || err != nil || p.open > open {
			return n, err
		}
	case markWord, markPhrase:
		p.advance()
		n, err := p.leaf(f, v)
		if n != nil || err != nil || p.atCursor(v) {
			return n, err
		}
	case markEnd:
		if p.Typing {
			return nil, nil
		}
	}
	return nil, wrong(t, locale.F("%s: needs a value", f.name))
}

// leaf returns the Node for a word or phrase in the field f.
func (p *parser) leaf(f *field, t token) (Node, error) {
	typed := p.atCursor(t) && (t.mark == markWord || t.open)
	if !f.accepts(t, typed) {
		return nil, nil
	}
	if err := p.count(t); err != nil {
		return nil, err
	}
	n, reason := f.read(term{text: t.text, raw: t.raw, quoted: t.mark == markPhrase, prefix: typed || t.star, near: t.near, loose: t.loose}, p.Now)
	if reason == "" {
		p.reached(t)
		return n, nil
	}
	if typed && !t.star && (beginsOperator(t) || f.begins(t.text, p.Now)) {
		return nil, nil
	}
	return nil, wrong(t, reason)
}

// count counts one more term.
func (p *parser) count(t token) error {
	if p.usage.terms >= MaxTerms {
		return tooMuch(t, locale.T("a query has at most 200 terms"))
	}
	p.usage.terms++
	return nil
}

// reached records that t ends a part that narrows the query.
func (p *parser) reached(t token) { p.last, p.lastOpen = t, p.open }

// tooMuch returns an error for a query beyond a bound.
func tooMuch(t token, reason string) error {
	return &Error{Start: t.start, End: t.end, Reason: reason, bound: true}
}

func wrong(t token, reason string) error {
	return &Error{Start: t.start, End: t.end, Reason: reason}
}
