package search

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/feed/query"
	"dateline/feed/spell"
	"dateline/feed/term"
)

// The bounds of a search for near words.
const (
	maxNear    = 32     // words that word~ stands for, besides its inflected forms
	maxCompare = 60_000 // words of the vocabulary that are compared with one

	maxNearWords = 10 // words of a query that near forms are looked up for
)

// neighbour is a word of the vocabulary that is near another.
type neighbour struct {
	word     string
	n        int // about how many stories have it
	distance int
}

// sqlNear reads the words that begin with one of a list and have as many letters as
// a near word. It returns them with their numbers as one text, because a row of its own
// for each takes longer than the comparison.
const sqlNear = `SELECT coalesce(group_concat(word || ' ' || n, char(10)), '') FROM (
	SELECT w.word, w.n FROM json_each(?) j CROSS JOIN words w
	WHERE w.word >= j.value AND w.word < j.value || char(1114111) AND length(w.word) BETWEEN ? AND ? LIMIT ?)`

// near returns the words of the vocabulary near a folded word, without itself: the
// nearest first, and of these the most frequent.
func (in *Index) near(ctx context.Context, word string) ([]neighbour, error) {
	letters := spell.Letters(word)
	limit := spell.Limit(len(letters))
	if limit == 0 || len(letters) > spell.MaxLetters {
		return nil, nil
	}
	starts, _ := json.Marshal(spell.Starts(word)) // strings can always be marshalled
	n := utf8.RuneCountInString(word)
	if n > 2 && spell.IsHangul(word) {
		return in.nearHangul(ctx, word)
	}
	var list string
	if err := in.db.Values(ctx, []any{&list}, sqlNear, string(starts), n-limit, n+limit, maxCompare); err != nil {
		return nil, err
	}
	var out []neighbour
	var other []rune
	for line := range strings.Lines(list) {
		w, count, _ := strings.Cut(line, " ")
		other = spell.AppendLetters(other[:0], w)
		if d := spell.Distance(letters, other, limit); d <= limit && w != word {
			n, _ := strconv.Atoi(strings.TrimSpace(count))
			out = append(out, neighbour{w, n, d})
		}
	}
	sortNeighbours(out)
	return slices.CompactFunc(out, func(a, b neighbour) bool { return a.word == b.word }), nil
}

// single returns the term of a word that has only one, or a word of Hangul.
func single(text string) (string, bool) {
	forms := term.Query(text, false).Forms
	switch {
	case len(forms) == 0:
		return "", false
	case len(forms[0]) == 1:
		return forms[0][0], true
	}
	return text, spell.IsHangul(text)
}

// addNear adds the near forms of a word, if it is one term, to x.
func (in *Index) addNear(ctx context.Context, x *expansion, text string) error {
	word, ok := single(text)
	if !ok {
		return nil
	}
	words, err := in.near(ctx, word)
	for _, w := range words[:min(len(words), maxNear)] {
		f := term.Form{Terms: term.Phrase(w.word)}
		if slices.ContainsFunc(x.forms, func(o term.Form) bool { return slices.Equal(o.Terms, f.Terms) }) {
			continue
		}
		x.forms, x.highlights = append(x.forms, f), append(x.highlights, f)
		x.cost += w.n
	}
	return err
}

// within matches the words of a phrase near each other.
func (k *compiler) within(n query.Phrase, negated bool) (expr, error) {
	terms := term.Phrase(n.Text)
	if len(terms) == 0 {
		return nil, nil
	}
	terms = terms[:min(len(terms), maxTerms)]
	quoted := make([]string, len(terms))
	if !negated {
		k.wanted++
	}
	known, err := k.index.known(k.ctx, terms)
	if err != nil {
		return nil, err
	}
	k.wording = &wording{}
	for i, t := range terms {
		quoted[i] = quote(t)
		f := term.Form{Terms: []string{t}, Of: k.wanted}
		k.wording.forms = append(k.wording.forms, f)
		k.cost += known[t]
		if !negated {
			k.forms = append(k.forms, f)
		}
	}
	return matching(fmt.Sprintf("%sNEAR(%s, %d)", columnsOf(n.Title), strings.Join(quoted, " "), n.Within)), nil
}
