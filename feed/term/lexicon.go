package term

import "bytes"

// maxLexicon is the number of terms that a Lexicon may have.
const maxLexicon = 1 << 20

// Lexicon numbers terms, from 0 and in the order in which they come. NewLexicon makes one.
// Once it has a million terms, it numbers each other term like a Gap. It is for one
// goroutine.
type Lexicon struct {
	terms   []string // by number
	numbers map[string]uint32
	recent  [1 << recentBits]numbered // by the hash of the key
	scanner scanner
}

// numbered is a short term and its number. The zero value is none.
type numbered struct {
	key    key
	number uint32
}

// recentBits is the number of bits of a hash: of most texts, 19 terms in 20 are recent.
const recentBits = 13

// NewLexicon returns a Lexicon without terms.
func NewLexicon() *Lexicon { return &Lexicon{numbers: map[string]uint32{}} }

// Terms returns the terms by number. Another goroutine may read the result while the
// Lexicon goes on.
func (l *Lexicon) Terms() []string { return l.terms }

// Append appends the numbers of the terms of text to list: the terms that the function
// Append appends, in their order.
func (l *Lexicon) Append(list []uint32, text string) []uint32 {
	s := &l.scanner
	s.reset(text)
	for {
		if k, n := s.simple(); n > 0 {
			r := l.at(k)
			if r.key != k {
				t, _ := appendLower(s.term[:0], text[s.pos-n:s.pos], limit, false)
				*r = numbered{k, l.look(t)}
			}
			list = append(list, r.number)
			continue
		}
		t, ok := s.next(s.term[:0])
		if !ok {
			break
		}
		list = append(list, l.number(t))
		if s.joint.ready {
			s.alias()
		}
		if s.accented {
			s.spell()
		}
	}
	for t := range bytes.FieldsSeq(s.aliases) {
		list = append(list, l.number(t))
	}
	s.text = ""
	return list
}

// Number returns the number of a term.
func (l *Lexicon) Number(term string) uint32 { return l.number([]byte(term)) }

func (l *Lexicon) number(term []byte) uint32 {
	if len(term) > longestKey {
		return l.look(term)
	}
	k := keyOf(term)
	r := l.at(k)
	if r.key != k {
		*r = numbered{k, l.look(term)}
	}
	return r.number
}

// at returns the place of a key in recent.
func (l *Lexicon) at(k key) *numbered { return &l.recent[k.hash()>>(64-recentBits)] }

// look returns the number of a term that is not recent, and adds the term if it is new.
func (l *Lexicon) look(term []byte) uint32 {
	n, ok := l.numbers[string(term)]
	if ok {
		return n
	}
	t := string(term)
	if len(l.terms) >= maxLexicon && t != Gap {
		return l.look([]byte(Gap))
	}
	n = uint32(len(l.terms))
	l.terms = append(l.terms, t)
	l.numbers[t] = n
	return n
}
