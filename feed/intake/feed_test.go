package intake

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/feed/story"
)

// briefs returns stories in short, with a line with the path, the format and the language
// above each.
func briefs(stories []*story.Story) string {
	var b strings.Builder
	for _, s := range stories {
		b.WriteString("== " + s.Path + " " + s.Format + " " + s.Language + "\n" + brief(s))
	}
	return b.String()
}

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay &amp; Press</title><language>en-us</language>
<link>https://quay.example</link><image><title>Logo</title></image>
<item><title>Ferry &amp;amp; pier</title><link>https://quay.example/1</link><guid isPermaLink="false">tag:quay.example:1</guid>
<pubDate>Fri, 14 Mar 2031 09:30:00 +0100</pubDate><author>d@quay.example (Dora Holm)</author><category>harbor</category><category>ferry</category>
<description>A summary.</description>
<content:encoded><![CDATA[
<p>PORT ELLERY, March 13 (Meridian) -- The ferry <b>sails</b> &amp; is full, the port said.</p>
<ul><li>one</li><li>two</li></ul><script>x()</script>]]></content:encoded>
<media:content url="f.jpg"><media:description>The ferry leaves.</media:description><media:credit>Per Roake</media:credit></media:content></item>
<item><link>https://quay.example/2</link><dc:creator>Ilse Brandt</dc:creator><dc:date>2031-03-15T08:00:00Z</dc:date>
<description>&lt;p&gt;The crane fell on Saturday. Nobody was hurt.&lt;/p&gt;</description></item>
<item><title>Third</title><description>Without a key, the third story
has two lines.</description></item>
</channel></rss>
`

func TestAFeedHasAStoryForEachItem(t *testing.T) {
	const want = `== a.xml#rpwt2rwe feed en
headline: Ferry & pier
date: 2031-03-14T09:30:00+01:00
places: PORT ELLERY
agency: Meridian
byline: Dora Holm
keyword: harbor
keyword: ferry
paragraph: The ferry sails & is full, the port said.
list: - one
- two
caption: The ferry leaves.
== a.xml#fww33dye feed en
headline: The crane fell on Saturday.
date: 2031-03-15T08:00:00Z
agency: Quay & Press
byline: Ilse Brandt
paragraph: The crane fell on Saturday. Nobody was hurt.
== a.xml#3 feed en
headline: Third
agency: Quay & Press
paragraph: Without a key, the third story has two lines.
`
	list := Read(File{Path: "a.xml", Data: []byte(rss)})
	if got := briefs(list); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if at := list[0].Body[0].Span; at != (story.Span{First: 5, Last: 5}) || !list[1].Headline.Standin || list[0].Body[2].Credit != "Per Roake" {
		t.Errorf("%+v %+v", at, list[1].Headline)
	}
}

func TestAStoryOfAFeedKeepsItsPath(t *testing.T) {
	older := Read(File{Path: "a.xml", Data: []byte(rss)})
	newer := Read(File{Path: "a.xml", Data: []byte(strings.Replace(rss, "<item>", "<item><title>New</title><guid>tag:quay.example:9</guid></item><item>", 1))})
	for i, s := range older[:2] {
		if newer[i+1].ID != s.ID {
			t.Errorf("%s is now %s", s.Path, newer[i+1].Path)
		}
	}
}

func TestAnItemOfAFeedIsReadAlone(t *testing.T) {
	const rss = "<rss><channel><title>Quay</title>\n<item><guid>1</guid><title>Ferry</title><description>It sails.</description></item>\n" +
		"<item>\n<guid>2</guid><title>Pier</title>\n<description>&lt;p&gt;It opens.</description></item></channel></rss>"
	list := Read(File{Path: "a.xml", Data: []byte(rss)})
	for _, s := range list {
		r := s.Range
		part := File{Path: "a.xml", Data: []byte(rss[:r.Head] + rss[r.Start:r.Start+r.Length])}
		if alone, ok := ReadRange(part, s.Path, r); !ok || !reflect.DeepEqual(alone, s) {
			t.Errorf("read alone, the story is\n%+v\nnot\n%+v", alone, s)
		}
	}
	if len(list) != 2 || list[1].Range.Head == 0 {
		t.Errorf("%+v", list)
	}
	if s := Read(File{Path: "a.xml", Data: []byte(strings.ReplaceAll(rss, "\n", "\r\n"))})[0]; s.Range != (story.Range{}) {
		t.Errorf("%+v", s.Range)
	}
}

func TestAtomAndJSONFeedAreRead(t *testing.T) {
	const want = `headline: Ferry sails
