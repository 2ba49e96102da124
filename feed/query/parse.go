package query

import (
	"fmt"
	"time"
)

// The bounds of a query. What goes beyond them is an Error that says so.
const (
	MaxLength = 10_000 // bytes, of a query and of each saved search
	MaxDepth  = 100    // groups and negations inside one another
	MaxTerms  = 200    // words, phrases, values and names of saved searches, those in saved searches too
	MaxSaved  = 5      // saved searches inside one another
)

// Options say how a query is read. The zero value is of use where neither
// "yesterday" nor "@name" occur.
type Options struct {
	Now    time.Time                        // what "yesterday" counts from; its location decides the day
	Typing bool                             // the cursor is at the end: the last word is the beginning of one, and what is unfinished is left out
	Saved  func(name string) (string, bool) // the text of a saved search; may be nil
}

// Error says what is wrong with a query and where.
type Error struct {
	Start, End int    // byte offsets in the text
	Reason     string // a short sentence without full stop: `there is no field "plce"`

	within bool // Reason names the saved search that it is about
}

// Error is the reason alone; whoever has the text shows where.
func (e *Error) Error() string { return e.Reason }

// Parse reads text. With Typing it fails only where no way of going on could
// make the query right. The error is an *Error.
func Parse(text string, o Options) (Node, error) {
	p := newParser(text, o)
	n, err := p.parse()
	if err != nil {
		return nil, err
	}
	if n == nil {
		return All{}, nil
	}
	return n, nil
}

// spent counts what a query and its saved searches use up.
type spent struct{ terms, depth int }

// parser reads one text. Its methods return a nil Node for what says nothing.
type parser struct {
	lexer
	Options
	tok   token
	spent *spent
	saved int // how many saved searches this text is inside of

	open     int   // groups that are open now
	either   bool  // an OR stands outside of all groups
	last     token // ends the last thing that narrows the query
	lastOpen int   // the groups that are open behind it
}

func newParser(text string, o Options) *parser {
	return &parser{lexer: lexer{text: text}, Options: o, spent: &spent{}}
}

func (p *parser) parse() (Node, error) {
	if len(p.text) > MaxLength {
		return nil, &Error{Start: MaxLength, End: len(p.text), Reason: "a query has at most 10,000 bytes"}
	}
	p.advance()
	n, err := p.alternatives(nil)
	if err == nil && p.tok.mark == markClose {
		return nil, wrong(p.tok, "this ) closes nothing")
	}
	return n, err
}

// advance reads the next token that says something. An operator that the
// cursor touches is not there yet.
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

// more reports whether what is missing at this place may still be typed.
func (p *parser) more() bool { return p.Typing && p.tok.mark == markEnd }

// alternatives reads sequences with OR between them. In is the field that a
// group belongs to, nil for none.
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
			return nil, wrong(p.tok, "OR needs something before it")
		case or.mark == markOr && !p.more():
			return nil, wrong(or, "OR needs something after it")
		}
		if p.tok.mark != markOr {
			return disjunction(list), nil
		}
		or = p.tok
		p.either = p.either || p.open == 0
		p.advance()
	}
}

// sequence reads what must all match.
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

// operand reads one thing, negated or not.
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
			return nil, wrong(t, "a saved search cannot stand inside "+in.name+":( )")
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
	defer func() { p.spent.depth-- }()
	p.advance()
	// NOT passes over words that are ignored; a minus belongs to what it touches.
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
	return nil, wrong(t, t.text+" needs something after it")
}

// deeper counts one more level.
func (p *parser) deeper(t token) error {
	if p.spent.depth >= MaxDepth {
		return wrong(t, "groups go at most 100 deep")
	}
	p.spent.depth++
	return nil
}

func (p *parser) group(in *field) (Node, error) {
	t := p.tok
	if err := p.deeper(t); err != nil {
		return nil, err
	}
	defer func() { p.spent.depth-- }()
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
	case !p.Typing:
		return nil, wrong(t, "this ( is not closed")
	}
	return n, nil
}

// value reads a field and what stands after its colon.
func (p *parser) value(in *field) (Node, error) {
	t := p.tok
	f := fieldNamed(t.text)
	switch {
	case f == nil:
		return nil, wrong(t, "there is no field "+shown(t.text))
	case in != nil:
		return nil, wrong(t, "a field cannot stand inside "+in.name+":( )")
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
	return nil, wrong(t, f.name+": needs a value")
}

// leaf makes a word or phrase into what f asks for.
func (p *parser) leaf(f *field, t token) (Node, error) {
	if t.open && !p.Typing {
		return nil, wrong(t, "this quote is not closed")
	}
	typed := p.atCursor(t) && (t.mark == markWord || t.open)
	if !f.hears(t, typed) {
		return nil, nil
	}
	if err := p.count(t); err != nil {
		return nil, err
	}
	n, reason := f.read(term{text: t.text, raw: t.raw, quoted: t.mark == markPhrase, prefix: typed || t.star, loose: t.loose}, p.Now)
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
	if p.spent.terms >= MaxTerms {
		return wrong(t, "a query has at most 200 terms")
	}
	p.spent.terms++
	return nil
}

// reached notes that t ends something that narrows the query.
func (p *parser) reached(t token) { p.last, p.lastOpen = t, p.open }

// expand reads the saved search that t names.
func (p *parser) expand(t token) (Node, error) {
	if t.open && !p.Typing {
		return nil, wrong(t, "this quote is not closed")
	}
	if err := p.count(t); err != nil {
		return nil, err
	}
	n, err := p.search(t)
	switch {
	case err == nil:
		p.reached(t)
	case p.atCursor(t):
		return nil, nil // the name may go on
	}
	return n, err
}

// search reads the text of the saved search that t names.
func (p *parser) search(t token) (Node, error) {
	if p.saved >= MaxSaved {
		return nil, wrong(t, "saved searches go at most 5 deep")
	}
	text, ok := "", false
	if p.Saved != nil {
		text, ok = p.Saved(t.text)
	}
	if !ok {
		return nil, wrong(t, "there is no saved search "+shown(t.text))
	}
	sub := &parser{lexer: lexer{text: text}, Options: Options{Now: p.Now, Saved: p.Saved}, spent: p.spent, saved: p.saved + 1}
	n, err := sub.parse()
	switch {
	case err != nil:
		return nil, within(t, err)
	case n == nil:
		return nil, wrong(t, "the saved search "+shown(t.text)+" says nothing")
	}
	return n, nil
}

// within is an error of the saved search that t names, told of t.
func within(t token, err error) error {
	e, ok := err.(*Error) //nolint:errorlint // a parser makes no other, and wraps none
	if !ok {
		return err
	}
	if !e.within {
		e.Reason = fmt.Sprintf("in the saved search %s: %s", shown(t.text), e.Reason)
	}
	return &Error{Start: t.start, End: t.end, Reason: e.Reason, within: true}
}

func wrong(t token, reason string) error {
	return &Error{Start: t.start, End: t.end, Reason: reason}
}
