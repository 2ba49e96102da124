package intake

import (
	"strings"
	"testing"

	"dateline/feed/story"
)

const pageHead = `<!DOCTYPE html><html lang="en-GB"><head><title>Ferry sails again | Quay Press</title>
<meta property="og:title" content="Ferry sails again"><meta property="og:site_name" content="Quay Press">
<meta name="news_keywords" content="ferry, harbor"><meta name="author" content="https://quay.example/ilse">
<link rel="canonical" href="https://quay.example/2031/03/12/ferry"><script>track("x")</script>
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>`

const pageBody = `
<article><p class="kicker">Harbor</p><h1>Ferry sails again</h1>
<div class="meta">By <a rel="author" href="/ilse">Ilse Brandt</a>, <time datetime="2031-03-14T09:30:00+01:00">today</time></div>
<figure><img src="f.jpg"><figcaption>The ferry leaves port. (Meridian)</figcaption></figure>
<p>PORT ELLERY, March 13 (Meridian) -- The harbor ferry sailed
on <b>Friday</b> after a storm kept it in dock for two days, the port authority said.</p>
<h2>What the port says</h2>
<blockquote>We lost one anchor in the storm, and that was all that we lost.</blockquote>
<ul><li>one run at nine</li><li>one run at noon</li></ul>
<table><tr><th>Pier<th>Boats<tr><td>North<td>12</table>
<div class="share-tools"><a href="https://x.example">Share</a></div>
<p>The ferry is full until Sunday, said the port authority, which plans more runs.</p>
</article>
<aside><h3>Most read</h3><ul><li><a href="/a">Crane falls on quay</a></ul></aside><footer>Imprint</footer></body></html>
`

func TestAPageIsReadAsAStory(t *testing.T) {
	s := Read(File{Path: "ferry.html", Data: []byte(pageHead + pageBody)})[0]
	want := `headline: Ferry sails again
date: 2031-03-14T09:30:00+01:00
places: PORT ELLERY
agency: Meridian
byline: Ilse Brandt
keyword: ferry
keyword: harbor
caption: The ferry leaves port.
paragraph: The harbor ferry sailed on Friday after a storm kept it in dock for two days, the port authority said.
heading: What the port says
quote: We lost one anchor in the storm, and that was all that we lost.
list: - one run at nine
- one run at noon
code: Pier   Boats
North  12
paragraph: The ferry is full until Sunday, said the port authority, which plans more runs.
`
	if got := brief(s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if s.Format != HTML || s.Language != "en" || s.Body[0].Credit != "Meridian" || s.Body[1].N != 1 || s.Date.From != story.FromMetadata {
		t.Errorf("%s %s %+v %+v", s.Format, s.Language, s.Body[:2], s.Date)
	}
	if at := (story.Span{First: 9, Last: 10}); s.Body[1].Span != at || s.Dateline.Span != at {
		t.Errorf("%+v %+v, want %+v", s.Body[1].Span, s.Dateline.Span, at)
	}
}

// A page says more than once who wrote its story and when. Linked data wins, then the head,
// then what stands near the story, and the address.
func TestThePartsOfAPageHaveAnOrder(t *testing.T) {
	const linked = `<script type="application/ld+json">{"@type":"WebSite","name":"Quay Press"}</script>` +
		`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2031-03-16","author":[{"name":"Dora Holm"}],"publisher":{"name":"Havenbode"}}]}</script></head>`
	const meta = `<meta property="article:published_time" content="2031-03-15T08:00:00Z"><meta name="author" content="Per Roake"></head>`
	untimed := strings.NewReplacer(`<time datetime="2031-03-14T09:30:00+01:00">today</time>`, "", "PORT ELLERY, March 13 (Meridian) -- ", "").Replace(pageBody)
	for _, c := range []struct{ head, body, date, author, agency string }{
		{linked, pageBody, "2031-03-16", "Dora Holm", "Meridian"},
		{linked, untimed, "2031-03-16", "Dora Holm", "Havenbode"},
		{meta, pageBody, "2031-03-15T08:00:00Z", "Per Roake", "Meridian"},
		{"</head>", pageBody, "2031-03-14T09:30:00+01:00", "Ilse Brandt", "Meridian"},
		{"</head>", untimed, "2031-03-12", "Ilse Brandt", "Quay Press"},
	} {
		head := strings.NewReplacer("</head>", c.head, `content="https://quay.example/ilse"`, "").Replace(pageHead)
		s := Read(File{Path: "ferry.html", Data: []byte(head + c.body)})[0]
		if s.Date.String() != c.date || strings.Join(s.Byline.Names, "+") != c.author || s.Dateline.Agency != c.agency {
			t.Errorf("%.60s: %s %+v %q", c.head, s.Date, s.Byline, s.Dateline.Agency)
		}
	}
}

func TestAPageOfManyElementsKeepsItsText(t *testing.T) {
	s := Read(File{Path: "a.html", Data: []byte("<html><title>Ferry</title><body>" + strings.Repeat("<p>a", 1<<17))})[0]
	if s.Format != HTML || len(s.Body) < 1<<15 || s.Headline.Text != "Ferry" {
		t.Errorf("%s %d %q", s.Format, len(s.Body), s.Headline.Text)
	}
}

// BenchmarkPage reads a page. Budget: 25 ms.
func BenchmarkPage(b *testing.B) {
	links := strings.Repeat("<div class='card teaser'><a href=/x><img src=y><h3>Another story of the day</h3></a><p>A teaser.</p></div>\n", 1000)
	data := []byte(pageHead + links + strings.Repeat(pageBody, 10) + links + "</body></html>")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Read(File{Path: "a.html", Data: data})
	}
}

