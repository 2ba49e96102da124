package catalog

import (
	"context"
	"slices"
	"strings"

	"dateline/feed/story"
	"dateline/feed/term"
)

// text is what a story is found by: terms parted by spaces.
type text struct {
	title, body, meta string
	distinct          []string // the terms of title and body, each once
	stems             []stem   // of those that the Indexer has not met before
}

// stem says that a word of a language has that stem.
type stem struct{ lang, stem, word string }

// Indexer makes Docs: it folds headlines and cuts texts into terms, which is
// work that need not wait for the writer. It remembers the words that it has
// met, so that each is stemmed once; a goroutine has its own, and the Docs of
// one reach the catalog in the order in which they were made.
type Indexer struct {
	title, body, meta []byte
	seen              map[string]struct{} // of one story
	known             map[string]struct{} // language and word, whose stems were given
	order             []string
	refs              map[string]ref // related headlines met lately
}

// NewIndexer returns an Indexer that has met nothing.
func NewIndexer() *Indexer {
	return &Indexer{seen: map[string]struct{}{}, known: map[string]struct{}{}, refs: map[string]ref{}}
}

// mostKnown bounds Indexer.known.
const mostKnown = 200000

// text cuts what s says into terms. Related headlines are left out: they are
// the words of other stories.
func (x *Indexer) text(s *story.Story, r *story.Row) text {
	x.title, x.body = term.Append(x.title[:0], s.Headline.Title), x.body[:0]
	if s.Headline.Title == "" {
		x.title = term.Append(x.title, s.Headline.Text)
	}
	for part := range parts(s) {
		x.body = appendPart(x.body, part)
	}
	x.meta = appendMeta(x.meta[:0], s, r)
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

// distinct are the terms of some columns, each once.
func (x *Indexer) distinct(columns ...string) []string {
	clear(x.seen)
	x.order = x.order[:0]
	for _, c := range columns {
		for t := range strings.SplitSeq(c, " ") {
			if _, ok := x.seen[t]; !ok && t != "" && t != term.Gap {
				x.seen[t] = struct{}{}
				x.order = append(x.order, t)
			}
		}
	}
	return slices.Clone(x.order)
}

// stems are those of the terms that are new to x.
func (x *Indexer) stems(s *story.Story, terms []string) []stem {
	lang, fresh := s.Language, terms[:0:0]
	for _, t := range terms {
		if _, ok := x.known[lang+" "+t]; !ok {
			fresh = append(fresh, t)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	if len(x.known) > mostKnown {
		clear(x.known)
	}
	spelled := spellings(s, fresh)
	var out []stem
	for _, t := range fresh {
		word := strings.Clone(t)
		x.known[lang+" "+word] = struct{}{}
		for _, st := range term.Stems(lang, spelled[t]) {
			out = append(out, stem{lang, st, word})
		}
	}
	return out
}

// spellings are terms as s spells them, in lower case: stemmers need accents.
func spellings(s *story.Story, terms []string) map[string]string {
	out := make(map[string]string, len(terms))
	for _, t := range terms {
		out[t] = t
	}
	look := func(part string) {
		if ascii(part) && !strings.Contains(part, "'") {
			return
		}
		term.Each(part, func(t []byte, start, end int) bool {
			if was, ok := out[string(t)]; ok && was == string(t) {
				out[was] = strings.ToLower(part[start:end])
			}
			return true
		})
	}
	look(s.Headline.Title)
	for part := range parts(s) {
		look(part)
	}
	return out
}

func ascii(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0 }

// insertText makes the story with that row id findable.
func (t *batch) insertText(ctx context.Context, d *Doc, id int64) error {
	x := &d.text
	t.found.texts.put(id, x.title, x.body, x.meta)
	for _, w := range x.distinct {
		t.words[w]++
	}
	for _, s := range x.stems {
		if err := t.exec(ctx, `INSERT OR IGNORE INTO stems VALUES (?, ?, ?)`, s.lang, s.stem, s.word); err != nil {
			return err
		}
	}
	t.loose++
	return t.insertValues(ctx, d, id)
}

// insertWords adds what the batch has met to the vocabulary.
func (t *batch) insertWords(ctx context.Context) error {
	words := make([]string, 0, len(t.words))
	for w := range t.words {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		err := t.exec(ctx, `INSERT INTO words VALUES (?1, ?2) ON CONFLICT (word) DO UPDATE SET n = n + ?2`, w, t.words[w])
		if err != nil {
			return err
		}
	}
	return nil
}
