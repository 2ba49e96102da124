package term

// mostStemmed is how many words a Stemmer remembers, of all languages.
const mostStemmed = 1 << 18

// Stemmer remembers the stems of words, for texts repeat theirs: a word costs
// a look-up after the first time. The zero Stemmer is ready. It is for one
// goroutine.
type Stemmer struct {
	known map[string]map[string][]string // by language, by term
	n     int
}

// Stems are the Stems of a term that is spelled original where it stands. They
// are those of the spelling that was met first, and must not be changed.
func (s *Stemmer) Stems(lang string, term []byte, original string) []string {
	if stems, ok := s.known[lang][string(term)]; ok {
		return stems
	}
	if s.n >= mostStemmed || s.known == nil {
		s.known, s.n = map[string]map[string][]string{}, 0
	}
	words := s.known[lang]
	if words == nil {
		words = map[string][]string{}
		s.known[lang] = words
	}
	stems := Stems(lang, original)
	words[string(term)] = stems
	s.n++
	return stems
}
