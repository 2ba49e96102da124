package web_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/feed/web"
)

// drawn returns a graph as text: its nodes with their depth, and its edges.
func drawn(g web.Graph) string {
	var b strings.Builder
	for _, n := range g.Nodes {
		fmt.Fprintf(&b, "%s:%d ", n.Row.Path, n.Depth)
	}
	for _, e := range g.Edges {
		fmt.Fprintf(&b, "%s>%s ", g.Nodes[e.From].Row.Path, g.Nodes[e.To].Row.Path)
	}
	return strings.TrimSpace(b.String())
}

func TestANeighbourhoodHasEachStoryOnceAndItsLinks(t *testing.T) {
	cat, stories := archiveOf(t, harbor())
	for depth, want := range map[int]string{
		0: "2a.txt:0",
		1: "2a.txt:0 4.txt:1 3.txt:1 1.txt:1 4.txt>2a.txt 3.txt>2a.txt 2a.txt>1.txt",
		2: "2a.txt:0 4.txt:1 3.txt:1 1.txt:1 21.txt:2 4.txt>2a.txt 3.txt>2a.txt 2a.txt>1.txt 21.txt>3.txt 3.txt>1.txt",
	} {
		g, err := web.Neighbourhood(t.Context(), cat, stories["2a.txt"], depth)
		if got := drawn(g); err != nil || got != want || g.More {
			t.Errorf("depth %d: %s, %v\nwant %s", depth, got, err, want)
		}
	}
}

func TestANeighbourhoodIsBounded(t *testing.T) {
	files := map[string]string{"hub.txt": dated("Harbor closed", 2, "It is closed.")}
	for i := range web.MaxNodes + 20 {
		files[fmt.Sprintf("spoke%03d.txt", i)] = dated(fmt.Sprintf("Spoke %d of %d turns", i, i*i), 3, "It turns.", "Harbor closed")
	}
	cat, stories := archiveOf(t, files)
	g, err := web.Neighbourhood(t.Context(), cat, stories["hub.txt"], 3)
	if err != nil || len(g.Nodes) != web.MaxNodes || !g.More || len(g.Edges) != web.MaxNodes-1 {
		t.Errorf("%d nodes, %d edges, %t, %v", len(g.Nodes), len(g.Edges), g.More, err)
	}
}
