package web

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// fold makes one node of all takes of a story, and finds the nodes that a node lists and
// that list it.
type fold struct {
	cat    *catalog.Catalog
	finder *finder
	nodes  []*node // in the order in which they were found
	byID   map[story.ID]*node
	byKey  map[string][]*node // of a title
}

// node is a story with its takes, as far as they were found.
type node struct {
	row   story.Row // the newest; of the open story, the one that is open
	takes []story.Row
	depth int // in a Graph

	// In a time line:
	ties   map[*node]*tie // to members
	member bool
	gain   float64 // of a member: how much its ties count; less the farther it is from here
	weight float64 // of its ties; of a member, when it became one
	column *bool   // its headline recurs; nil: not known
	joined bool    // by the reader
}

func newFold(cat *catalog.Catalog, about story.Date) fold {
	return fold{cat: cat, finder: newFinder(cat, about), byID: map[story.ID]*node{}, byKey: map[string][]*node{}}
}

// open adds the node of st and all its takes.
func (f *fold) open(ctx context.Context, st *story.Story) (*node, error) {
	takes, err := Takes(ctx, f.cat, st)
	if err != nil {
		return nil, err
	}
	// A kill is a story of its own: it is in no group of takes.
	takes = slices.DeleteFunc(takes, func(r story.Row) bool {
		return r.ID != st.ID && (st.Headline.Kind == story.Kill || r.Headline.Kind == story.Kill)
	})
	n := &node{row: story.NewRow(st), takes: takes}
	for i := range takes {
		f.byID[takes[i].ID] = n
		if takes[i].ID == st.ID {
			n.row = takes[i] // with its marks
		}
	}
	f.nodes = append(f.nodes, n)
	return n, nil
}

// node returns the node of a row.
func (f *fold) node(row *story.Row) *node {
	if n := f.byID[row.ID]; n != nil {
		return n
	}
	key := link.Key(row.Headline.Title)
	for _, n := range f.byKey[key] {
		if sameStory(&n.row, row) {
			n.takes = append(n.takes, *row)
			if link.CompareTakes(&n.row, row) < 0 {
				n.row = *row
			}
			f.byID[row.ID] = n
			return n
		}
	}
	n := &node{row: *row, takes: []story.Row{*row}, ties: map[*node]*tie{}}
	f.byID[row.ID] = n
	f.byKey[key] = append(f.byKey[key], n)
	f.nodes = append(f.nodes, n)
	return n
}

// maxTakesOf is the number of takes of a story whose links are looked up. Most takes list
// the same headlines.
const maxTakesOf = 2

// sample returns up to maxTakesOf takes of n: the one that is shown, and the newest others.
func (n *node) sample() []story.Row {
	takes := []story.Row{n.row}
	for _, r := range slices.Backward(n.takes) {
		if r.ID != n.row.ID && len(takes) < maxTakesOf {
			takes = append(takes, r)
		}
	}
	return takes
}

// listed returns the nodes that n lists, each once, in its order.
func (f *fold) listed(ctx context.Context, n *node) ([]*node, error) {
	takes := n.sample()
	lists, err := f.cat.Lists(ctx, idsOf(takes)...)
	if err != nil {
		return nil, err
	}
	var out []*node
	seen := map[string]bool{}
	for i := range takes {
		for _, h := range lists[takes[i].ID] {
			if seen[h.Text] {
				continue
			}
			seen[h.Text] = true
			m, err := f.target(ctx, h, &takes[i])
			if err != nil {
				return nil, err
			}
			if m != nil && m != n && !slices.Contains(out, m) {
				out = append(out, m)
			}
		}
	}
	return out, nil
}

// target returns the node that headline, listed by from, leads to, nil if there is none.
func (f *fold) target(ctx context.Context, headline story.Headline, from *story.Row) (*node, error) {
	rows, _, err := f.finder.targets(ctx, headline, link.CandidateOf(from))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return f.node(&rows[0]), nil
}

// listing returns the nodes that list n, each once, newest first.
func (f *fold) listing(ctx context.Context, n *node) ([]*node, error) {
	var out []*node
	takes := n.sample()
	for i := range takes {
		rows, err := CitedBy(ctx, f.cat, takes[i].ID)
		if err != nil {
			return nil, err
		}
		for k := range rows {
			if m := f.node(&rows[k]); m != n && !slices.Contains(out, m) {
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, func(a, b *node) int { return inListOrder(a.row, b.row) })
	return out, nil
}

func idsOf(rows []story.Row) []story.ID {
	ids := make([]story.ID, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	return ids
}
