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

// invented returns words that no other number has.
func invented(n int) string {
	var b strings.Builder
	for k := range 4 {
		for x := n*4 + k + 300; x > 0; x /= 20 {
			b.WriteString("bcdfghjklmnpqrstvwxz"[x%20 : x%20+1])
			b.WriteString("aeiou"[x%5 : x%5+1])
		}
		b.WriteString(" ")
	}
	return strings.TrimSpace(b.String())
}

func TestANeighbourhoodIsBounded(t *testing.T) {
	files := map[string]string{"hub.txt": dated("Harbor closed", 2, "It is closed.")}
	for i := range web.MaxNodes + 20 {
		words := invented(i)
		files[fmt.Sprintf("spoke%03d.txt", i)] = dated(words, 3, words+" "+invented(i+500), "Harbor closed")
	}
	cat, stories := archiveOf(t, files)
	g, err := web.Neighbourhood(t.Context(), cat, stories["hub.txt"], 3)
	if err != nil || len(g.Nodes) != web.MaxNodes || !g.More || len(g.Edges) != web.MaxNodes-1 {
		t.Errorf("%d nodes, %d edges, %t, %v", len(g.Nodes), len(g.Edges), g.More, err)
	}
}