func pageOf(text string) *story.Story { return Read(File{Path: "a.html", Data: []byte(text)})[0] }

func TestAllAuthorsOfLinkedDataAreRead(t *testing.T) {
	for data, want := range map[string]string{
		`"author": [{"@type": "Person", "name": "Ana Ruiz"}, {"name": "Jon Berg"}, {"name": "Ana Ruiz"}]`: "Ana Ruiz, Jon Berg",
		`"author": ["Ana Ruiz", "https://quay.example/berg", "Jon Berg"]`:                                 "Ana Ruiz, Jon Berg",
		`"author": {"name": "Ana Ruiz"}, "editor": {"name": "Jon Berg"}`:                                  "Ana Ruiz",
		`"author": [{"name": "https://quay.example/ruiz"}]`:                                               "",
	} {
		s := pageOf("<!DOCTYPE html><html><head><script type='application/ld+json'>{\"headline\": \"Ferry sails\", " + data + "}</script></head><body><p>It sailed.</p></body></html>")
		if got := strings.Join(s.Byline.Names, ", "); got != want {
			t.Errorf("%s: %q, want %q", data, got, want)
		}
	}
}

func TestTheBaseOfAPageIsWhereItsLinksBegin(t *testing.T) {
	for base, want := range map[string]string{
		"https://pier.example/news/": "pier.example/news/tolls", "/b/": "quay.example/b/tolls", "//pier.example": "pier.example/tolls", "": "quay.example/a/tolls", "http://[": "quay.example/a/tolls",
	} {
		s := pageOf("<!DOCTYPE html><html><head><base href='" + base + "'><link rel=canonical href='https://quay.example/a/ferry'><title>Ferry sails</title></head><body><article><p>The <a href='tolls'>tolls</a> rise " +
			strings.Repeat("and the ferry sails again after two days in dock ", 20) + "</p></article></body></html>")
		if len(s.Related) != 1 || s.Related[0].Target.URL != want || s.Related[0].Address != "https://"+want {
			t.Errorf("%q: %+v, want %q", base, s.Related, want)
		}
	}
}

func TestFormulasAndDrawingsAreNoText(t *testing.T) {
	s := pageOf("<!DOCTYPE html><title>Ferry sails</title><article><p>It sailed <math><mi>x</mi><mo>=</mo></math>at <svg><text>drawn</text></svg>noon.</p></article>")
	if got := s.Body[0].Text; got != "It sailed at noon." {
		t.Errorf("%q", got)
	}
}

func TestTheNameOfTheSiteIsNoPartOfAHeadline(t *testing.T) {
	for title, want := range map[string]string{
		"Ferry sails again - Quay Post":               "Ferry sails again", // its host is quaypost.example
		"QUAYPOST | Ferry sails again":                "Ferry sails again",
		"Ferry sails again to Ellery — The Quay Post": "Ferry sails again to Ellery",
		"Ferry sails again » Harbor":                  "Ferry sails again » Harbor",
		"Ferry - Quay Post has the story of the year": "Ferry - Quay Post has the story of the year",
		"Ferry sails again - to Ellery":               "Ferry sails again - to Ellery",
		"quaypost.example":                            "Dock closed",
		"Meridian Press - Ferry sails again":          "Ferry sails again", // the publisher
		"- | -":                                       "- | -",
	} {
		s := pageOf("<!DOCTYPE html><html><head><title>" + title + "</title><link rel=canonical href='https://www.quaypost.example/a/ferry'>" +
			`<script type="application/ld+json">{"publisher": {"name": "Meridian Press"}}</script></head><body><h1>Quay Post</h1><h1>Dock closed</h1><p>It sailed.</p></body></html>`)
		if s.Headline.Text != want {
			t.Errorf("%q: %q, want %q", title, s.Headline.Text, want)
		}
	}
}
