package web

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/story"
)

// Graph is the neighbourhood of a story: the stories that it lists, those that list it,
// and so on.
type Graph struct {
	Nodes []Node // the story first, then the nearest
	Edges []Edge
	More  bool // there are more nodes than MaxNodes
}

// Node is a story of a Graph. One with several takes is there once.
type Node struct {
	Row   story.Row // the take that stands for it; of the first, the one that was asked for
	Depth int       // links between it and the first
}

// Edge leads from a node that lists a headline to the node of that headline. It has their
// indexes in Nodes.
type Edge struct{ From, To int }

// MaxNodes bounds a Graph.
const MaxNodes = 100

// Neighbourhood returns the stories that are at most depth links away from st.
func Neighbourhood(ctx context.Context, cat *catalog.Catalog, st *story.Story, depth int) (Graph, error) {
	f := newFold(cat, st.Date)
	here, err := f.open(ctx, st)
	if err != nil {
		return Graph{}, err
	}
	g := grower{fold: f, index: map[*node]int{here: 0}, edges: map[Edge]bool{}}
	g.reached = append(g.reached, here)
	for next := 0; next < len(g.reached) && g.reached[next].depth < depth; {
		if err := g.expand(ctx, g.reached[next]); err != nil {
			return Graph{}, err
		}
		next++
	}
	if err := g.stand(ctx, g.reached); err != nil {
		return Graph{}, err
	}
	for _, n := range g.reached {
		g.out.Nodes = append(g.out.Nodes, Node{n.row, n.depth})
	}
	return g.out, nil
}

// grower makes a Graph.
type grower struct {
	fold

	out     Graph
	reached []*node
	index   map[*node]int // in reached
	edges   map[Edge]bool // of out
}

// expand adds the neighbours of n.
func (g *grower) expand(ctx context.Context, n *node) error {
	listing, err := g.listing(ctx, n)
	if err != nil {
		return err
	}
	listed, err := g.listed(ctx, n)
	if err != nil {
		return err
	}
	for _, m := range listing {
		g.connect(m, n, n.depth+1)
	}
	for _, m := range listed {
		g.connect(n, m, n.depth+1)
	}
	return nil
}

// connect adds an edge. The end that has not been reached yet gets depth.
func (g *grower) connect(from, to *node, depth int) {
	for _, n := range [...]*node{from, to} {
		if _, ok := g.index[n]; ok {
			continue
		}
		if len(g.reached) == MaxNodes {
			g.out.More = true
			return
		}
		n.depth, g.index[n] = depth, len(g.reached)
		g.reached = append(g.reached, n)
	}
	if e := (Edge{g.index[from], g.index[to]}); !g.edges[e] {
		g.edges[e] = true
		g.out.Edges = append(g.out.Edges, e)
	}
}
