package prose

import (
	"strings"
	"testing"

	"dateline/feed/intake/markup"
	"dateline/feed/story"
)

// brief returns blocks in short, a line each.
func brief(blocks []story.Block) string {
	lines := make([]string, len(blocks))
	for i, b := range blocks {
		lines[i] = string(b.Kind) + " " + strings.ReplaceAll(b.Text, "\n", "/")
	}
	return strings.Join(lines, "\n")
}

func blocksOf(src string) []story.Block {
	blocks, _ := Read(src, 0)
	return blocks
}

func TestMarksOfNotesAndSitesAreNoText(t *testing.T) {
	for src, want := range map[string]string{
		"See [[Storm halts ferry]] and [[a/b|that]].":                           "paragraph See Storm halts ferry and that.",
		"It sails.[^1] It sank [^note]: no.\n\n[^1]: A footnote.":               "paragraph It sails. It sank [^note]: no.",
		"{{< ref \"ferry.md\" >}}\n\n{% post_url 2031-03-14-ferry %} It sails.": "paragraph It sails.",
		"[//]: # (hidden)\n\nIt sails.":                                         "paragraph It sails.",
		"<!-- hidden -->\n\nIt sails.<br>Again &amp; again.":                    "paragraph It sails. Again & again.",
		"A line  \nand *one* with `code` and ~~none~~ https://quay.example":     "paragraph A line and one with code and none https://quay.example",
		"Text[[unclosed and {{< open":                                           "paragraph Text[[unclosed and {{< open",
		"<div>\n<h2>Harbor</h2>\n<p>Sails &lt;b&gt;.</p>\n</div>":               "heading Harbor\nparagraph Sails <b>.",
		"&#27;[31mred\u202e":                                                    "paragraph red",
		"![](f.jpg)":                                                            "caption f.jpg",
		"![](https://quay.example/f.jpg)":                                       "",
		"---\n":                                                                 "",
	} {
		if got := brief(blocksOf(src)); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", src, got, want)
		}
	}
}

func TestAQuoteIsReadToItsLastLevel(t *testing.T) {
	got, _ := Read("> a\n> > b\n> > - c\n", 10)
	want := []story.Block{
		{Kind: story.Quote, Text: "a", Span: story.Span{First: 11, Last: 11}},
		{Kind: story.Quote, Text: "b", Span: story.Span{First: 12, Last: 12}},
		{Kind: story.List, Text: "- c", Span: story.Span{First: 13, Last: 13}},
	}
	if brief(got) != brief(want) || got[2].Span != want[2].Span {
		t.Errorf("%+v", got)
	}
	deep := brief(blocksOf(strings.Repeat("> ", 5000) + "It sails."))
	if !strings.Contains(deep, "It sails.") {
		t.Errorf("%.100q", deep)
	}
}

// A long text is parsed in pieces. Fences and lines stay whole.
func TestALongTextLosesNothingBetweenItsPieces(t *testing.T) {
	para := strings.Repeat("The ferry sailed on Friday from the pier. ", 40) + "\n\n"
	code := "```\nfirst\n\nlast\n```\n\n"
	n := 3 * mostBytes / len(para)
	got := blocksOf(strings.Repeat(para+code, n))
	if len(got) != 2*n {
		t.Fatalf("%d blocks, want %d", len(got), 2*n)
	}
	for i, b := range got {
		if kind := [...]story.BlockKind{story.Paragraph, story.Code}[i%2]; b.Kind != kind || b.Span.First != 1+i/2*8+i%2*2 {
			t.Fatalf("block %d is a %s at %+v: %.30q", i, b.Kind, b.Span, b.Text)
		}
	}
	if got := blocksOf(strings.Repeat("a\n\n", markup.MaxBlocks+10)); len(got) != markup.MaxBlocks || strings.Count(got[markup.MaxBlocks-1].Text, "a") != 11 {
		t.Errorf("%d blocks, the last has %q", len(got), got[len(got)-1].Text)
	}
}

func TestLinksHaveATextAndLeadSomewhere(t *testing.T) {
	for src, want := range map[string]Link{
		"See [the *ferry*](../a/ferry.md#top \"Title\").":               {"the ferry", "../a/ferry.md#top", false, 4},
		"one\ntwo [a\nb](x.md)":                                         {"a b", "x.md", false, 5},
		"> - [a](x.md)":                                                 {"a", "x.md", false, 4},
		"| a |\n| - |\n| [b](x.md) |":                                   {"b", "x.md", false, 6},
		"[a][ferry]\n\n[ferry]: x.md":                                   {"a", "x.md", false, 4},
		"See https://quay.example/a.":                                   {"https://quay.example/a", "https://quay.example/a", false, 4},
		"See [[Storm halts ferry]].":                                    {"Storm halts ferry", "Storm halts ferry", true, 4},
		"See [[a/Storm halts#Harbor|*that*]].":                          {"that", "a/Storm halts", true, 4},
		"[a]({{< ref \"blog/ferry.md#top\" >}})":                        {"a", "blog/ferry.md#top", true, 4},
		"[a]({{% relref path=\"ferry\" %}})":                            {"a", "ferry", true, 4},
		"[a]({% post_url 2031-03-14-ferry %})":                          {"a", "2031-03-14-ferry", true, 4},
		"[a]( {{ site.baseurl }}{% link _posts/2031-03-14-ferry.md %})": {"a", "_posts/2031-03-14-ferry.md", true, 4},
		"[a]({{ '/b/ferry/' | relative_url }})":                         {"a", "/b/ferry/", false, 4},
		"one\n\n{% post_url 2031-03-14-ferry %}":                        {"2031-03-14-ferry", "2031-03-14-ferry", true, 6},
	} {
		if _, got := Read(src, 3); len(got) != 1 || got[0] != want {
			t.Errorf("%q:\n%+v\nwant\n%+v", src, got, want)
		}
	}
	for _, src := range []string{"![a](x.png)", "`[a](x.md)`", "```\n[[a]]\n```", "[a]()", "{{< figure src=\"a.png\" >}}", "a [[]] b", "[[a\nb]]"} {
		if _, got := Read(src, 0); len(got) != 0 {
			t.Errorf("%q: %+v", src, got)
		}
	}
	if _, got := Read(strings.Repeat("[a](x.md) [[b]] ", MaxLinks), 0); len(got) != MaxLinks {
		t.Errorf("%d links, want %d", len(got), MaxLinks)
	}
}
