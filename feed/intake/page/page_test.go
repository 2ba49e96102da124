package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/story"
)

func tree(tb testing.TB, src string) *markup.Node {
	tb.Helper()
	root, ok := markup.Tree(src)
	if !ok {
		tb.Fatal("the tree has too many elements")
	}
	return root
}

// dump returns blocks, one a line, with the places of those that are on several lines.
func dump(blocks []story.Block) string {
	var b strings.Builder
	for _, k := range blocks {
		b.WriteString(string(k.Kind) + ": " + strings.ReplaceAll(k.Text, "\n", "/"))
		if k.Credit != "" {
			b.WriteString(" [" + k.Credit + "]")
		}
		if k.Span.Last > k.Span.First {
			fmt.Fprintf(&b, " %d-%d", k.Span.First, k.Span.Last)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func storyIn(root *markup.Node) []story.Block {
	blocks, _ := Story(root)
	return blocks
}

func TestElementsAreBlocks(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"paragraphs", "<p>The <b>harbor</b> ferry &amp; crew<p>sail.<div>More<br>boats<br> <br>follow.</div>\ntext\nhere", "paragraph: The harbor ferry & crew\nparagraph: sail.\nparagraph: More boats\nparagraph: follow.\nparagraph: text here 2-3\n"},
		{"line ends that are entities", "<p>a&#10;&#10;b\nc", "paragraph: a b c 1-2\n"},
		{"headings", "<h1>Ferry</h1><h3><a href=x>Pier</a></h3>", "heading: Ferry\nheading: Pier\n"},
		{"a quote", "<blockquote><p>We lost<p>one anchor.</blockquote>then", "quote: We lost\nquote: one anchor.\nparagraph: then\n"},
		{"lists", "<ul><li>one<li>two<ol><li>a</li><li>b</li></ol></ul>", "list: - one/- two/  1. a/  2. b\n"},
		{"a list for the layout", "<ul><li><h2>Ferry</h2><p>sails</p></li></ul>", "heading: Ferry\nparagraph: sails\n"},
		{"a table", "<table><caption>Boats</caption><tr><th>Pier<th>Boats<tr><td>North<td>12</table>", "heading: Boats\ncode: Pier   Boats/North  12\n"},
		{"a table for the layout", "<table><tr><td>Ferry<table><tr><td>sails</table></table>", "paragraph: Ferry\nparagraph: sails\n"},
		{"code", "<pre>\na  b\n <b>c</b>\n</pre>", "code: a  b/ c 1-3\n"},
		{"a caption with its credit", "<figure><img src=f.jpg alt=x><figcaption>The ferry leaves. <span class=credit>Dora Holm</span></figcaption></figure>", "caption: The ferry leaves. [Dora Holm]\n"},
		{"a credit in brackets", "<figure><img><figcaption>The ferry leaves. (Meridian)</figcaption></figure>", "caption: The ferry leaves. [Meridian]\n"},
		{"a credit below", "<figure><img><figcaption>The ferry leaves.</figcaption><small class='photo-credit'>Dora Holm</small></figure>", "caption: The ferry leaves. [Dora Holm]\n"},
		{"a caption by its class", "<div class=wp-caption><img><p class=wp-caption-text>The ferry leaves.</p></div>", "caption: The ferry leaves.\n"},
		{"a picture with a description", "<figure><img alt='The ferry leaves the port'></figure><figure><img alt='logo'></figure>", "caption: The ferry leaves the port\n"},
		{"what is never shown", "<p>a<script>b</script><style>c</style><noscript>d</noscript><!-- e --><button>f</button><i style='display: none'>g</i><i hidden>h</i>", "paragraph: a\n"},
		{"commands", "<p>&#27;[31mred<pre>&#27;]0;x&#7;\nb</pre>", "paragraph: red\ncode: b 1-2\n"},
		{"tags in a wrong order", "<p><b>a<p>b</b>c</div></td>d<li>e<li>f", "paragraph: a\nparagraph: bcd\nparagraph: e\nparagraph: f\n"},
	} {
		if got := dump(Blocks(tree(t, c.src))); got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
}

const sentence = "The harbor ferry resumed service on Friday after a storm kept it in dock, the port authority said, and it is full. "

// pageOf returns a page with story between what else pages have.
func pageOf(story string) string {
	links := strings.Repeat("<li><a href=/x>Another story of the day</a></li>", 8)
	return "<html><body class='has-sidebar no-comments'><header><a href=/>Meridian</a></header><nav><ul>" + links + "</ul></nav>" +
		"<div id=wrapper>" + story + "<div class='sidebar'><p>Sidebar text, " + sentence + "</p></div>" +
		"<section id=comments><h3>Comments</h3><p>Comment one. " + strings.Repeat(sentence, 9) + "</p></section></div>" +
		"<div class=more><h4><a href=/y>More from Meridian</a></h4><ul>" + links + "</ul></div><footer>Imprint, " + sentence + "</footer></body></html>"
}

func TestAStoryIsFoundOnItsPage(t *testing.T) {
	three := "<p>First. " + sentence + "</p><p>Second. " + sentence + "</p><p>Third. " + sentence + "</p>"
	for _, c := range []struct{ name, story string }{
		{"an article", "<article><h1>Ferry sails</h1><p class=byline>By Dora Holm</p>" + three + "</article>"},
		{"a class", "<div class=article-body>" + three + "</div>"},
		{"nothing but its text", "<div>" + three + "</div>"},
		{"line breaks", "<div>First. " + sentence + "<br><br>Second. " + sentence + "<br><br>Third. " + sentence + "</div>"},
		{"a div for each paragraph", strings.NewReplacer("<p>", "<div><div>", "</p>", "</div></div>").Replace("<main>" + three + "</main>")},
		{"a table for the layout", "<table><tr><td>menu</td><td>" + three + "</td></tr></table>"},
		{"boxes inside", "<article>" + three + "<div class=share-bar>Share this</div><ul><li><a href=/>Related story of another day</a></ul><aside>An aside.</aside></article>"},
		{"a class that says otherwise", "<div class='promo widget'>" + strings.Repeat(three, 9) + "</div>"},
		{"a stream of other stories below", "<div><div>" + three + "</div><ul>" + strings.Repeat("<li><h3><a href=/o>More from</a></h3><p>Another story: "+sentence+"</p></li>", 4) + "</ul></div>"},
		{"paragraphs behind a wall", "<article><p>First. " + sentence + "</p>" + strings.ReplaceAll(three, "<p>", "<p class=paywall>") + "</article>"},
	} {
		got := dump(storyIn(tree(t, pageOf(c.story))))
		for _, want := range []string{"First.", "Second.", "Third."} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %s is missing in\n%s", c.name, want, got)
			}
		}
		for _, other := range []string{"Sidebar", "Comment", "Imprint", "Another story", "More from", "Related story", "Share", "aside", "By Dora"} {
			if strings.Contains(got, other) {
				t.Errorf("%s: %s is in\n%s", c.name, other, got)
			}
		}
	}
}

