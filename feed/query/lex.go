package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is the kind of a token.
type mark int

const (
	markEnd mark = iota
	markOpen
	markClose
	markOr
	markAnd
	markNot
	markMinus
	markField
	markSaved
	markWord
	markPhrase
)

// token is a piece of a query. Its text is a word without its star, the text in
// quotes, or the name of a field or a saved search.
type token struct {
	mark       mark
	start, end int
	text       string
	raw        string // text with all its white space
	star       bool   // it ends in a star
	near       int    // it ends in a tilde: 1 for a word, the distance for a phrase
	direct     bool   // it is a word that touches a field's colon
	open       bool   // its quote is not closed
	loose      bool   // there is white space before its closing quote
}

// lexer cuts a query into tokens.
type lexer struct {
	text   string
	pos    int
	direct bool // the colon of a field has just been read: the text that touches it is its value
}

// next reads a token. At the end it returns markEnd every time.
func (l *lexer) next() token {
	direct := l.direct
	l.direct = false
	for r, size := l.peek(); size > 0 && isGap(r); r, size = l.peek() {
		l.pos += size
		direct = false
	}
	start := l.pos
	r, size := l.peek()
	switch {
	case size == 0:
		return token{mark: markEnd, start: start, end: start}
	case narrow(r) == '(':
		l.pos += size
		return token{mark: markOpen, start: start, end: l.pos, text: "("}
	case narrow(r) == ')':
		l.pos += size
		return token{mark: markClose, start: start, end: l.pos, text: ")"}
	case family(r) != 0:
		return l.phrase()
	case direct:
		t := l.word()
		t.direct = true
		return t
	case isMinus(r) && l.negates(size):
		l.pos += size
		return token{mark: markMinus, start: start, end: l.pos, text: "-"}
	case narrow(r) == '@':
		return l.saved(size)
	}
	if t, ok := l.field(); ok {
		return t
	}
	return l.operator(l.word())
}

// peek returns the next rune; its size is 0 at the end.
func (l *lexer) peek() (r rune, size int) { return utf8.DecodeRuneInString(l.text[l.pos:]) }

// negates reports whether a minus of that size touches the next part.
func (l *lexer) negates(size int) bool {
	r, n := utf8.DecodeRuneInString(l.text[l.pos+size:])
	return n > 0 && !isGap(r) && !isMinus(r) && narrow(r) != ')'
}

// word reads up to white space, a parenthesis or a quote.
func (l *lexer) word() token {
	start := l.pos
	last := rune(0)
	for {
		r, size := l.peek()
		if size == 0 || isGap(r) || narrow(r) == '(' || narrow(r) == ')' || family(r) != 0 && !l.inside(last, size) {
			break
		}
		last = r
		l.pos += size
	}
	raw := strings.TrimRight(l.text[start:l.pos], "*＊")
	t := token{mark: markWord, start: start, end: l.pos, text: raw, raw: raw, star: len(raw) < l.pos-start}
	if text := strings.TrimRight(raw, "~～"); len(text) < len(raw) && !isBlank(text) {
		t.text, t.near, t.star = text, 1, false
	}
	return t
}

// inside reports whether the quote at the position, after the letter last, is part of
// a Hebrew abbreviation, which has a quote before its last letter.
func (l *lexer) inside(last rune, size int) bool {
	if !unicode.Is(unicode.Hebrew, last) || l.text[l.pos] != '"' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(l.text[l.pos+size:])
	return unicode.Is(unicode.Hebrew, next)
}

// phrase reads from a quote to the next one of the same family, and a star after it.
func (l *lexer) phrase() token {
	t := token{mark: markPhrase, start: l.pos, open: true}
	r, size := l.peek()
	l.pos += size
	quotes, from, last := family(r), l.pos, rune(0)
	for {
		r, size = l.peek()
		if size == 0 {
			break
		}
		if family(r) == quotes && !l.inside(last, size) {
			t.open = false
			break
		}
		last = r
		l.pos += size
	}
	t.raw = l.text[from:l.pos]
	t.text = strings.Join(strings.FieldsFunc(t.raw, isGap), " ")
	t.loose = isGap(last)
	l.pos += size
	if r, size := l.peek(); !t.open && size > 0 && narrow(r) == '*' {
		t.star = true
		l.pos += size
	} else if near, size := distance(l.text[l.pos:]); !t.open && size > 0 {
		t.near = near
		l.pos += size
	}
	t.end = l.pos
	return t
}

// distance reads a tilde and a number of up to two digits.
func distance(text string) (n, size int) {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || narrow(r) != '~' {
		return 0, 0
	}
	digits := 0
	for _, r := range text[size:] {
		d := narrow(r)
		if d < '0' || d > '9' || digits == 2 {
			break
		}
		n = n*10 + int(d-'0')
		digits++
		size += utf8.RuneLen(r)
	}
	if n == 0 {
		return 0, 0
	}
	return n, size
}

// saved reads the name after an @, which may be quoted.
func (l *lexer) saved(size int) token {
	start := l.pos
	l.pos += size
	var t token
	if r, n := l.peek(); n > 0 && family(r) != 0 {
		t = l.phrase()
	} else if t = l.word(); t.end == start+size {
		return token{mark: markWord, start: start, end: t.end, text: "@", raw: "@"}
	} else {
		t.text = l.text[start+size : t.end]
	}
	t.mark, t.start = markSaved, start
	return t
}

// field reads the name of a field and its colon, or a word and its colon if no value
// touches it. At the end the value of a known field may still follow.
func (l *lexer) field() (token, bool) {
	rest := l.text[l.pos:]
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 {
		return token{}, false
	}
	colon, size := utf8.DecodeRuneInString(rest[end:])
	name := strings.ToLower(strings.Map(narrow, rest[:end]))
	if narrow(colon) != ':' || isScheme(name) {
		return token{}, false
	}
	value, n := utf8.DecodeRuneInString(rest[end+size:])
	known := fieldNamed(name) != nil
	switch {
	case isOperator(rest[:end]):
		return token{}, false
	case n == 0 && !known, n > 0 && (isGap(value) || narrow(value) == ')'):
		t := token{mark: markWord, start: l.pos, end: l.pos + end, text: rest[:end], raw: rest[:end]}
		l.pos += end + size
		return t, true
	}
	t := token{mark: markField, start: l.pos, end: l.pos + end, text: name, raw: rest[:end]}
	l.pos += end + size
	l.direct = true
	return t, true
}

// operators are the words that join or negate other parts, in capitals.
var operators = map[string]mark{"OR": markOr, "AND": markAnd, "NOT": markNot}

// operatorOf returns the mark of a word that is an operator.
func operatorOf(word string) (mark, bool) {
	m, ok := operators[strings.Map(narrow, word)]
	return m, ok
}

// beginsOperator reports whether t may become an operator when more is typed.
func beginsOperator(t token) bool {
	name := strings.Map(narrow, t.text)
	if t.mark != markWord || t.direct {
		return false
	}
	for op := range operators {
		if strings.HasPrefix(op, name) {
			return true
		}
	}
	return false
}

// operator returns t with the mark of an operator if it is one.
func (*lexer) operator(t token) token {
	if t.star || t.near != 0 {
		return t
	}
	if m, ok := operatorOf(t.text); ok {
		t.mark = m
	}
	return t
}
