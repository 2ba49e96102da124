package term

// key is a term of up to 16 bytes, the last one in the lowest bits.
type key struct{ high, low uint64 }

const longestKey = 16

func keyOf(term []byte) (k key) {
	for _, b := range term {
		k = k.with(b)
	}
	return k
}

// with returns k with b after it.
func (k key) with(b byte) key { return key{k.high<<8 | k.low>>56, k.low<<8 | uint64(b)} }

// hash returns a hash of k. Its upper bits are the best.
func (k key) hash() uint64 { return (k.low ^ k.high*0xBF58476D1CE4E5B9) * 0x9E3779B97F4A7C15 }

// simple returns the key of the next term, and its length, if it is a short word or number
// in ASCII and what follows does not change it. Most terms are like that, and simple is
// several times as fast as next. Otherwise it returns the length 0, and next returns the term.
func (s *scanner) simple() (k key, n int) {
	if s.run.open || s.joint.open {
		return key{}, 0
	}
	text, i := s.text, s.pos
	for i < len(text) && !begins[text[i]] {
		i++
	}
	s.pos = i
	if i == len(text) || ascii[text[i]] == beyond {
		return key{}, 0
	}
	c := ascii[text[i]]
	fold := &folds[c]
	for i < len(text) && fold[text[i]] != 0 && n <= longestKey {
		k = k.with(fold[text[i]])
		n++
		i++
	}
	if n > longestKey || i < len(text) && ascii[text[i]] != apart && !separates(c, n, text[i:]) {
		return key{}, 0
	}
	s.pos = i
	return k, n
}

// begins marks the bytes that begin a term, or may begin one.
var begins = func() (t [256]bool) {
	for b, c := range ascii {
		t[b] = c == letter || c == digit || c == beyond
	}
	return t
}()

// folds holds the ASCII letters in lower case, and the digits. All other bytes are 0.
var folds = func() (t [digit + 1][256]byte) {
	for b, c := range ascii {
		if c == letter || c == digit {
			t[c][b] = lower[b]
		}
	}
	return t
}()

// separates reports whether rest begins with a character that separates a word or a number
// of n characters from all that follows.
func separates(c class, n int, rest string) bool {
	switch ascii[rest[0]] {
	case quote, beyond:
		return false
	case hyphen:
		return c == digit
	case stop, comma:
		if c == letter {
			return n > 1
		}
		return len(rest) == 1 || ascii[rest[1]] != digit && ascii[rest[1]] != beyond
	}
	return true
}