date: 2031-03-14T09:30:00Z
places: PORT ELLERY
agency: Quay Press
byline: Dora Holm, Per Roake
keyword: harbor
paragraph: The ferry sails.
quote: We lost one anchor.
`
	const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Quay Press</title>
<entry><id>1</id><title type="html">Ferry &lt;i&gt;sails&lt;/i&gt;</title><updated>2031-03-15T00:00:00Z</updated><published>2031-03-14T09:30:00Z</published>
<author><name>Dora Holm</name><email>d@quay.example</email></author><author><name>Per Roake</name></author><category term="x" label="harbor"/><link href="https://quay.example/1"/>
<summary>A summary.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>PORT ELLERY (Meridian) -- The ferry <b>sails</b>.</p><blockquote>We lost one anchor.</blockquote></div></content></entry>`
	const rdf = `<rdf:RDF><channel rdf:about="https://quay.example"><title>Quay Press</title></channel>
<item rdf:about="https://quay.example/1"><title>Ferry sails</title><dc:creator>Dora Holm</dc:creator><dc:creator>Per Roake</dc:creator><dc:date>2031-03-14T09:30:00Z</dc:date><dc:subject>harbor</dc:subject>
<description>PORT ELLERY (Meridian) -- The ferry sails.&lt;blockquote>We lost one anchor.</description></item></rdf:RDF>`
	const feed = `{"version": "https://jsonfeed.org/version/1.1", "title": "Quay Press", "home_page_url": "x", "items": [
{"id": 1, "title": "Ferry sails", "date_published": "2031-03-14T09:30:00Z", "authors": [{"name": "Dora Holm"}, {"name": "Per Roake"}], "author": {"name": "Dora Holm"},
"tags": ["harbor"], "content_html": "<p>PORT ELLERY (Meridian) -- The ferry <b>sails</b>.</p><blockquote>We lost one anchor.</blockquote>"}]}`
	for format, data := range map[string]string{"atom": atom + "</feed>", "rdf": rdf, "json": feed} {
		s := one(t, data)
		if got := strings.ReplaceAll(brief(s), "agency: Meridian", "agency: Quay Press"); got != want || s.Body[0].Span.First < 2 {
			t.Errorf("%s: %+v\n%s\nwant\n%s", format, s.Body[0].Span, got, want)
		}
	}
	list := Read(File{Path: "a.json", Data: []byte(strings.Replace(feed, "]}", `, {"id": "b", "content_text": "1 < 2 boats.\n\nMore."}, {"id": "c", "content_text": "cut`, 1)[:len(feed)+60])})
	if d, ok := doubt(list[len(list)-1], story.BadText); len(list) != 2 || !ok || d.Line != 3 || list[1].Body[0].Text != "1 < 2 boats." || list[1].Path != "a.json#"+string(story.NewID("b")[:8]) {
		t.Errorf("%s", briefs(list))
	}
}

func TestAFeedThatIsCutOffSaysSo(t *testing.T) {
	for data, whole := range map[string]bool{
		"<rss><item><title>Ferry sails</title></item></rss>\n": true, "<a:feed><entry><title>Ferry sails</title></entry></A:Feed>": true,
		"<rss><item><title>Ferry sails</title></item></channel>": false, "<rss><item><title>Ferry sails</title>It sails.</rss>": false,
	} {
		s := one(t, data)
		if _, cut := doubt(s, story.BadText); cut == whole || s.Headline.Text != "Ferry sails" {
			t.Errorf("%s: %q, %+v", data, s.Headline.Text, s.Doubts)
		}
	}
}

