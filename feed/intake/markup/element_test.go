package markup

import (
	"strings"
	"testing"

	"dateline/feed/clean"
	"dateline/feed/story"
)

func TestAllInputHasElementsOfAnyInput(t *testing.T) {
	src := "<?xml version='1.0'?>\n<!DOCTYPE nitf [<!ENTITY a \"&a;&a;\">]>\n<nitf xml:lang='en'>\n<h:head><title>Ferry &amp; harbor</title></h:head>\n<p>One<p>Two</i><br>&a;</nitf>"
	root, whole := Elements(src, 10)
	nitf := root.First("nitf")
	if !whole || nitf.Attribute("xml:lang") != "en" || nitf.Span != (story.Span{First: 13, Last: 15}) {
		t.Errorf("%t %+v", whole, nitf)
	}
	if got := root.First("nitf", "head", "title").Text(); got != "Ferry & harbor" {
		t.Errorf("%q", got)
	}
	var list []string
	for p := range root.All("p") {
		list = append(list, p.Text())
	}
	if got := strings.Join(list, "|"); got != "One|Two &a;" {
		t.Errorf("%q", got)
	}
	if none := root.First("nitf", "none"); none.Text() != "" || none.Attribute("x") != "" || none.Blocks() != nil {
		t.Error("an element that is not there has a text")
	}
	for src, want := range map[string]bool{"<a><b></a>": true, "<a><b></b>": false, "<a/>": true, "<a": true, "": true} {
		if _, whole := Elements(src, 0); whole != want {
			t.Errorf("%q is whole: %t", src, whole)
		}
	}
}

func TestBlocksOfAnElementKeepTheirForm(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"paragraphs", "<p>The <em>ferry</em>\nsails.</p>\n\n<p>It is full.<br>Very.<br/> <br>So.</p>", "1-2 paragraph The ferry sails.|4-4 paragraph It is full. Very.|4-4 paragraph So."},
		{"heading", "<hl2>Harbor</hl2><h3>Pier</h3>text", "1-1 heading Harbor|1-1 heading Pier|1-1 paragraph text"},
		{"quote", "<bq><block><p>We <b>lost</b> it.</p><p>All.</p></block></bq><p>End.", "1-1 quote We lost it.|1-1 quote All.|1-1 paragraph End."},
		{"list", "<ul><li>one</li>\n<li>two<ol><li>a</li><li>b</ol></ul>", "1-2 list - one\n- two\n  1. a\n  2. b"},
		{"table", "<table><caption>Ferries</caption><tr><th>Pier<th>Boats</tr>\n<tr><td>North</td><td align='right'>12</td></tr></table>",
			"1-1 heading Ferries|1-2 code Pier   Boats\nNorth     12"},
		{"layout", "<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", "1-1 paragraph One.|1-1 paragraph Two."},
		{"code", "<pre>Pier   1\nQuay  12\n</pre>", "1-3 code Pier   1\nQuay  12"},
		{"caption", "<media><media-reference source='x'/><media-caption><p>The ferry.</p></media-caption><media-producer>Dora Holm</media-producer></media>", "1-1 caption The ferry."},
		{"figure", "<figure><img src=x><figcaption>The <i>pier</i>.</figcaption></figure>", "1-1 caption The pier."},
		{"hidden", "<head><title>x</title></head><script>y()</script><note>z</note><p>Text.</p>", "1-1 paragraph Text."},
		{"CDATA", "\n<![CDATA[\n<p>One &amp; two.</p>\n<p>Three.</p>]]>", "3-3 paragraph One & two.|4-4 paragraph Three."},
		{"entities", "&lt;p&gt;One.&lt;/p&gt;", "1-1 paragraph One."},
		{"commands", "<p>&#27;[31mred</p><pre>&#27;]0;x&#7;</pre>", "1-1 paragraph red"},
	} {
		root, _ := Elements("<x>"+c.src+"</x>", 0)
		if got := dump(root.First("x").Blocks()); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	root, _ := Elements("<media><media-caption>Ferry</media-caption><media-producer>Dora Holm</media-producer></media>", 0)
	if b := root.Blocks(); len(b) != 1 || b[0].Credit != "Dora Holm" {
		t.Errorf("%+v", b)
	}
}

func TestBeyondItsBoundsATreeKeepsTheText(t *testing.T) {
	root, _ := Elements(strings.Repeat("<p>a", maxElements), 0)
	if blocks := root.Blocks(); len(blocks) != MaxBlocks {
		t.Errorf("%d blocks", len(blocks))
	} else if n := strings.Count(dump(blocks), "a"); n < maxElements {
		t.Errorf("%d of %d letters", n, maxElements)
	}
	root, _ = Elements(strings.Repeat("<b>", 10*maxNested)+"deep"+strings.Repeat("</b>", 10*maxNested)+"<p>end</p>", 0)
	if got := dump(root.Blocks()); got != "1-1 paragraph deep|1-1 paragraph end" {
		t.Error(got)
	}
}

// BenchmarkHostileElements reads a megabyte. Budget: 0.5 s.
func BenchmarkHostileElements(b *testing.B) {
	for _, unit := range []string{"<a>", "<p>", "</a>", "<a></b>", "<ul><li>", "<table><tr><td>", "<tr><td>a", "<br>", "<![CDATA[<p>]]>", "<blockquote>a", "<pre>", "&lt;a&gt;", "<media><table>", "<a b=c "} {
		src := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(unit, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				root, _ := Elements(src, 0)
				root.Blocks()
			}
		})
	}
}

func FuzzElements(f *testing.F) {
	f.Add("<nitf><p>Ferry &amp; <b>harbor</b><!-- x --><ul><li>a<ul><li>b</ul></ul>")
	f.Add("<a><![CDATA[<table><tr><td>x<td align=right>y</table>]]></a>")
	f.Fuzz(func(t *testing.T, src string) {
		src = clean.Text(src)
		root, _ := Elements(src, 0)
		n := strings.Count(src, "\n") + 1
		for _, b := range root.Blocks() {
			if b.Text == "" || clean.Text(b.Text) != b.Text || b.Span.First < 1 || b.Span.Last < b.Span.First || b.Span.Last > n {
				t.Errorf("%+v in %d lines", b, n)
			}
		}
		root.Text()
	})
}
