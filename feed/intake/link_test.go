package intake

import (
	"strings"
	"testing"

	"dateline/feed/story"
)

// relatedOf returns the related headlines of s in short, a line each.
func relatedOf(s *story.Story) string {
	lines := make([]string, 0, len(s.Related))
	for _, r := range s.Related {
		l := []string{r.Text}
		for _, part := range [][2]string{{"uid", r.Target.UID}, {"url", r.Target.URL}, {"path", r.Target.Path}, {"name", r.Target.Name}, {"in", r.Section}} {
			if part[1] != "" {
				l = append(l, part[0]+"="+part[1])
			}
		}
		lines = append(lines, strings.Join(l, " "))
	}
	return strings.Join(lines, "\n")
}

func TestLinksOfMarkdownAreRelatedHeadlines(t *testing.T) {
	const text = `---
title: Week in Skarn
guid: urn:week
canonical: https://www.skarn.example/week/
---
The [ferry](ferry.md) [sails](ferry.md#top) to [Port Ellery](../b%20c/Port.md?a=1).
See [[Pier opens]], [[notes/2031|the notes]] and [the harbor](/news/harbor/).

[up](../../../etc/passwd) [self](week.md) [me](https://skarn.example/week) [top](#top) [mail](mailto:a@skarn.example)
[out](https://quay.example/a?utm_source=b) ![](a.png) [file](a.pdf) [file](https://quay.example/a.pdf) [home](https://quay.example) [x](javascript:1)
`
	const want = `ferry path=a/ferry.md in=Links
Port Ellery path=b c/Port.md in=Links
Pier opens name=Pier opens in=Links
the notes name=notes/2031 in=Links
the harbor name=news/harbor in=Links
out url=quay.example/a in=Links
file path=a/a.pdf in=Links`
	s := Read(File{Path: "a/week.md", Data: []byte(text)})[0]
	if got := relatedOf(s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if strings.Join(s.UIDs, " ") != "urn:week" || strings.Join(s.URLs, " ") != "skarn.example/week" {
		t.Errorf("identifiers %q, addresses %q", s.UIDs, s.URLs)
	}
	if at := s.Related[0].Span; at.First != 6 || at.Last != 6 {
		t.Errorf("the first link is at %+v", at)
	}
	if body := s.Body[0].Text; !strings.Contains(body, "The ferry sails to Port Ellery. See Pier opens, the notes and the harbor.") {
		t.Errorf("%q", body)
	}
}

func TestAStoryNamesItsVersionAndWhatItWasMadeFrom(t *testing.T) {
	for _, c := range []struct {
		name, data, replaces string
		version              int
	}{
		{"a.eml", "From: a@skarn.example\nSubject: Ferry\nDate: Fri, 14 Mar 2031 09:30:00 +0000\nMessage-ID: <b.2@skarn.example>\nSupersedes: <b.1@skarn.example>\n\nIt sails.\n", "b.1@skarn.example", 0},
		{"n.json", `{"uri":"urn:skarn:2","version":"3","evolvedfrom":"urn:skarn:0","headline":"Ferry","body_text":"It sails."}`, "urn:skarn:0", 3},
		{"n.json", `{"uri":"urn:skarn:2","version":"x","evolvedfrom":"urn:skarn:2","headline":"Ferry","body_text":"It sails."}`, "", 0},
		{"g.xml", `<newsItem guid="urn:skarn:2" version="4"><itemMeta><link rel="irel:previousVersion" residref="urn:skarn:1"/></itemMeta><contentMeta><headline>Ferry</headline></contentMeta></newsItem>`, "urn:skarn:1", 4},
		{"m.xml", `<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:skarn:2</PublicIdentifier><RevisionId>5</RevisionId></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>Ferry</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>`, "", 5},
	} {
		if s := Read(File{Path: c.name, Data: []byte(c.data)})[0]; s.Replaces != c.replaces || s.Version != c.version {
			t.Errorf("%s: version %d made from %q, want %d and %q", c.name, s.Version, s.Replaces, c.version, c.replaces)
		}
	}
}

func TestTheNumberOfLinksIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Week\n\n")
	for i := range 3 * maxRelated {
		b.WriteString("[a](x" + strings.Repeat("y", i%700) + ".md) [b](z" + strings.Repeat("y", i/700) + ".md)\n")
	}
	if s := Read(File{Path: "a.md", Data: []byte(b.String())})[0]; len(s.Related) > maxRelated || len(s.Related) < 100 {
		t.Errorf("%d links", len(s.Related))
	}
}

