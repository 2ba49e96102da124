package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
)

// The values of --format of graph, the default first.
var graphFormats = []string{"dot", "mermaid", "json"}

func graphCommand(con *console) *cobra.Command {
	f := flags{console: con}
	var depth int
	var format string
	cmd := &cobra.Command{
		Use:     "graph STORY",
		Short:   "print the stories around a story as a graph",
		Example: "  dateline graph ab3c --depth 3 | dot -Tsvg > graph.svg",
		Long: "Print which stories a story lists, which stories list it, and so on, as a graph for\n" +
			"Graphviz (dot) or Mermaid, or as one JSON object. An arrow leads from a story to a story\n" +
			"that it lists. A story with several takes is one node. There are at most 100 nodes, the\n" +
			"nearest; a comment, or the field more, says that there are others.",
		Args: exactly(1, "STORY"),
	}
	f.bindReading(cmd)
	cmd.Flags().IntVar(&depth, "depth", 2, locale.T("go `N` links far"))
	cmd.Flags().StringVar(&format, "format", graphFormats[0], locale.F("`FORMAT` of the graph: %s", strings.Join(graphFormats, ", ")))
	completeFlag(cmd, "format", graphFormats...)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		switch {
		case depth < 1:
			return misuse(cmd, locale.T("--depth is at least 1"))
		case !slices.Contains(graphFormats, format):
			return misuse(cmd, locale.F("%s is %s, not %s", "--format", inWords(graphFormats), format))
		}
		if format == "json" {
			locale.Use(locale.English) // as flags do for --json
		}
		return f.withStory(ctx, args[0], func(s *feed.Store, st *story.Story) error {
			g, err := s.Neighbourhood(ctx, st, depth)
			if err != nil {
				return err
			}
			switch {
			case f.json || format == "json":
				return printJSON(con.out, newGraphJSON(g))
			case format == "mermaid":
				_, err = con.out.WriteString(mermaid(g))
			default:
				_, err = con.out.WriteString(dot(g))
			}
			return err
		})
	}
	return cmd
}

// graphJSON is a graph.
type graphJSON struct {
	Nodes []nodeJSON `json:"nodes"`
	Edges []edgeJSON `json:"edges"`
	More  bool       `json:"more"` // there are other nodes
}

// nodeJSON is a story of a graph.
type nodeJSON struct {
	ID       story.ID   `json:"id"`
	Date     string     `json:"date,omitempty"`
	Headline string     `json:"headline"`
	Take     story.Take `json:"take"`
	Kind     story.Kind `json:"kind"`
	Depth    int        `json:"depth"` // links between it and the story
}

// edgeJSON leads from a story to a story that it lists.
type edgeJSON struct {
	From story.ID `json:"from"`
	To   story.ID `json:"to"`
}

func newGraphJSON(g feed.Graph) graphJSON {
	j := graphJSON{Nodes: []nodeJSON{}, Edges: []edgeJSON{}, More: g.More}
	for _, n := range g.Nodes {
		h := n.Row.Headline
		j.Nodes = append(j.Nodes, nodeJSON{n.Row.ID, n.Row.Date.String(), h.Text, h.Take, cmp.Or(h.Kind, story.Plain), n.Depth})
	}
	for _, e := range g.Edges {
		j.Edges = append(j.Edges, edgeJSON{g.Nodes[e.From].Row.ID, g.Nodes[e.To].Row.ID})
	}
	return j
}