func TestAPartOfAStoryIsKept(t *testing.T) {
	body := strings.Repeat("<p>"+sentence+"</p>", 4)
	for _, c := range []struct{ part, want string }{
		{"<figure class=widget><img><figcaption>The ferry leaves.</figcaption></figure>", "caption: The ferry leaves."},
		{"<h2><a href=/p>The pier</a></h2><p>" + sentence + "</p>", "heading: The pier"},
		{"<ul><li>It sails at <a href=/t>nine</a> and at noon, as before</ul>", "list: - It sails at nine"},
		{"<div><figure><img><figcaption><a href=/d>Dora Holm</a> on <a href=/m>Meridian</a></figcaption></figure></div>", "caption: Dora Holm on Meridian"},
		{"<p>The <a href=/n class=popup>anchor</a> is lost. " + sentence + "</p>", "The anchor is lost."},
		{"<blockquote class=pullquote><p>We lost one anchor.</p></blockquote>", "quote: We lost one anchor."},
		{"<h3 id=how-to-share-the-pier-with-boats>How</h3><p>" + sentence + "</p>", "heading: How"},
	} {
		if got := dump(storyIn(tree(t, pageOf("<article>"+body+c.part+body+"</article>")))); !strings.Contains(got, c.want) {
			t.Errorf("%s is missing in\n%s", c.want, got)
		}
	}
}

func TestAPageWithLittleTextIsReadWhole(t *testing.T) {
	if got := dump(storyIn(tree(t, "<html><title>x</title><body style='display:none'><nav>Home</nav><p>The harbor ferry</p>"))); got != "paragraph: Home\nparagraph: The harbor ferry\n" {
		t.Error(got)
	}
}

