package web

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// Alike is a story that shares rare words with another, and these words as the other
// spells them, the rarest first.
type Alike struct {
	Row   story.Row
	Words []string
}

// The bounds of AlikeTo.
const (
	maxAlike      = 12 // stories
	maxCandidates = 60 // stories and takes of them
	minWords      = 2  // that a story shares
)

// AlikeTo returns the stories that share the rarest words of st's headline, of its
// beginning or of the names in it, those most alike first. A story that has several takes
// is there once, as its newest take; takes and copies of st are not there.
func AlikeTo(ctx context.Context, cat *catalog.Catalog, st *story.Story) ([]Alike, error) {
	own, err := Takes(ctx, cat, st)
	if err != nil {
		return nil, err
	}
	list, err := alikes(ctx, cat, wordsOf(st), st.Date, own)
	out := make([]Alike, min(len(list), maxAlike))
	for i := range out {
		out[i] = list[i].Alike
	}
	return out, err
}

// alike is an Alike and the weight of what it shares, from 1 on.
type alike struct {
	Alike

	weight float64
}

// alikes returns the stories that share some of the words of a story of that date, which
// has the takes own.
func alikes(ctx context.Context, cat *catalog.Catalog, words words, date story.Date, own []story.Row) ([]alike, error) {
	shared, err := cat.Sharing(ctx, words.factors, date, maxCandidates)
	if err != nil {
		return nil, err
	}
	var out []alike
	for _, s := range shared {
		isOwn := func(r story.Row) bool { return r.ID == s.Row.ID || isCopy(&r, &s.Row) }
		if s.Row.Headline.Kind == story.Kill || slices.ContainsFunc(own, isOwn) {
			continue
		}
		a := alike{Alike{s.Row, words.spell(s.Words)}, s.Weight}
		if len(a.Words) < minWords {
			continue
		}
		if i := slices.IndexFunc(out, func(o alike) bool { return sameStory(&o.Row, &a.Row) }); i < 0 {
			out = append(out, a)
		} else if link.CompareTakes(&out[i].Row, &a.Row) < 0 {
			out[i].Alike = a.Alike // the newest take, for the weight of the one most alike
		}
	}
	return out, nil
}

// isCopy reports whether two rows have the same headline and text, as far as rows tell.
func isCopy(a, b *story.Row) bool {
	return a.Headline.Text == b.Headline.Text && a.Words == b.Words && a.Paragraphs == b.Paragraphs
}

// sameStory reports whether two rows are takes of one story, or copies.
func sameStory(a, b *story.Row) bool {
	if isCopy(a, b) {
		return true
	}
	x, y := link.CandidateOf(a), link.CandidateOf(b)
	kill := a.Headline.Kind == story.Kill || b.Headline.Kind == story.Kill
	return !kill && link.SameStory(&x, &y)
}