func FuzzTargetOf(f *testing.F) {
	for _, s := range []string{"../a%20b.md#c", "//a/b", "/a/../..", "https://[::1", "a:b", "?x", "..", "%00", "\u202e.md"} {
		f.Add("a/b.md", s)
	}
	f.Fuzz(func(t *testing.T, file, address string) {
		for _, base := range []string{"", "https://quay.example/a/"} {
			got, ok := targetOf(file, base, address)
			if ok == (got == story.Target{}) {
				t.Errorf("%q: %+v, %t", address, got, ok)
			}
		}
		if got, ok := nameTarget(file, address); ok == (got == story.Target{}) {
			t.Errorf("%q: %+v, %t", address, got, ok)
		}
	})
}

// TestNamesAndLinksOfFormats gives a story of each format, its identifiers and addresses, and
// its links.
func TestNamesAndLinksOfFormats(t *testing.T) {
	for _, c := range []struct{ name, data, names, related string }{
		{"a.eml", "From: a@skarn.example\nSubject: Re: Ferry\nDate: Fri, 14 Mar 2031 09:30:00 +0000\nMessage-ID: <b.2@skarn.example>\n" +
			"In-Reply-To: <b.1@skarn.example>\nReferences: <b.0@skarn.example>\n <b.1@skarn.example> b.3@skarn.example\n\nIt sails.\n",
			"b.2@skarn.example |", "b.1@skarn.example uid=b.1@skarn.example in=Thread\nb.0@skarn.example uid=b.0@skarn.example in=Thread"},
		{"a.rss", `<rss><channel><item><title>Ferry</title><guid>https://skarn.example/?p=7</guid><link>https://www.skarn.example/ferry/?utm_source=rss</link><description>It &lt;a href="../pier"&gt;sails&lt;/a&gt;.</description></item></channel></rss>`,
			"https://skarn.example/?p=7 | skarn.example/ferry skarn.example/?p=7", "sails url=skarn.example/pier in=Links"},
		{"a.atom", `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><entry><id>tag:skarn.example,2031:2</id><title>Ferry</title>` +
			`<link href="https://skarn.example/2"/><link rel="related" href="https://quay.example/3" title="Pier"/><thr:in-reply-to ref="tag:skarn.example,2031:1" href="https://skarn.example/1"/></entry></feed>`,
			"tag:skarn.example,2031:2 | skarn.example/2", "Pier url=quay.example/3\nskarn.example/1 uid=tag:skarn.example,2031:1 url=skarn.example/1 in=Thread"},
		{"a.json", `{"version":"https://jsonfeed.org/version/1","items":[{"id":"7","url":"https://skarn.example/7","external_url":"https://quay.example/3","title":"Ferry","content_text":"It sails."}]}`,
			"| skarn.example/7", "quay.example/3 url=quay.example/3 in=Links"},
		{"n.json", `{"uri":"urn:skarn:2","altids":{"slot":"20310314-ferry"},"headline":"Ferry","body_text":"It sails.","associations":{"a":{"type":"text","uri":"urn:skarn:1","headline":"Pier"},"b":{"type":"text","uri":"https://quay.example/3"}}}`,
			"urn:skarn:2 20310314-ferry |", "Pier uid=urn:skarn:1\nquay.example/3 uid=https://quay.example/3 url=quay.example/3"},
		{"g.xml", `<newsItem guid="urn:skarn:2" version="3"><itemMeta><link rel="irel:seeAlso" residref="urn:skarn:1"><title>Pier</title></link><link href="https://quay.example/3"/></itemMeta><contentMeta><altId>20310314-ferry</altId><headline>Ferry</headline></contentMeta></newsItem>`,
			"urn:skarn:2 20310314-ferry |", "Pier uid=urn:skarn:1\nquay.example/3 url=quay.example/3"},
		{"m.xml", `<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:newsml:skarn.example:20310314:ferry:2U</PublicIdentifier></NewsIdentifier></Identification>` +
			`<NewsManagement><AssociatedWith NewsItem="urn:newsml:skarn.example:20310314:pier:1"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry</HeadLine></NewsLines>` +
			`<NewsItemRef NewsItem="urn:newsml:skarn.example:20310314:tram"><Comment>Tram</Comment></NewsItemRef></NewsComponent></NewsItem></NewsML>`,
			"urn:newsml:skarn.example:20310314:ferry |", "urn:newsml:skarn.example:20310314:pier uid=urn:newsml:skarn.example:20310314:pier\nTram uid=urn:newsml:skarn.example:20310314:tram"},
		{"w/a.html", `<html><!-- saved from url=(0024)https://skarn.example/x --><head><title>Ferry</title><link rel=canonical href="https://www.skarn.example/w/a.html"></head><body><article><h1>Ferry</h1><p>` +
			strings.Repeat("The harbor ferry sailed from the pier on Friday morning. ", 6) + `See <a href="b.html#x">the pier</a> and <a href="/t">trams</a>.</p></article><div class="related"><a href="../c%20d.html">Docks</a></div></body></html>`,
			"| skarn.example/w/a.html skarn.example/x", "Docks url=skarn.example/c%20d.html path=c d.html\nthe pier url=skarn.example/w/b.html path=w/b.html in=Links\ntrams url=skarn.example/t name=t in=Links"},
		{"i.xml", `<nitf><head><docdata><doc-id id-string="skarn-20310314-7"/></docdata></head><body><body.head><hl1>Ferry</hl1></body.head></body></nitf>`,
			"skarn-20310314-7 |", ""},
		{"r.jsonl", `{"guid":"urn:skarn:9","id":"7","url":"https://skarn.example/9","title":"Ferry","text":"It sails.","related":["https://quay.example/3","Pier opens"]}` + "\n" + `{"id":"8","title":"Pier","text":"It opens."}`,
			"urn:skarn:9 | skarn.example/9", "quay.example/3 url=quay.example/3\nPier opens"},
	} {
		s := Read(File{Path: c.name, Data: []byte(c.data)})[0]
		names := strings.TrimSpace(strings.Join(s.UIDs, " ") + " | " + strings.Join(s.URLs, " "))
		if got := relatedOf(s); names != c.names || got != c.related {
			t.Errorf("%s: %q, want %q\n%s\nwant\n%s", c.name, names, c.names, got, c.related)
		}
	}
}

