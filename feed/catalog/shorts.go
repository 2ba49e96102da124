package catalog

import (
	"sync"
	"time"
)

// shortPrefix is the length in characters of a beginning of which there are
// so many words that what was found for it is remembered.
const shortPrefix = 2

// mostShorts bounds how many beginnings are remembered.
const mostShorts = 2000

// shorts remembers the completions of short beginnings, for shortsAge.
type shorts struct {
	mu    sync.Mutex
	words map[string][]string
	since time.Time
}

// shortsAge is how long completions are remembered: as long as one types.
const shortsAge = 30 * time.Second

func (s *shorts) get(prefix string) ([]string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Since(s.since) > shortsAge {
		return nil, false
	}
	words, ok := s.words[prefix]
	return words, ok
}

func (s *shorts) put(prefix string, words []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.words == nil || len(s.words) > mostShorts || time.Since(s.since) > shortsAge {
		s.words, s.since = map[string][]string{}, time.Now()
	}
	s.words[prefix] = words
}
