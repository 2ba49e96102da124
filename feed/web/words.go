package web

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/term"
)

// The bounds of the words that tell a story from others.
const (
	titleBytes = 2000  // bytes of the headline
	ledeWords  = 70    // words of the body, from its beginning
	nameBytes  = 20000 // bytes of the body that names are looked for in
	maxNames   = 100
	minLetters = 3 // of a word; two characters of a script without spaces between words
)

// plainFactor is how much a word of the text counts. A word of the headline and a name
// count 1.
const plainFactor = 0.5

// words is the words that tell a story from others.
type words struct {
	text    string // its headline, its names and its beginning, in lines
	tokens  []token
	factors map[string]float64 // of each term
}

// token is a term and its place in the text.
type token struct {
	term       string
	start, end int
}

// wordsOf returns the words of the headline of st, its names, and the words of its
// beginning.
func wordsOf(st *story.Story) words {
	title := st.Headline.Title
	telling, plain := []string{title[:min(len(title), titleBytes)]}, []string{""}
	left, room, names := ledeWords, nameBytes, map[string]bool{}
	for i := range st.Body {
		text := st.Body[i].Text
		if st.Body[i].Kind != story.Paragraph || room <= 0 {
			continue
		}
		if left > 0 {
			plain = append(plain, beginning(text, &left))
		}
		text = text[:min(len(text), room)]
		room -= len(text)
		telling = appendNames(telling, text, names)
	}
	w := words{factors: map[string]float64{}}
	w.text = strings.Join(telling, "\n")
	boundary := len(w.text)
	w.text += strings.Join(plain, "\n")
	term.Each(w.text, func(t []byte, start, end int) bool {
		if f := factor(t, start < boundary); f > 0 {
			w.tokens = append(w.tokens, token{string(t), start, end})
			w.factors[string(t)] = max(w.factors[string(t)], f)
		}
		return true
	})
	return w
}

// factor returns how much a term counts, 0 if it does not. In a script without spaces
// between words a term is a pair of characters, and several make a word.
func factor(t []byte, telling bool) float64 {
	n := utf8.RuneCount(t)
	switch {
	case term.IsWide(t) && n > 1:
		return plainFactor
	case term.IsWide(t), n < minLetters, !bytes.ContainsFunc(t, unicode.IsLetter):
		return 0
	case telling:
		return 1
	}
	return plainFactor
}

// beginning returns the first words of text, at most left of them, which it subtracts.
func beginning(text string, left *int) string {
	end := len(text)
	term.Each(text, func(_ []byte, start, _ int) bool {
		if *left == 0 {
			end = start
			return false
		}
		*left--
		return true
	})
	return text[:end]
}

// appendNames appends the words of a paragraph that begin with a capital inside a
// sentence, each once. If most words do, the capitals mean nothing.
func appendNames(dst []string, text string, seen map[string]bool) []string {
	var names []string
	small, inside := 0, false
	for word := range strings.FieldsSeq(text) {
		bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if bare == "" {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(bare); unicode.IsLower(r) {
			small++
		} else if unicode.IsUpper(r) && inside {
			names = append(names, bare)
		}
		inside = !strings.HasSuffix(strings.TrimRight(word, `"”'’)`), ".") && !strings.ContainsAny(word, `?!"“”`)
	}
	if len(names) > small {
		return dst
	}
	for _, name := range names {
		if !seen[name] && len(seen) < maxNames {
			seen[name] = true
			dst = append(dst, name)
		}
	}
	return dst
}

// spell returns terms as the text spells them first, in the order of terms. Terms that
// overlap, the pairs of a script without spaces between words, are one.
func (w *words) spell(terms []string) []string {
	type run struct{ start, end, rank int }
	var runs []run
	var cur run
	used := map[string]bool{}
	fresh := false // cur has a term that no run before it has
	keep := func() {
		if fresh {
			runs = append(runs, cur)
		}
	}
	for _, t := range w.tokens {
		rank := slices.Index(terms, t.term)
		if rank < 0 {
			continue
		}
		if t.start >= cur.end {
			keep()
			cur, fresh = run{start: t.start, rank: rank}, false
		}
		fresh = fresh || !used[t.term]
		used[t.term] = true
		cur.end, cur.rank = t.end, min(cur.rank, rank)
	}
	keep()
	sort.SliceStable(runs, func(i, j int) bool { return runs[i].rank < runs[j].rank })
	spelled := make([]string, len(runs))
	for i, r := range runs {
		spelled[i] = w.text[r.start:r.end]
	}
	return spelled
}
