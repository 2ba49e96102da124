package fill

import (
	"slices"
	"strings"

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
	stems   []stem   // of words that are new to the Indexer
}

// stem is the stem of a word in a language.
type stem struct{ lang, stem, word string }

// Indexer makes Docs: it folds headlines and splits texts into terms, which can be
// done while the writer is busy. It remembers the words that it has seen, so that
// each is stemmed once. An Indexer is for one goroutine, and its Docs must be put
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
	return text{lexicon: x.lexicon, terms: slices.Clone(x.terms), title: title, meta: string(x.meta), stems: x.stems(s)}
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

// stems returns the stems of the words that are new to x in the story's language.
func (x *Indexer) stems(s *story.Story) []stem {
	fresh := x.lexicon.unstemmed(s.Language, x.terms)
	if len(fresh) == 0 {
		return nil
	}
	lang, spelled := strings.Clone(s.Language), spellings(s, fresh)
	var out []stem
	for _, t := range fresh {
		for _, st := range term.Stems(lang, spelled[t]) {
			out = append(out, stem{lang, strings.Clone(st), t})
		}
	}
	return out
}

// spellings returns terms as s spells them, in lower case: stemmers need accents.
func spellings(s *story.Story, terms []string) map[string]string {
	out := make(map[string]string, len(terms))
	for _, t := range terms {
		out[t] = t
	}
	scan := func(part string) {
		if ascii(part) && !strings.Contains(part, "'") {
			return
		}
		term.Each(part, func(t []byte, start, end int) bool {
			if spelling, ok := out[string(t)]; ok && spelling == string(t) {
				out[spelling] = strings.ToLower(part[start:end])
			}
			return true
		})
	}
	scan(s.Headline.Title)
	for part := range meta.Parts(s) {
		scan(part)
	}
	return out
}

func ascii(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0 }
