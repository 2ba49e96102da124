package search

import (
	"context"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"

	"dateline/feed/query"
	"dateline/feed/spell"
	"dateline/feed/term"
)

// The bounds of a search for other words.
const (
	maxReplaced   = 8 // words that other words are looked up for
	maxCandidates = 4 // words that may replace one
	maxTries      = 12
)

// perDifference is the number of times that a word must be twice as frequent to be
// preferred to one with a difference less.
const perDifference = 4

// replaceable is a word of a query and the words that may replace it, the best first.
type replaceable struct {
	query.Term

	with []string
}

// Suggestions returns texts that differ from text in words that no story has or, if
// stories have each, in the rarest word, the best first. It does not know whether they
// find something.
func (in *Index) Suggestions(ctx context.Context, text string) ([]string, error) {
	var missing []query.Term
	var rarest query.Term
	least := math.MaxInt
	words := in.words(ctx)
	for _, t := range query.Terms(text) {
		x, err := words.expandWord(ctx, t.Text, false, false)
		if err != nil {
			return nil, err
		}
		ok, err := in.hasAny(ctx, x)
		if err != nil {
			return nil, err
		}
		switch {
		case x.empty:
		case !ok:
			missing = append(missing, t)
		case x.cost < least:
			rarest, least = t, x.cost
		}
	}
	if len(missing) == 0 && least < math.MaxInt {
		missing = []query.Term{rarest}
	}
	if len(missing) > maxReplaced {
		return nil, nil
	}
	var parts []replaceable
	for _, t := range missing {
		with, err := in.candidates(ctx, t.Text)
		if err != nil {
			return nil, err
		}
		if len(with) == 0 {
			return nil, nil // nothing can be found
		}
		parts = append(parts, replaceable{t, with})
	}
	return combine(text, parts), nil
}

// hasAny reports whether a story has a form of x.
func (in *Index) hasAny(ctx context.Context, x expansion) (bool, error) {
	if x.cost == 0 {
		return false, nil
	}
	for _, f := range x.forms {
		ok, err := in.hasForm(ctx, f)
		if ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

func (in *Index) hasForm(ctx context.Context, f term.Form) (bool, error) {
	if len(f.Terms) > 1 {
		return in.has(ctx, f.Terms)
	}
	if f.Prefix {
		return true, nil // its completions are the cost
	}
	known, err := in.known(ctx, f.Terms)
	return known[f.Terms[0]] > 0, err
}

// candidates returns the words that may be meant by text: what its keys type on another
// keyboard, and near words.
func (in *Index) candidates(ctx context.Context, text string) ([]string, error) {
	type candidate struct {
		word  string
		value float64
	}
	var list []candidate
	words := in.words(ctx)
	for _, word := range spell.Retyped(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
			continue
		}
		x, err := words.expandWord(ctx, word, false, false)
		if err != nil {
			return nil, err
		}
		ok, err := in.hasAny(ctx, x)
		if err != nil {
			return nil, err
		}
		if ok {
			list = append(list, candidate{word, math.Log2(float64(x.cost + 1))})
		}
	}
	word, ok := single(text)
	if ok {
		near, err := in.near(ctx, word)
		if err != nil {
			return nil, err
		}
		for _, w := range near {
			list = append(list, candidate{w.word, math.Log2(float64(w.n+1)) - perDifference*float64(w.distance)})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].value > list[j].value })
	var out []string
	for _, c := range list {
		if !slices.Contains(out, c.word) && len(out) < maxCandidates {
			out = append(out, c.word)
		}
	}
	return out, nil
}

// combine returns texts with each part replaced, the first with the best words: then
// each word in turn is the next best.
func combine(text string, parts []replaceable) (out []string) {
	if len(parts) == 0 {
		return nil
	}
	out = []string{replaced(text, parts, -1, 0)}
	for i := 1; i < maxCandidates; i++ {
		for j := range parts {
			if i < len(parts[j].with) && len(out) < maxTries {
				out = append(out, replaced(text, parts, j, i))
			}
		}
	}
	return out
}

// replaced returns text with the best word for each part, and word i for part j.
func replaced(text string, parts []replaceable, j, i int) string {
	var b strings.Builder
	at := 0
	for k, p := range parts {
		w := p.with[0]
		if k == j {
			w = p.with[i]
		}
		b.WriteString(text[at:p.Start] + w)
		if at = p.End; strings.HasPrefix(text[at:], ":") { // it was no field
			b.WriteByte(' ')
			at++
		}
	}
	return b.String() + text[at:]
}