func TestLinksOfHTMLInMarkdownAreRead(t *testing.T) {
	s := Read(File{Path: "a/week.md", Data: []byte("# Week in Skarn\n\nThe <a href=\"ferry.md\">*ferry*\nsails</a>, </a> and <A HREF='https://quay.example/b'>more</A> <a>no</a> <a href=x.md>open\n\n" +
		"<figure><img src=a.png><figcaption>The <a href='https://quay.example/pier'>pier</a>.</figcaption></figure>\n\n<ul><li>one</li></ul>\n")})[0]
	const want = "ferry sails path=a/ferry.md in=Links\nmore url=quay.example/b in=Links\npier url=quay.example/pier in=Links"
	if got := relatedOf(s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n := len(s.Body); n != 3 || s.Body[1].Kind != story.Caption || s.Body[1].Text != "The pier." || s.Body[2].Kind != story.List || s.Body[2].Span.First != 8 {
		t.Errorf("%+v", s.Body)
	}
}

func TestLinksInTheTextOfNewsItemsAreRead(t *testing.T) {
	const text = `<p>The <a href="https://www.quay.example/tolls?x=1#top">tolls</a> rise,
see <a href="tolls.html">here</a> and <a href="https://quay.example/b"></a>.</p>`
	for name, data := range map[string]string{
		"a.nitf":      `<nitf><body><body.head><hl1>Ferry</hl1></body.head><body.content>` + text + `</body.content></body></nitf>`,
		"newsml.xml":  `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferry</HeadLine></NewsLines><ContentItem><DataContent><html><body>` + text + `</body></html></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
		"escaped.xml": `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferry</HeadLine></NewsLines><ContentItem><DataContent><![CDATA[` + text + `]]></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
		"g2.xml":      `<newsItem guid="urn:skarn:2"><contentMeta><headline>Ferry</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>` + text + `</body></html></inlineXML></contentSet></newsItem>`,
		"n.json":      `{"uri":"urn:skarn:2","version":"3","headline":"Ferry","body_xhtml":"` + strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(text) + `"}`,
	} {
		s := Read(File{Path: name, Data: []byte(data)})[0]
		got := relatedOf(s)
		if !strings.HasPrefix(got, "tolls url=quay.example/tolls?x=1 in=Links") || len(s.Related) > 2 {
			t.Errorf("%s: %s", name, got)
			continue
		}
		if r := s.Related[0]; r.Address != "https://www.quay.example/tolls?x=1#top" || name != "n.json" && r.Span.First != s.Body[0].Span.First {
			t.Errorf("%s: %+v in %+v", name, r, s.Body[0])
		}
	}
}
