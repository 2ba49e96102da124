package search

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline/feed/sqlite"
	"dateline/feed/term"
)

// The points by which hits are ordered before bm25 decides, which adds less than one:
// each of these differences counts more than any in frequency, length or age.
const (
	headlinePoints = 8 // a word is in the headline; as many again if all are
	typedPoints    = 8 // the words are as typed, not inflected or continued
	phrasePoints   = 2 // they follow each other as typed
	nearPoints     = 1 // they are near each other, for each of nearSteps
)

// nearSteps are the numbers of terms that may be between two words that are near each
// other.
var nearSteps = []int{5, 15, 50}

const (
	maxEach     = 3  // words of a query that get points one by one; more get them all together
	maxMeasured = 12 // words whose distance is measured
	maxCrossed  = 8  // combinations of forms that are tried as a phrase
)

// tier is a full-text expression and the points of the stories that match it. If no
// story does, none matches the tiers within it.
type tier struct {
	match  string
	points float64
	within []tier
}

// wording is a word or phrase of a query that all hits match: how it was typed, and all
// forms that it stands for.
type wording struct {
	text  string
	typed [][]string
	forms []term.Form
	title bool // in the headline only
}

// tiers returns the tiers of a query with those words.
func tiers(words []wording) []tier {
	var list []tier
	if len(words) > 1 {
		list = append(list, tier{match: all(words, (*wording).inHeadline), points: headlinePoints})
	}
	if len(words) > maxEach {
		list = append(list, tier{match: all(words, (*wording).asTyped), points: typedPoints})
	} else {
		for i := range words {
			list = append(list, tier{match: words[i].asTyped(), points: typedPoints / float64(len(words))})
		}
	}
	list = append(list, nearness(words)...)
	return slices.DeleteFunc(list, func(t tier) bool { return t.match == "" })
}

// all joins the expressions of words that are not empty.
func all(words []wording, expr func(*wording) string) string {
	var exprs []string
	for i := range words {
		if e := expr(&words[i]); e != "" {
			exprs = append(exprs, e)
		}
	}
	if len(exprs) == 0 {
		return ""
	}
	return string(join(exprs, " AND "))
}

// inHeadline matches the word in headlines; empty if it is nowhere else.
func (w *wording) inHeadline() string {
	if w.title {
		return ""
	}
	return inTitle + "(" + alternatives(w.forms) + ")"
}

// asTyped matches the word as it was typed; empty if it has no other form.
func (w *wording) asTyped() string {
	other := func(f term.Form) bool {
		return f.Prefix || !slices.ContainsFunc(w.typed, func(t []string) bool { return slices.Equal(t, f.Terms) })
	}
	if len(w.typed) == 0 || !slices.ContainsFunc(w.forms, other) {
		return ""
	}
	forms := make([]term.Form, len(w.typed))
	for i, t := range w.typed {
		forms[i].Terms = t
	}
	return anywhere + "(" + alternatives(forms) + ")"
}

// nearness returns the tiers for words that follow each other or are near each other.
func nearness(words []wording) []tier {
	if len(words) < 2 || len(words) > maxMeasured {
		return nil
	}
	sequences := crossed(words)
	// A run of a script without spaces ends in a term that the words do not have.
	texts := make([]string, len(words))
	for i := range words {
		texts[i] = words[i].text
	}
	whole := term.Phrase(strings.Join(texts, " "))
	phrases := []string{phrase(whole[:min(len(whole), maxTerms)])}
	for _, s := range sequences {
		phrases = append(phrases, phrase(slices.Concat(s...)))
	}
	var near []tier // from the nearest to the farthest, each within the next
	for _, step := range nearSteps {
		t := tier{match: nearby(sequences, step*(len(words)-1)), points: nearPoints, within: near}
		near = []tier{t}
	}
	return append(near, tier{match: anywhere + "(" + strings.Join(phrases, " OR ") + ")", points: phrasePoints})
}

// nearby matches the words of any of sequences with at most that many terms between
// them.
func nearby(sequences [][][]string, between int) string {
	near := make([]string, len(sequences))
	for i, s := range sequences {
		parts := make([]string, len(s))
		for j, terms := range s {
			parts[j] = phrase(terms)
		}
		near[i] = fmt.Sprintf("NEAR(%s, %d)", strings.Join(parts, " "), between)
	}
	return anywhere + "(" + strings.Join(near, " OR ") + ")"
}

// crossed returns sequences of one form of each word, at most maxCrossed: those of the
// first forms, which are as typed or the most frequent.
func crossed(words []wording) [][][]string {
	sequences := [][][]string{nil}
	for i := range words {
		var next [][][]string
		for _, f := range words[i].forms {
			for _, s := range sequences {
				next = append(next, append(slices.Clone(s), f.Terms))
			}
			if len(next) >= maxCrossed {
				break
			}
		}
		sequences = next[:min(len(next), maxCrossed)]
	}
	return sequences
}

// alternatives matches any of forms.
func alternatives(forms []term.Form) string {
	phrases := make([]string, len(forms))
	for i, f := range forms {
		phrases[i] = phrase(f.Terms)
		if f.Prefix {
			phrases[i] += " *"
		}
	}
	return strings.Join(phrases, " OR ")
}

// addPoints adds to points, which are for ids in ascending order, those of tiers. It
// reads stories that match base only.
func (r *Result) addPoints(ctx context.Context, base string, list []tier, ids []int64, points []float64) error {
	for _, t := range list {
		found, err := sqlite.Column[int64](ctx, r.index.db, `SELECT rowid FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ?`,
			"("+base+") AND ("+t.match+")", ids[0], ids[len(ids)-1])
		if err != nil {
			return err
		}
		if len(found) == 0 {
			continue
		}
		each(ids, found, func(i, _ int) { points[i] += t.points })
		if err := r.addPoints(ctx, base, t.within, ids, points); err != nil {
			return err
		}
	}
	return nil
}

// each calls do with the indexes of the ids that are in both lists; both ascend.
func each(ids, found []int64, do func(i, j int)) {
	i := 0
	for j, id := range found {
		for i < len(ids) && ids[i] < id {
			i++
		}
		if i < len(ids) && ids[i] == id {
			do(i, j)
		}
	}
}
