package fill

import (
	"sync"

	"dateline/feed/term"
)

// maxWords bounds a lexicon.
const maxWords = 200000

// lexicon numbers the words of stories, so that a story needs four bytes for each. The
// Indexer that owns it adds words while the writer reads them.
type lexicon struct {
	own *term.Lexicon // of the Indexer, nil once the lexicon is full

	mu    sync.Mutex // guards words
	words []string   // of own, for the writer
}

func newLexicon() *lexicon { return &lexicon{own: term.NewLexicon()} }

// full reports whether the lexicon has as many words as it may.
func (l *lexicon) full() bool { return len(l.own.Terms()) > maxWords }

// publish makes the words of own known to the writer.
func (l *lexicon) publish() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.words = l.own.Terms()
}

// list returns the words by number.
func (l *lexicon) list() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.words
}
