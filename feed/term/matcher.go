package term

import "slices"

// Form is a sequence of terms. With Prefix the last one is the beginning of a term.
type Form struct {
	Terms  []string
	Prefix bool
	// Of is the same number above 0 in all forms of one typed word. A form with 0
	// is the only one of its word.
	Of int
}

// Span is a part of a text, in bytes.
type Span struct{ Start, End int }

// Matcher finds the hits of a search in a text. It is safe for concurrent use.
type Matcher struct {
	root  node
	words int // the number of typed words
}

// node is the beginning that several forms share.
type node struct {
	next     map[string]*node
	prefixes map[string]int // the typed words of the forms that end in the beginning of a term
	lengths  []int          // of prefixes, each once
	word     int            // the typed word of the form that ends here
	ends     bool
}

// NewMatcher returns a Matcher of forms. The time to search a text hardly depends on
// their number.
func NewMatcher(forms []Form) *Matcher {
	m, numbers := &Matcher{}, map[int]int{}
	for _, f := range forms {
		n := len(f.Terms)
		if n == 0 {
			continue
		}
		word, ok := numbers[f.Of]
		if !ok || f.Of == 0 {
			word = m.words
			numbers[f.Of] = word
			m.words++
		}
		at := &m.root
		for _, t := range f.Terms[:n-1] {
			at = at.follow(t)
		}
		if last := f.Terms[n-1]; f.Prefix {
			at.begin(last, word)
		} else if at = at.follow(last); !at.ends {
			at.ends, at.word = true, word
		}
	}
	return m
}

// follow returns the node after term. It adds one if there is none.
func (n *node) follow(term string) *node {
	if n.next == nil {
		n.next = map[string]*node{}
	}
	to := n.next[term]
	if to == nil {
		to = &node{}
		n.next[term] = to
	}
	return to
}

// begin adds a last term that is a beginning.
func (n *node) begin(term string, word int) {
	if n.prefixes == nil {
		n.prefixes = map[string]int{}
	}
	if _, ok := n.prefixes[term]; ok || term == "" {
		return
	}
	n.prefixes[term] = word
	if !slices.Contains(n.lengths, len(term)) {
		n.lengths = append(n.lengths, len(term))
	}
}

// match is a form that was found.
type match struct {
	Span
	word int
}

// walk is a form whose beginning was found.
type walk struct {
	at    *node
	start int
}

// search is the state of a search in one text.
type search struct {
	s     *scanner
	yield func(match)
	walks []walk
}

// matches calls yield with every match in text, in the order of their ends.
func (m *Matcher) matches(text string, yield func(match)) {
	if m.words == 0 {
		return
	}
	s := scan(text)
	defer s.done()
	f := search{s: s, yield: yield}
	for {
		t, ok := s.next(s.term[:0])
		if !ok {
			return
		}
		f.step(&m.root, t)
		if s.joint.ready {
			f.joint(&m.root)
		}
	}
}

// step takes the next term of the text.
func (f *search) step(root *node, term []byte) {
	f.walks = append(f.walks, walk{root, f.s.start})
	left := f.walks[:0]
	for _, w := range f.walks {
		f.prefix(w, term)
		if to := w.at.next[string(term)]; to != nil {
			if to.ends {
				f.yield(match{Span{w.start, f.s.end}, to.word})
			}
			if to.next != nil || to.prefixes != nil {
				left = append(left, walk{to, w.start})
			}
		}
	}
	f.walks = left
}

// prefix yields the forms whose last term is the beginning of term. The match is
// the whole of a word, but only the first of two characters.
func (f *search) prefix(w walk, term []byte) {
	for _, n := range w.at.lengths {
		if n > len(term) {
			continue
		}
		word, ok := w.at.prefixes[string(term[:n])]
		if !ok {
			continue
		}
		end := f.s.end
		if f.s.shape == two && n <= f.s.head {
			end = f.s.mid
		}
		f.yield(match{Span{w.start, end}, word})
	}
}

// joint takes the alias of the word with hyphens that ended in the last term.
// A beginning that ends in its first part has been found already.
func (f *search) joint(root *node) {
	j := &f.s.joint
	if to := root.next[string(j.term())]; to != nil && to.ends {
		f.yield(match{Span{j.start, j.end}, to.word})
	}
	for _, n := range root.lengths {
		if n > j.first && n <= j.n {
			if word, ok := root.prefixes[string(j.term()[:n])]; ok {
				f.yield(match{Span{j.start, j.end}, word})
			}
		}
	}
}

// Hits returns the parts of text that match, in order. Parts that overlap are
// joined; a phrase is one part. In a script without spaces between words a hit is
// exactly the characters that were searched for.
func (m *Matcher) Hits(text string) []Span {
	var hits []Span
	m.matches(text, func(x match) {
		for n := len(hits); n > 0 && hits[n-1].End > x.Start; n-- {
			x.Start, x.End = min(x.Start, hits[n-1].Start), max(x.End, hits[n-1].End)
			hits = hits[:n-1]
		}
		hits = append(hits, x.Span)
	})
	return hits
}