func TestAFeedWithoutStoriesSaysSo(t *testing.T) {
	for _, data := range []string{"<rss>", "<rss><title>Ferry</title></rss>", `{"version": "https://jsonfeed.org/version/1", "items": 1}`} {
		s := one(t, data)
		if _, ok := doubt(s, story.Unsupported); !ok {
			t.Errorf("%s: %+v", data, s)
		}
	}
}

func TestAFeedWithTooManyStoriesIsReadUpToTheLimit(t *testing.T) {
	for _, c := range []struct{ start, unit string }{
		{"<rss>", "\n<item></item>"}, {`{"version":"https://jsonfeed.org/version/1","items":[{}`, "\n,{}"},
	} {
		list := Read(File{Path: "a", Data: []byte(c.start + strings.Repeat(c.unit, maxStories+2) + "]}")})
		d, ok := doubt(list[len(list)-1], story.TooLarge)
		if _, cut := doubt(list[len(list)-1], story.BadText); len(list) != maxStories || !ok || cut || d.Line < maxStories || d.Line > maxStories+2 {
			t.Errorf("%s: %d stories, %+v", c.start, len(list), d)
		}
		last := *list[len(list)-1]
		if last.Body = []story.Block{{Kind: story.Paragraph, Text: "It sails."}}; story.NewRow(&last).Problem != "" {
			t.Errorf("%s: the row has the problem %s", c.start, story.NewRow(&last).Problem)
		}
	}
}

// BenchmarkHostileFeeds reads a megabyte of each. Budget: 1.5 s.
func BenchmarkHostileFeeds(b *testing.B) {
	for _, c := range []struct{ start, unit string }{
		{"<rss>", "<item>"}, {"<rss>", "<item><title>a</title></item>"}, {"<rss>", "<item><p>a"}, {"<rss>", "<item>a</item>"}, {"<rss><item><description>", "&lt;p>a"},
		{"<rss><item><description>", "<![CDATA[<div>]]>"}, {"<feed><entry><content>", "<div>"}, {"<feed><entry>", "<author>a</author>"},
		{`{"version":"https://jsonfeed.org/version/1","items":[{}`, `,{"id":1}`}, {`{"version":"https://jsonfeed.org/version/1","items":[{}`, `,{"items":[`},
	} {
		data := []byte(c.start + strings.Repeat(c.unit, 1<<20/len(c.unit)))
		b.Run(c.start[:5]+c.unit, func(b *testing.B) {
			for b.Loop() {
				Read(File{Path: "a.xml", Data: data})
			}
		})
	}
}

func FuzzFeed(f *testing.F) {
	f.Add(rss)
	f.Add("<rss><item><description>&lt;p>a&#10;&#10;b&lt;p>c</description></item><item>")
	f.Add(`<feed><entry><content type="xhtml"><div><p>a</p></div></content></entry>`)
	f.Add(`{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"content_html":"<p>a"},{"title":2}]}`)
	f.Fuzz(func(t *testing.T, data string) {
		lines := strings.Count(lineEnds.Replace(data), "\n") + 1
		for _, read := range []func(File) []*story.Story{readFeed, readJSONFeed} {
			list := read(File{Path: "a.xml", Data: []byte(data)})
			if len(list) == 0 {
				t.Error("no story")
			}
			for _, s := range list {
				for _, b := range s.Body {
					if utf8.ValidString(data) && (b.Span.First < 1 || b.Span.Last < b.Span.First || b.Span.Last > lines) {
						t.Errorf("%+v is not in %d lines", b, lines)
					}
				}
			}
		}
	})
}
