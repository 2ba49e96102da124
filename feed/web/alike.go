package web

import (
	"cmp"
	"context"
	"slices"

	"dateline/feed/catalog"
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
// is there once, as the take that stands for it; takes and copies of st are not there.
func AlikeTo(ctx context.Context, cat *catalog.Catalog, st *story.Story) ([]Alike, error) {
	own, err := Takes(ctx, cat, st)
	if err != nil {
		return nil, err
	}
	list, err := alikes(ctx, cat, wordsOf(st), st.Date, catalog.Rows(own))
	if err != nil {
		return nil, err
	}
	out := make([]Alike, min(len(list), maxAlike))
	rows := make([]*story.Row, len(out))
	for i := range out {
		out[i] = list[i].Alike
		rows[i] = &out[i].Row
	}
	return out, stand(ctx, cat, rows)
}

// alike is an Alike and the weight of what it shares, from 1 on.
type alike struct {
	Alike

	weight float64
}

// alikes returns the stories that share some of the words of a story of that date, which
// has the takes own: of each the take most alike.
func alikes(ctx context.Context, cat *catalog.Catalog, words words, date story.Date, own []story.Row) ([]alike, error) {
	shared, err := cat.Sharing(ctx, words.factors, date, maxCandidates)
	if err != nil {
		return nil, err
	}
	var out []alike
	for _, s := range shared {
		same := func(r *story.Row) bool { return group(r) == group(&s.Row) || isCopy(r, &s.Row) }
		switch {
		case s.Row.Headline.Kind == story.Kill:
		case slices.ContainsFunc(own, func(r story.Row) bool { return same(&r) }):
		case slices.ContainsFunc(out, func(o alike) bool { return same(&o.Row) }):
		default:
			if spelled := words.spell(s.Words); len(spelled) >= minWords {
				out = append(out, alike{Alike{s.Row, spelled}, s.Weight})
			}
		}
	}
	return out, nil
}

// group returns the ID that the takes of one story have in common. A kill, which stands for
// them, has its own.
func group(r *story.Row) story.ID {
	if r.Headline.Kind == story.Kill {
		return r.ID
	}
	return cmp.Or(r.Group, r.ID)
}

// stand replaces each of rows by the take that stands for its story. A kill is another story
// here.
func stand(ctx context.Context, cat *catalog.Catalog, rows []*story.Row) error {
	var ids []story.ID
	for _, r := range rows {
		if r.Group != "" {
			ids = append(ids, r.ID)
		}
	}
	standing, err := cat.Standing(ctx, ids...)
	for _, r := range rows {
		if s, ok := standing[r.Group]; ok && s.Headline.Kind != story.Kill {
			*r = s
		}
	}
	return err
}

// isCopy reports whether two rows have the same headline and text, as far as rows tell.
func isCopy(a, b *story.Row) bool {
	return a.Headline.Text == b.Headline.Text && a.Words == b.Words && a.Paragraphs == b.Paragraphs
}
