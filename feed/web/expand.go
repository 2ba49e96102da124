package web

import (
	"context"
	"errors"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"dateline/feed/link"
	"dateline/feed/story"
)

// The bounds of what is looked up for one member of a line.
const (
	maxListsOf = 24 // citing stories whose lists are read
	maxAsked   = 50 // stories that may list another than the open one
	maxListed  = 10 // headlines of a list; one with more is a roundup
	maxSlugs   = 24 // stories with one slug; more do not tell one running story
	slugDays   = 31
	recurDays  = 31
	columnDays = 3 // days of which each has a story with the same headline
)

// expand looks up what ties other stories to the member n. Words take about as long as all
// headlines, and are looked up at the same time.
func (l *line) expand(ctx context.Context, n *node) error {
	if err := errors.Join(l.recurring(ctx, n), l.readTakes(ctx, n)); err != nil {
		return err
	}
	var list []alike
	g, both := errgroup.WithContext(ctx)
	g.Go(func() (err error) {
		list, err = l.alike(both, n)
		return err
	})
	g.Go(func() error {
		for _, look := range [...]func(context.Context, *node) error{l.tieListed, l.tieListing, l.tieNotices} {
			if err := look(both, n); err != nil {
				return err
			}
		}
		return nil
	})
	if err := g.Wait(); err != nil {
		return err
	}
	l.tieAlike(n, list)
	return l.tieSlugs(ctx, n)
}

// tie returns the tie of m to the member n; for a member or n itself, one that is not
// kept.
func (l *line) tie(m, n *node) *tie {
	if m == n || m.member || m == l.here {
		return &tie{}
	}
	if m.ties[n] == nil {
		m.ties[n] = &tie{}
	}
	return m.ties[n]
}

// tieListed ties to n the stories that it lists.
func (l *line) tieListed(ctx context.Context, n *node) error {
	listed, err := l.listed(ctx, n)
	if err != nil {
		return err
	}
	if isRoundup(n, len(listed)) && n != l.here {
		n.gain = 0
	}
	for _, m := range listed {
		l.tie(m, n).listed = true
	}
	return nil
}

// isRoundup reports whether n, which lists that many stories, lists stories that have
// nothing to do with each other.
func isRoundup(n *node, listed int) bool {
	kind := n.row.Headline.Kind
	return listed > maxListed || kind == story.Summary || kind == story.Advisory
}

// tieListing ties to n the stories that list it, and those that several of them list with
// it.
func (l *line) tieListing(ctx context.Context, n *node) error {
	listing, err := l.listing(ctx, n)
	if err != nil {
		return err
	}
	for _, m := range listing {
		l.tie(m, n).lists = true
	}
	return l.tieTogether(ctx, n, listing[:min(len(listing), maxListsOf)])
}

// together is a headline that several stories list.
type together struct {
	related story.Related
	from    *story.Row // the first of them
	by      int        // their number
	last    *node      // the last of them
}

// tieTogether ties to n the stories that several of listing list with it.
func (l *line) tieTogether(ctx context.Context, n *node, listing []*node) error {
	if len(listing) < minTogether || len(l.members) > maxCompared {
		return nil
	}
	ids := make([]story.ID, len(listing))
	for i, m := range listing {
		ids[i] = m.row.ID
	}
	lists, err := l.cat.Lists(ctx, ids...)
	if err != nil {
		return err
	}
	var order []*together
	byKey := map[string]*together{}
	for _, m := range listing {
		if isRoundup(m, len(lists[m.row.ID])) {
			continue
		}
		for _, r := range lists[m.row.ID] {
			key := listedAs(&r)
			x := byKey[key]
			if x == nil {
				x = &together{related: r, from: &m.row}
				byKey[key] = x
				order = append(order, x)
			}
			if x.last != m {
				x.by, x.last = x.by+1, m
			}
		}
	}
	for _, x := range order {
		if err := l.tieTarget(ctx, x, n); err != nil {
			return err
		}
	}
	return nil
}

// listedAs returns a key that is the same for links to one story: of what they name, or of
// their headlines.
func listedAs(r *story.Related) string {
	if t := &r.Target; *t != (story.Target{}) {
		return strings.Join([]string{"", t.UID, t.URL, t.Path, t.Name}, "\x00")
	}
	return link.Key(r.Title)
}

// tieTarget ties to n the story that x leads to, if enough stories list it.
func (l *line) tieTarget(ctx context.Context, x *together, n *node) error {
	if x.by < minTogether {
		return nil
	}
	m, err := l.target(ctx, &x.related, x.from)
	if err != nil || m == nil {
		return err
	}
	t := l.tie(m, n)
	t.together = max(t.together, x.by)
	return nil
}

// tieNotices ties to n the corrections and kills of it, and the stories that it corrects or
// kills.
func (l *line) tieNotices(ctx context.Context, n *node) error {
	by, err := noticesOf(ctx, l.cat, n.row.ID)
	if err != nil {
		return err
	}
	about, err := l.cat.Subjects(ctx, n.row.ID)
	if err != nil {
		return err
	}
	for _, r := range append(by, about...) {
		l.tie(l.node(&r), n).notice = true
	}
	return nil
}

// alike returns the stories that share words with the member n: with its text if it is
// open, else with its headline.
func (l *line) alike(ctx context.Context, n *node) ([]alike, error) {
	words := l.words
	if len(l.members) > maxCompared {
		return nil, nil
	}
	if n != l.here {
		words = wordsOf(&story.Story{Headline: n.row.Headline})
	}
	return alikes(ctx, l.cat, words, n.row.Date, append(slices.Clip(n.takes), n.row))
}

// tieAlike ties to n the stories that share words with it.
func (l *line) tieAlike(n *node, list []alike) {
	for i := range list {
		t := l.tie(l.node(&list[i].Row), n)
		t.words, t.like = list[i].Words, likeness(list[i].weight)
	}
}

// likeness returns the weight of a tie: 1 for words that chance explains, and 2 for words
// that weigh fullWeight times as much or more.
func likeness(weight float64) float64 {
	const fullWeight = 2.5
	return 1 + min(1, max(0, (weight-1)/(fullWeight-1)))
}

// tieSlugs ties to n the stories with the same root of their slugs.
func (l *line) tieSlugs(ctx context.Context, n *node) error {
	if n.row.Slug == "" {
		return nil
	}
	rows, err := l.cat.SameSlug(ctx, n.row.Slug, n.row.Date, slugDays, maxSlugs+1)
	if err != nil || len(rows) > maxSlugs {
		return err
	}
	for i := range rows {
		l.tie(l.node(&rows[i]), n).slug = true
	}
	return nil
}

// recurring finds out whether n is a column: a headline that comes on several days.
func (l *line) recurring(ctx context.Context, n *node) error {
	if n.column != nil {
		return nil
	}
	rows, err := l.cat.SameTitle(ctx, n.row.Headline.Title, n.row.Date, recurDays)
	if err != nil {
		return err
	}
	days := map[int64]bool{n.row.Date.Unix() / 86400: true}
	for i := range rows {
		if group(&rows[i]) != group(&n.row) {
			days[rows[i].Date.Unix()/86400] = true
		}
	}
	column := len(days) >= columnDays
	n.column = &column
	return nil
}