func TestASignatureIsNearTheStory(t *testing.T) {
	author, days := Signature(tree(t, pageOf("<article><h1>Ferry</h1><div class='post-meta'><a rel=author>Dora Holm</a> <time datetime=2031-03-14T09:30>today</time>"+
		"<span class=post-date>March 15, 2031</span></div><p>"+sentence+"</article>")))
	if author != "Dora Holm" || len(days) != 2 || days[0] != "2031-03-14T09:30" || days[1] != "March 15, 2031" {
		t.Errorf("%q %q", author, days)
	}
	if author, days = Signature(tree(t, "<aside><time>2031-03-14</time></aside><div class=author>"+sentence+"</div>")); author != "" || len(days) > 0 {
		t.Errorf("%q %q", author, days)
	}
}

func TestHintsAreWordsOfAClass(t *testing.T) {
	for class, want := range map[string]hint{
		"ArticleBody": content, "entry-content clearfix": content, "shareholders": 0, "js-share": other, "social_links": other, "commentList": remarks,
		"wp-caption-text": captioned, "article body": 0, "photo-credit": credited, "": 0, "--": 0,
	} {
		if got := read(class); got != want {
			t.Errorf("%q: %b, want %b", class, got, want)
		}
	}
}

// BenchmarkHostile reads a megabyte of each. Budget: 1 s.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range []string{
		"<div>", "<div><p>a", "<p>a", "<b>", "<b>a</p>", "<ul><li>", "<li>a", "<table><tr><td>", "<tr><td>a", "<figure><img>", "<figure><figcaption>a", "<p class=caption>",
		"<p class=caption>a<b class=credit>", "<blockquote>a", "<pre>a\n", "<br>", "a<br><br>", "<h1>a", "<a href=x>a", "<i a=b c=d e=f g=h>", "</div>", "<div></p></b>",
		"<article><p>" + sentence, "<div class=author>a", "<time>1", "<td>a</table>", "<div class=share>" + sentence, "<ol><li>a<table>", "<dl><dt>a<dd>", "<header>",
	} {
		src := "<html><body>" + strings.Repeat(unit, 1<<20/len(unit))
		b.Run(unit[:min(len(unit), 40)], func(b *testing.B) {
			for b.Loop() {
				if root, ok := markup.Tree(src); ok {
					Story(root)
					Signature(root)
				}
			}
		})
	}
}

func FuzzStory(f *testing.F) {
	f.Add("<html><body><article><h1>Ferry</h1><p>" + sentence + "<ul><li>a<li>b</ul><figure><img><figcaption>c (d)</figcaption></figure>")
	f.Add("<table><tr><td>a<td>b<tr><td>c<td>d</table><pre>e\n</pre><blockquote>f")
	f.Fuzz(func(t *testing.T, src string) {
		src = clean.Text(src)
		root, ok := markup.Tree(src)
		if !ok {
			return
		}
		lines := strings.Count(src, "\n") + 1
		for _, list := range [][]story.Block{Blocks(root), storyIn(root)} {
			for _, b := range list {
				if b.Text == "" || b.Kind == "" || clean.Text(b.Text) != b.Text || clean.Line(b.Credit) != b.Credit {
					t.Errorf("%+v", b)
				}
				if b.Span.First < 1 || b.Span.Last < b.Span.First || b.Span.Last > lines {
					t.Errorf("%+v is not in %d lines", b, lines)
				}
			}
		}
		Signature(root)
	})
}

func TestLinksAreThoseOfTheStoryAndOfRelatedStories(t *testing.T) {
	text := strings.Repeat("The harbor ferry sailed from the pier on Friday morning, and all boats followed it. ", 3)
	src := "<nav><a href=/home>Home</a></nav><article><p>" + text + "<a href=a.html>A <b>ferry</b></a> <a href='#top'>top</a> <a href=b.html><img></a></p>" +
		"<p>" + text + "<a rel=tag href=/tag>harbor</a></p><div class=share><a href=https://x.example>Share</a></div></article>" +
		"<aside class='related-posts'><h3>Related</h3><ul><li><a href=/c>Pier opens</a></ul></aside><div class=sidebar><a href=/d>News</a></div>" +
		"<footer><a href=/e>Imprint</a></footer>"
	root := tree(t, pageOf(src))
	_, got := Story(root)
	want := []Link{{"A ferry", "a.html", false, 1}, {"Pier opens", "/c", true, 1}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := Links(tree(t, "<p><a href=a>A</a>\n<p><a href=b>B</a>")); !slices.Equal(got, []Link{{"A", "a", false, 1}, {"B", "b", false, 2}}) {
		t.Errorf("%+v", got)
	}
	if got := Links(tree(t, strings.Repeat("<a href=x>y</a>", MaxLinks+5))); len(got) != MaxLinks {
		t.Errorf("%d links", len(got))
	}
}
