package search

import (
	"sync"
	"time"
)

// shortPrefix is the length in characters up to which the completions of a prefix are
// remembered: a short prefix has many, which take long to sort.
const shortPrefix = 2

// maxRemembered is the maximum number of remembered prefixes.
const maxRemembered = 2000

// completions remembers the completions of short prefixes for a while.
type completions struct {
	mu    sync.Mutex
	words map[string][]string
	since time.Time
}

// rememberedFor is how long completions are remembered: about as long as it takes to
// type a query.
const rememberedFor = 30 * time.Second

func (c *completions) get(prefix string) ([]string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.since) > rememberedFor {
		return nil, false
	}
	words, ok := c.words[prefix]
	return words, ok
}

func (c *completions) put(prefix string, words []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.words == nil || len(c.words) > maxRemembered || time.Since(c.since) > rememberedFor {
		c.words, c.since = map[string][]string{}, time.Now()
	}
	c.words[prefix] = words
}
