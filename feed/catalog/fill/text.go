package fill

import (
	"slices"

	"dateline/feed/catalog/meta"
	"dateline/feed/story"
	"dateline/feed/term"
)

// text has the terms by which a story is found.
type text struct {
	lexicon *lexicon
	terms   []uint32 // of the title and then of the body, by their numbers in lexicon
	title   int      // the number of terms of the title
	meta    string   // separated by spaces
}

// Indexer makes Docs: it folds headlines and splits texts into terms, which can be
// done while the writer is busy. An Indexer is for one goroutine, and its Docs must be put
// into the catalog in the order in which they were made.
type Indexer struct {
	titles            *Titles
	title, body, meta []byte
	terms             []uint32
	lexicon           *lexicon
	values            meta.Spellings
	listed            map[string]bool // the headlines that the current story lists
}

// NewIndexer returns a new Indexer. The Indexers of a scan share its titles.
func NewIndexer(titles *Titles) *Indexer {
	return &Indexer{titles: titles, lexicon: newLexicon(), values: meta.Spellings{}, listed: map[string]bool{}}
}

// text splits s into terms, without its related headlines, whose words belong to
// other stories.
func (x *Indexer) text(s *story.Story, r *story.Row) text {
	x.title, x.body = term.Append(x.title[:0], s.Headline.Title), x.body[:0]
	if s.Headline.Title == "" {
		x.title = term.Append(x.title, s.Headline.Text)
	}
	for part := range meta.Parts(s) {
		x.body = appendPart(x.body, part)
	}
	x.meta = meta.Append(x.meta[:0], s, r, x.values)
	if x.lexicon.full() {
		x.lexicon = newLexicon()
	}
	x.terms = x.lexicon.numbers(x.terms[:0], x.title)
	title := len(x.terms)
	x.terms = x.lexicon.numbers(x.terms, x.body)
	return text{lexicon: x.lexicon, terms: slices.Clone(x.terms), title: title, meta: string(x.meta)}
}

// appendPart appends the terms of a part of a story. A phrase does not reach
// from one part into the next.
func appendPart(dst []byte, part string) []byte {
	if len(dst) > 0 {
		dst = append(dst, ' ')
		dst = append(dst, term.Gap...)
		dst = append(dst, ' ')
	}
	return term.Append(dst, part)
}
