package markup

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/feed/story"
)

func TestTheRootIsTheFirstElement(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"<html><body>", "html"},
		{"\ufeff \n<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<head>", "html"},
		{"<?xml version='1.0'?>\n<!-- a <rss> comment -->\n<nitf>", "nitf"},
		{"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\">", "reuters"},
		{"<!DOCTYPE nitf [ <!ENTITY a \"<b>\"> ]>\n<nitf>", "nitf"},
		{"<nar:newsItem xmlns:nar='x'>", "newsitem"},
		{"<rdf:RDF>", "rdf:rdf"},
		{"<DOC>\n<DOCNO> SK880314-0001 </DOCNO>", "doc"},
		{"Ferry <b>sails</b>", ""},
		{"<<FERRY>>", ""},
		{"<표> 운항 시간", ""},
		{"<^By Dora Holm<", ""},
		{"< b >", ""},
		{"<a", ""},
		{"", ""},
	} {
		if got := Root(c.src); got != c.want {
			t.Errorf("%q: %q, want %q", c.src, got, c.want)
		}
	}
}

func TestFactsAreInElementsAndAttributes(t *testing.T) {
	named := func(e string) bool { return slices.Contains([]string{"title", "h1", "date"}, e) }
	f := Read(`<html lang=en><link href=x rel=icon><link rel=canonical href="/ferry"><title> </title><title>Ferry &amp; harbor</title>
		<meta name='Date' content="2031-03-14"><meta content='Ferry "sails"' property = "og:title">
		<script>var a = "<h1>no</h1>"</script><script type="application/ld+json">{"headline": "</a>"}</script>
		<h1><a href="x>y">Ferry</a> sails</h1><h1>Second</h1><time datetime=2031-03-15>`, named)
	for key, want := range map[string]string{
		"title": "Ferry & harbor", "meta.date": "2031-03-14", "meta.og:title": `Ferry "sails"`, "h1": "Ferry sails\nSecond",
		"ld": `{"headline": "</a>"}`, "time.datetime": "2031-03-15", "link.canonical": "/ferry", "date": "",
	} {
		if f[key] != want {
			t.Errorf("%s: %q, want %q", key, f[key], want)
		}
	}
	f = Read("<rss><title>Meridian</title><item><title><![CDATA[Ferry <b>sails</b>]]></title></item><dc:date>2031</dc:date>", named)
	if f["title"] != "Meridian" || f["item.title"] != "Ferry <b>sails</b>" || f["date"] != "2031" || f.First("none", "date") != "2031" {
		t.Errorf("%q", f)
	}
}

func TestBlocksAreTheTextBetweenTags(t *testing.T) {
	page := "<html><head><title>Ferry</title><style>p { }</style></head>\n<body><h1>Ferry\nsails</h1>\n\n<p>The <b>harbor</b> ferry&nbsp;sails &lt;now&gt;.\n" +
		"<p>Second<br>line<!-- hidden --><script>x()</script></p>\n</body>"
	xml := "<DOC>\n<TEXT>\n   The ferry sails.\nIt is full.\n   More boats follow.\n\nThe end.\n</TEXT>\n</DOC>"
	feed := "<rss>\n<description>&lt;p&gt;The ferry sails.&lt;/p&gt;\n&lt;p&gt;More.</description>\n<link>x</link>"
	for _, c := range []struct {
		name, src string
		style     Style
		want      string
	}{
		{"HTML", page, Style{Titled: true}, "2-3 heading Ferry sails|5-5 paragraph The harbor ferry sails <now>.|6-6 paragraph Second|6-6 paragraph line"},
		{"SGML", xml, Style{BlankLines: true, Indents: true}, "3-4 paragraph The ferry sails. It is full.|5-5 paragraph More boats follow.|7-7 paragraph The end."},
		{"a feed", feed, Style{Escaped: true}, "2-2 paragraph The ferry sails.|3-3 paragraph More.|4-4 paragraph x"},
		{"unfinished", "Ferry <a href=\"x\nsails <!-- now <![CDATA[ or <b", Style{}, "1-2 paragraph Ferry <a href=\"x sails <!-- now <![CDATA[ or <b"},
		{"a mark", "<p title='it's>Ferry</p> < 3 <3 sails", Style{}, "1-1 paragraph Ferry|1-1 paragraph < 3 <3 sails"},
		{"commands", "<p>&#27;[31mred&#x9b;31m", Style{}, "1-1 paragraph red›31m"},
	} {
		if got := dump(Blocks(c.src, c.style)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func dump(blocks []story.Block) string {
	list := make([]string, len(blocks))
	for i, b := range blocks {
		list[i] = fmt.Sprintf("%d-%d %s %s", b.Span.First, b.Span.Last, b.Kind, b.Text)
	}
	return strings.Join(list, "|")
}

func TestManyBlocksKeepTheirText(t *testing.T) {
	blocks := Blocks(strings.Repeat("<p>a", MaxBlocks+10), Style{})
	if n := len(blocks); n != MaxBlocks || blocks[n-1].Text != strings.TrimSpace(strings.Repeat("a ", 11)) {
		t.Errorf("%d blocks, the last one is %q", n, blocks[n-1].Text)
	}
}

// BenchmarkHostile reads a megabyte of what takes quadratic time if an end that is missing
// is searched more than once. Budget: 0.3 s.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range []string{
		"<", "<a", "<a ", "<a x=\"", "<a x=\"<a x=\"' <a y='", "<!--", "<![CDATA[", "<!DOCTYPE [", "<?", "</", "<script>", "<script></", "<style><",
		"<a b=c d='e' ", "<a =", "<item><title>", "&lt;", "&", "<p>", "<div><div", "]]>", "<a\n", "<!x [>", "x='",
	} {
		src := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(unit, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Root(src)
				Read(src, func(string) bool { return true })
				Blocks(src, Style{Escaped: true, BlankLines: true, Indents: true})
			}
		})
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add("<html><p>Ferry &amp; <b>harbor</b><!-- x --><script>y</script>")
	f.Add("<rss><![CDATA[<p>x]]>&lt;p>")
	f.Fuzz(func(t *testing.T, src string) {
		n := strings.Count(src, "\n") + 1
		for _, b := range Blocks(src, Style{Escaped: true, BlankLines: true}) {
			if b.Text == "" || b.Span.First < 1 || b.Span.Last < b.Span.First {
				t.Errorf("%+v", b)
			}
			if b.Span.Last > n {
				t.Errorf("%+v is below line %d", b.Span, n)
			}
		}
		Root(src)
		Read(src, func(string) bool { return true })
	})
}
