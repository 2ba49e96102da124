package fill

import (
	"slices"

	"dateline/feed/catalog/meta"
	"dateline/feed/story"
	"dateline/feed/takes"
	"dateline/feed/term"
)

// maxTerms is the number of terms above which the buffer of an Indexer is not used again.
const maxTerms = 1 << 18

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
	titles  *Titles
	row     story.Row // of the current story
	meta    []byte
	terms   []uint32
	lexicon *lexicon
	values  meta.Spellings
	prints  takes.Maker
	listed  map[string]bool // the headlines that the current story lists
}

// NewIndexer returns a new Indexer. The Indexers of a scan share its titles.
func NewIndexer(titles *Titles) *Indexer {
	return &Indexer{titles: titles, lexicon: newLexicon(), values: meta.Spellings{}, listed: map[string]bool{}}
}

// text splits s into terms, without its related headlines, whose words belong to
// other stories.
func (x *Indexer) text(s *story.Story, r *story.Row) text {
	headline := s.Headline.Title
	if headline == "" {
		headline = s.Headline.Text
	}
	words := x.lexicon.own
	x.terms = words.Append(x.terms[:0], headline)
	title := len(x.terms)
	for part := range meta.Parts(s) {
		if len(x.terms) > title {
			x.terms = append(x.terms, words.Number(term.Gap)) // a phrase does not reach into the next part
		}
		x.terms = words.Append(x.terms, part)
	}
	x.lexicon.publish()
	x.meta = meta.Append(x.meta[:0], s, r, x.values)
	t := text{lexicon: x.lexicon, terms: x.terms, title: title, meta: string(x.meta)}
	if len(x.terms) > maxTerms {
		x.terms = nil
	} else {
		t.terms = slices.Clone(x.terms)
	}
	if x.lexicon.full() { // its words are free as soon as the stories that use it are in the catalog
		x.lexicon.own = nil
		x.lexicon = newLexicon()
	}
	return t
}
