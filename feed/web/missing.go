package web

import (
	"cmp"
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// Missing is a related headline that stories list and that leads to no story.
type Missing struct {
	Related story.Related // without its section
	By      []story.Row   // stories that list it and find none, newest first; at most MaxCiting
	Count   int           // of all of them
}

// MaxCiting is the number of stories that Missing has at most.
const MaxCiting = 20

// Absent returns the n headlines that lead to no story and that most stories list, or all if n
// is 0. Headlines that differ in style only are one, and so are links to one address. It reads every related headline once, and
// then resolves those whose key no story has, most often listed first, until it has n.
func Absent(ctx context.Context, cat *catalog.Catalog, n int) ([]Missing, error) {
	keys, err := cat.AllUnmatched(ctx)
	if err != nil {
		return nil, err
	}
	var out []Missing
	for _, k := range keys {
		if n > 0 && len(out) >= n && out[n-1].Count > k.Count {
			break // no later one has as many
		}
		m, err := missing(ctx, cat, k)
		if err != nil {
			return nil, err
		}
		if m.Count > 0 {
			at, _ := slices.BinarySearchFunc(out, m, compareMissing)
			out = slices.Insert(out, at, m)
		}
	}
	if n > 0 {
		out = out[:min(n, len(out))]
	}
	return out, nil
}

func compareMissing(a, b Missing) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), inListOrder(a.By[0], b.By[0]), cmp.Compare(a.Related.Text, b.Related.Text), cmp.Compare(a.Related.Target.URL, b.Related.Target.URL))
}

// newest is a date that no story is after.
var newest = story.Date{Year: 9999, Month: 12, Day: 31}

// missing returns the stories that list a headline with the key k and find no story.
func missing(ctx context.Context, cat *catalog.Catalog, k catalog.Unmatched) (Missing, error) {
	refs, err := cat.RefsOf(ctx, k.Key)
	if err != nil {
		return Missing{}, err
	}
	m := Missing{Count: k.Count}
	seen := map[story.ID]bool{}
	for _, ref := range refs {
		citers, err := cat.Citers(ctx, ref, newest, maxCiters)
		if err != nil {
			return m, err
		}
		if err := m.add(ctx, cat, &ref.Related, citers, seen); err != nil {
			return m, err
		}
	}
	sortRows(m.By)
	if len(m.By) == 0 {
		m.Count = 0
	}
	m.By = slices.Clip(m.By[:min(MaxCiting, len(m.By))])
	return m, nil
}

// add adds those of citers, which list r, that find no story. Those that have been
// seen count once.
func (m *Missing) add(ctx context.Context, cat *catalog.Catalog, r *story.Related, citers []story.Row, seen map[story.ID]bool) error {
	if len(citers) == 0 {
		return nil
	}
	f := newFinder(cat, citers[0].Date)
	for i := range citers {
		c := &citers[i]
		to, err := f.targets(ctx, r, link.CandidateOf(c))
		if err != nil {
			return err
		}
		if to.match != link.None || seen[c.ID] {
			m.Count--
			continue
		}
		if len(m.By) == 0 {
			m.Related = *r
		}
		m.By, seen[c.ID] = append(m.By, *c), true
	}
	return nil
}
