package fill

import (
	"slices"
	"strings"

	"dateline/feed/catalog/meta"
	"dateline/feed/story"
	"dateline/feed/term"
)

// text has the terms by which a story is found, separated by spaces.
type text struct {
	title, body, meta string
	distinct          []*word // of title and body
	stems             []stem  // of words that are new to the Indexer
}

// word is a term that an Indexer has seen, shared by all its stories.
type word struct {
	text  string
	story uint64   // number of the last story that has it
	langs []string // languages in which it has been stemmed
}

// stem is the stem of a word in a language.
type stem struct{ lang, stem, word string }

// Indexer makes Docs: it folds headlines and splits texts into terms, which can be
// done while the writer is busy. It remembers the words that it has seen, so that
// each is stemmed once. An Indexer is for one goroutine, and its Docs must be put
// into the catalog in the order in which they were made.
type Indexer struct {
	title, body, meta []byte
	stories           uint64           // seen so far
	known             map[string]*word // by their text
	order             []*word
	refs              map[string]ref // recent related headlines
}

// NewIndexer returns a new Indexer.
func NewIndexer() *Indexer {
	return &Indexer{known: map[string]*word{}, refs: map[string]ref{}}
}

// The bounds of Indexer.known and of word.langs.
const (
	maxKnown = 200000
	maxLangs = 16
)

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
	x.meta = meta.Append(x.meta[:0], s, r)
	t := text{title: string(x.title), body: string(x.body), meta: string(x.meta)}
	t.distinct = x.distinct(t.title, t.body)
	t.stems = x.stems(s, t.distinct)
	return t
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

// distinct returns the words of columns, each once.
func (x *Indexer) distinct(columns ...string) []*word {
	if len(x.known) > maxKnown {
		clear(x.known)
	}
	x.stories++
	x.order = x.order[:0]
	for _, c := range columns {
		for t := range strings.SplitSeq(c, " ") {
			if t == "" || t == term.Gap {
				continue
			}
			w := x.known[t]
			if w == nil {
				w = &word{text: strings.Clone(t)}
				x.known[w.text] = w
			}
			if w.story != x.stories {
				w.story = x.stories
				x.order = append(x.order, w)
			}
		}
	}
	return slices.Clone(x.order)
}

// stems returns the stems of the words that are new to x in the story's language.
func (x *Indexer) stems(s *story.Story, words []*word) []stem {
	lang := s.Language
	var fresh []string
	for _, w := range words {
		if slices.Contains(w.langs, lang) {
			continue
		}
		if fresh == nil {
			lang = strings.Clone(lang) // it may be a substring of the whole text
		}
		if len(w.langs) == maxLangs {
			w.langs = w.langs[:0]
		}
		w.langs = append(w.langs, lang)
		fresh = append(fresh, w.text)
	}
	if len(fresh) == 0 {
		return nil
	}
	spelled := spellings(s, fresh)
	var out []stem
	for _, t := range fresh {
		for _, st := range term.Stems(lang, spelled[t]) {
			out = append(out, stem{lang, st, t})
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

// Doc returns s as the catalog stores it.
func (x *Indexer) Doc(s *story.Story) Doc {
	key := meta.Key(s.Headline.Title)
	d := Doc{row: story.NewRow(s), span: s.Range, doubts: s.Doubts, key: key, words: meta.Words(key)}
	seen := map[string]bool{}
	for _, r := range s.Related {
		if r.Text == "" || seen[r.Text] {
			continue
		}
		seen[r.Text] = true
		d.refs = append(d.refs, x.ref(r.Headline))
	}
	d.text, d.values = x.text(s, &d.row), meta.Values(&d.row)
	return d
}

// maxRefsKept bounds Indexer.refs.
const maxRefsKept = 20000

// ref returns a related headline with its keys. It remembers recent ones, because
// stories of the same time list the same headlines.
func (x *Indexer) ref(h story.Headline) ref {
	if r, ok := x.refs[h.Text]; ok && r.head.Title == h.Title {
		return r
	}
	if len(x.refs) > maxRefsKept {
		clear(x.refs)
	}
	key := meta.Key(h.Title)
	r := ref{head: h, hash: meta.Hash(key), key: key, words: meta.Words(key)}
	x.refs[h.Text] = r
	return r
}
