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
		"![](f.jpg)":                                                            "",
		"---\n":                                                                 "",
	} {
		if got := brief(Blocks(src, 0)); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", src, got, want)
		}
	}
}

func TestAQuoteIsReadToItsLastLevel(t *testing.T) {
	got := Blocks("> a\n> > b\n> > - c\n", 10)
	want := []story.Block{
		{Kind: story.Quote, Text: "a", Span: story.Span{First: 11, Last: 11}},
		{Kind: story.Quote, Text: "b", Span: story.Span{First: 12, Last: 12}},
		{Kind: story.List, Text: "- c", Span: story.Span{First: 13, Last: 13}},
	}
	if brief(got) != brief(want) || got[2].Span != want[2].Span {
		t.Errorf("%+v", got)
	}
	deep := brief(Blocks(strings.Repeat("> ", 5000)+"It sails.", 0))
	if !strings.Contains(deep, "It sails.") {
		t.Errorf("%.100q", deep)
	}
}

// A long text is parsed in pieces. Fences and lines stay whole.
func TestALongTextLosesNothingBetweenItsPieces(t *testing.T) {
	para := strings.Repeat("The ferry sailed on Friday from the pier. ", 40) + "\n\n"
	code := "```\nfirst\n\nlast\n```\n\n"
	n := 3 * mostBytes / len(para)
	got := Blocks(strings.Repeat(para+code, n), 0)
	if len(got) != 2*n {
		t.Fatalf("%d blocks, want %d", len(got), 2*n)
	}
	for i, b := range got {
		if kind := [...]story.BlockKind{story.Paragraph, story.Code}[i%2]; b.Kind != kind || b.Span.First != 1+i/2*8+i%2*2 {
			t.Fatalf("block %d is a %s at %+v: %.30q", i, b.Kind, b.Span, b.Text)
		}
	}
	if got := Blocks(strings.Repeat("a\n\n", markup.MaxBlocks+10), 0); len(got) != markup.MaxBlocks || strings.Count(got[markup.MaxBlocks-1].Text, "a") != 11 {
		t.Errorf("%d blocks, the last has %q", len(got), got[len(got)-1].Text)
	}
}
