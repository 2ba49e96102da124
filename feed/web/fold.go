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
	cat     *catalog.Catalog
	finder  *finder
	nodes   []*node // in the order in which they were found
	byGroup map[story.ID]*node
}

// node is a story with its takes.
type node struct {
	row   story.Row   // the take that was found; after stand the one that stands for the story
	takes []story.Row // the oldest first; nil if they are not known
	depth int         // in a Graph

	// In a time line:
	ties   map[*node]*tie // to members
	member bool
	gain   float64 // of a member: how much its ties count; less the farther it is from here
	weight float64 // of its ties; of a member, when it became one
	column *bool   // its headline recurs; nil: not known
	joined bool    // by the reader
}

func newFold(cat *catalog.Catalog, about story.Date) fold {
	return fold{cat: cat, finder: newFinder(cat, about), byGroup: map[story.ID]*node{}}
}

// open adds the node of st and all its takes.
func (f *fold) open(ctx context.Context, st *story.Story) (*node, error) {
	all, err := Takes(ctx, f.cat, st)
	if err != nil {
		return nil, err
	}
	takes := catalog.Rows(all)
	n := f.node(&takes[max(0, slices.IndexFunc(takes, func(r story.Row) bool { return r.ID == st.ID }))])
	n.takes = takes
	return n, nil
}

// node returns the node of a row.
func (f *fold) node(row *story.Row) *node {
	n := f.byGroup[group(row)]
	if n == nil {
		n = &node{row: *row, ties: map[*node]*tie{}}
		f.byGroup[group(row)] = n
		f.nodes = append(f.nodes, n)
	}
	return n
}

// stand sets the rows of nodes, but not of the first, to the takes that stand for them.
func (f *fold) stand(ctx context.Context, nodes []*node) error {
	var rows []*story.Row
	for _, n := range nodes[min(1, len(nodes)):] {
		rows = append(rows, &n.row)
	}
	return stand(ctx, f.cat, rows)
}

// readTakes reads the takes of n if they are not known.
func (f *fold) readTakes(ctx context.Context, n *node) error {
	if n.takes != nil {
		return nil
	}
	all, err := f.cat.Takes(ctx, n.row.ID)
	n.takes = catalog.Rows(all)
	return err
}

// sample returns takes of n whose links are looked up: the one of its row and the first,
// which most headlines name; of the open story also the last. Most takes list the same
// headlines.
func (f *fold) sample(ctx context.Context, n *node) ([]story.Row, error) {
	if err := f.readTakes(ctx, n); err != nil {
		return nil, err
	}
	takes := []story.Row{n.row}
	for i, r := range n.takes {
		if (i == 0 || n == f.nodes[0] && i == len(n.takes)-1) && r.ID != n.row.ID {
			takes = append(takes, r)
		}
	}
	return takes, nil
}

// listed returns the nodes that n lists, each once, in its order.
func (f *fold) listed(ctx context.Context, n *node) ([]*node, error) {
	takes, err := f.sample(ctx, n)
	if err != nil {
		return nil, err
	}
	lists, err := f.cat.Lists(ctx, idsOf(takes)...)
	if err != nil {
		return nil, err
	}
	var out []*node
	seen := map[listing]bool{}
	for i := range takes {
		for _, r := range lists[takes[i].ID] {
			if seen[listingOf(&r)] {
				continue
			}
			seen[listingOf(&r)] = true
			m, err := f.target(ctx, &r, &takes[i])
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

// target returns the node that r, listed by from, leads to, nil if there is none.
func (f *fold) target(ctx context.Context, r *story.Related, from *story.Row) (*node, error) {
	to, err := f.finder.targets(ctx, r, link.CandidateOf(from))
	if err != nil || len(to.rows) == 0 {
		return nil, err
	}
	return f.node(&to.rows[0]), nil
}

// listing returns the nodes that list n, each once, newest first.
func (f *fold) listing(ctx context.Context, n *node) ([]*node, error) {
	takes, err := f.sample(ctx, n)
	if err != nil {
		return nil, err
	}
	limit := maxCiters
	if n != f.nodes[0] {
		limit = maxAsked
	}
	var out []*node
	for i := range takes {
		rows, err := f.finder.citedBy(ctx, &takes[i], limit)
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
