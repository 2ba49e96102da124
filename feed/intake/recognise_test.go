package intake

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/feed/intake/intaketest"
	"dateline/feed/story"
)

const (
	want   = "Ferry sails again after two days in dock"
	wanted = "2031-03-14"
)

// recognised are files with the headline want and the day wanted, in formats that are
// only recognised. The body contains "harbor ferry".
var recognised = []struct{ format, path, data string }{
	{HTML, "a.html", "<!DOCTYPE html>\n<html><head><title>" + want + " | Meridian</title>\n<meta name=\"date\" content=\"2031-03-14\"></head><body><p>The harbor ferry</p></body></html>"},
	{HTML, "a", "\xef\xbb\xbf\n<!-- saved --><HTML><HEAD><TITLE>Meridian</TITLE><META PROPERTY='og:title' CONTENT='Ferry sails again after two days in dock - Meridian'>" +
		"<meta property=og:site_name content=Meridian><meta property=\"article:published_time\" content=\"2031-03-14T09:30:00+01:00\"></HEAD><BODY>The harbor ferry"},
	{HTML, "a", "<html><title>Ferry sails again after two days in dock – Meridian News</title><body><h1 class='x'>\n <span>Ferry sails again</span>\nafter two days in&nbsp;dock</h1>" +
		"<time datetime='2031-03-14'>today</time><p>The harbor ferry"},
	{HTML, "a", "<html><head><title>x</title><script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sails again after two days in dock\"," +
		"\"datePublished\":\"2031-03-14T08:00:00Z\"}]</script><body>The harbor ferry"},
	{HTML, "a", "<div class=story><h1>" + want + "</h1><time>March 14, 2031</time><p>The harbor ferry</p></div>"},
	{HTML, "a", "<?xml version='1.0' encoding='utf-8'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><head><title>" + want + "</title><meta name='DC.date.issued' content='20310314'/></head><body>the harbor ferry</body></html>"},
	{HTML, "a", "<html><link rel='canonical' href='https://meridian.example/2031/03/14/ferry-sails'><title>" + want + "</title><p>The harbor ferry"},
	{HTML, "a", "<br />\n<b>Warning</b>: no entry in line 3\n<html><head><title>Harbor « Meridian</title><meta name=date content=2031-03-14>\n<h1>Meridian</h1><h1>Ferry sails again after two days in dock</h1>" +
		"<meta property='og:title' content='Ferry sails again after two days in dock'>The harbor ferry"},
	{NITF, "a.xml", "<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf><head><title>x</title><docdata><date.issue norm='20310314T093000+0100'/></docdata></head>" +
		"<body><body.head><hedline><hl1>Ferry sails again\nafter two days in dock</hl1></hedline></body.head><body.content><p>The harbor ferry</p></body.content></body></nitf>"},
	{NewsML, "a.xml", "<?xml version='1.0'?><NewsML><NewsItem><NewsManagement><FirstCreated>20310314T093000+0100</FirstCreated></NewsManagement><NewsComponent><NewsLines>" +
		"<HeadLine>" + want + "</HeadLine></NewsLines><p>The harbor ferry</p></NewsComponent></NewsItem></NewsML>"},
	{NewsMLG2, "a.xml", "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='x'><itemMeta><versionCreated>2031-03-14T09:30:00+01:00</versionCreated></itemMeta>" +
		"<contentMeta><headline>" + want + "</headline></contentMeta><contentSet><inlineXML><html><p>The harbor ferry</p></inlineXML></contentSet></newsItem>"},
	{NewsMLG2, "a.xml", "<nar:newsMessage><nar:header><nar:sent>2031-03-15T09:30:00Z</nar:sent></nar:header><nar:newsItem><nar:itemMeta><nar:versionCreated>2031-03-14T09:30:00Z</nar:versionCreated></nar:itemMeta>" +
		"<nar:contentMeta><nar:headline>" + want + "</nar:headline></nar:contentMeta><nar:contentSet><nar:inlineData>The harbor ferry</nar:inlineData></nar:contentSet></nar:newsItem></nar:newsMessage>"},
	{Feed, "a.xml", "<?xml version='1.0'?>\n<rss><channel><title>Meridian</title><pubDate>Sat, 15 Mar 2031 09:30:00 GMT</pubDate>\n<item><title><![CDATA[Ferry sails <b>again</b> after two days in dock]]></title>" +
		"<pubDate>Fri, 14 Mar 2031 09:30:00 KST</pubDate><description>The harbor ferry</description></item></channel></rss>"},
	{Feed, "a", "<feed xmlns='http://www.w3.org/2005/Atom'><title>Meridian</title><updated>2031-04-01T00:00:00Z</updated><entry><title type='html'>Ferry sails again after two&amp;nbsp;days in dock</title>" +
		"<published>2031-03-14T09:30:00Z</published><content type='html'>&lt;p&gt;The harbor ferry&lt;/p&gt;</content></entry></feed>"},
	{Feed, "a", "<rdf:RDF xmlns:dc='x'><channel><title>Meridian</title></channel><item><title>" + want + "</title><dc:date>2031-03-14T09:30+01:00</dc:date><description>The harbor ferry</description></item></rdf:RDF>"},
	{SGML, "a", "<DOC>\n<DOCNO> SK310314-0001 </DOCNO>\n<HEAD>" + want + "</HEAD>\n<DATE> March 14, 2031, Friday </DATE>\n<TEXT>\n   The harbor ferry\n</TEXT>\n</DOC>\n"},
	{SGML, "a", "<DOC>\n<DOCNO> SKJ310314-0044 </DOCNO>\n<HL> " + want + "\n  ----\n  By Dora Holm</HL>\n<DD> 03/14/31</DD>\n<TEXT>\n   The harbor ferry\n</TEXT>\n</DOC>\n"},
	{SGML, "a", "<DOC>\n<DOCNO> AP310314-0001 </DOCNO>\n<FILEID>AP-NR-03-14-31 0017EST</FILEID>\n<HEAD>" + want + "</HEAD>\n<TEXT>\n   The harbor ferry\n</TEXT>\n</DOC>\n"},
	{SGML, "a", "<DOC id=\"SKN_ENG_20310314.0012\" type=\"story\" >\n<HEADLINE>\n" + want + "\n</HEADLINE>\n<TEXT>\n<P>\nThe harbor ferry\n</P>\n</TEXT>\n</DOC>\n"},
	{SGML, "a", "<DOC>\n<DOCNO> SK3-1 </DOCNO>\n<HEADER>\n<DATE1>  14 March 2031 </DATE1>\n<H3> <TI>   " + want + " </TI></H3>\n</HEADER>\n<TEXT>\n  The harbor ferry\n</TEXT>\n</DOC>\n"},
	{JSON, "a", `{"headline": {"main": "` + want + `"}, "pub_date": "none", "timestamp": 1931240400, "text": "The harbor ferry"}`},
	{SGML, "a.sgm", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"NO\">\n<DATE>14-MAR-2031 15:01:01.79</DATE>\n<TEXT>\n<TITLE>" + want + "</TITLE>\n<BODY>The harbor ferry</BODY></TEXT>\n</REUTERS>\n"},
	{XML, "a", "<?xml version='1.0'?><article><headline>" + want + "</headline><date>2031-03-14</date><p>The harbor ferry</p></article>"},
	{XML, "a", "<story><title>" + want + "</title><pubDate>2031-03-14</pubDate>The harbor ferry</story>\n"},
	{OPML, "a.opml", "<opml version='2.0'><head><title>" + want + "</title><dateCreated>Fri, 14 Mar 2031 09:30:00 GMT</dateCreated></head>The harbor ferry</opml>"},
	{Ninjs, "a.json", `{"uri":"urn:x","versioncreated":"2031-03-14T09:30:00Z","body_text":"The harbor ferry","headline":"` + want + `"}`},
	{Ninjs, "a", "\n{\n \"uri\": \"urn:x\", \"firstCreated\": \"2031-03-14T09:30:00Z\", \"headlines\": [ {\"role\": \"main\", \"value\": \"" + want + "\"} ], \"bodies\": [{\"value\": \"The harbor ferry\"}] }"},
	{JSONFeed, "a", `{"version":"https://jsonfeed.org/version/1.1","title":"Meridian","items":[{"id":"1","title":"` + want + `","date_published":"2031-03-14T09:30:00Z","content_text":"The harbor ferry"}]}`},
	{JSON, "a.json", `[{"title": "Ferry sails again after two days in dock", "date": "2031-03-14", "text": "The harbor ferry"}, {}]`},
	{JSON, "a", `{"article": {"title": "` + want + `", "date": "2031-03-14"}, "text": "The harbor ferry`},
	{JSONL, "a", `{"title":"` + want + `","date":"2031-03-14","text":"The harbor ferry"}` + "\n" + `{"title":"Second"}` + "\n"},
	{CSV, "a.csv", "id,title,date,text\n1,\"" + want + "\",2031-03-14,The harbor ferry\n"},
	{CSV, "a", "\xef\xbb\xbf\"Headline\";\"Publish Date\";\"Article Text\"\r\n" + want + ";2031-03-14;The harbor ferry\r\n"},
	{CSV, "a", "1931240400\t" + want + "\thttps://quay.example/1\tThe harbor ferry\tplain\t\tDora Holm\t\tsea|harbor\n"},
	{Markdown, "a.md", "---\ntitle: \"" + want + "\"\ndate: 2031-03-14\n---\nThe harbor ferry\n"},
	{Markdown, "a.txt", "---\r\nlayout: post # ours\r\ntags:\r\n- ferry\r\n- harbor\r\ntitle: Ferry sails again\r\n  after two days in dock\r\npublished: '2031-03-14 09:30:00 +0100'\r\n---\r\n\r\nThe harbor ferry\r\n"},
	{Markdown, "a.md", "+++\ntitle = 'Ferry sails again after two days in dock'\ndate = 2031-03-14T09:30:00+01:00\n[params]\n  a = 1\n+++\nThe harbor ferry\n"},
	{Markdown, "a.md", "---\ntitle: >-\n  Ferry sails again\n  after two days in dock\ndate: 2031-03-14\n...\nThe harbor ferry\n"},
	{Markdown, "a.md", "---\ndate: 2031-03-14\ntags: [ferry]\n---\n\n# " + want + "\n\nThe harbor ferry\n"},
	{Markdown, "2031-03-14-ferry.md", "# " + want + "\n\nThe harbor ferry\n"},
	{Markdown, "2031-03-14-ferry.markdown", want + "\n=====\n\nThe harbor ferry\n"},
	{MHTML, "a.mht", "From: <Saved by quay>\nSnapshot-Content-Location: https://meridian.example/ferry\nSubject: " + want + "\nDate: Fri, 14 Mar 2031 09:30:00 +0100\nMIME-Version: 1.0\n" +
		"Content-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"--b--\"\n\n----b--\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html><p class=3D'x'>The ha=\nrbor ferry</p>\n----b----\n"},
}

func TestFormatsThatAreNotReadKeepLinesThatLookLikeAnEnvelope(t *testing.T) {
	for path, data := range map[string]string{
		"a.html": "<html><title>Ferry sails</title><pre>\nZCZC MRD012\nIt sails.\nNNNN\n</pre>\n</html>\n",
		"a.xml":  "<?xml version='1.0'?><article><headline>Ferry sails</headline>\nZCZC MRD012\nIt sails.\nNNNN\n</article>\n",
		"a.json": "{\"title\": \"Ferry sails\"}\nZCZC MRD012\nIt sails.\nNNNN\n",
	} {
		s := Read(File{Path: path, Data: []byte(data)})[0]
		if text := sample(s.Body); !strings.Contains(text, "ZCZC MRD012") || !strings.Contains(text, "NNNN") {
			t.Errorf("%s has the text %q", path, text)
		}
	}
}

// isRead has the formats whose parts are read. JSON without stories is not.
var isRead = map[string]bool{HTML: true, Markdown: true, MHTML: true, Feed: true, JSONFeed: true, Ninjs: true, NITF: true, NewsML: true, NewsMLG2: true, JSON: true, JSONL: true, CSV: true, SGML: true}

func TestFormatsHaveHeadlineAndDay(t *testing.T) {
	for _, c := range recognised {
		s := Read(File{Path: c.path, ModTime: time.Date(2033, 1, 2, 0, 0, 0, 0, time.UTC), Data: []byte(c.data)})[0]
		if s.Format != c.format || s.Headline.Text != want || s.Headline.Standin || !strings.HasPrefix(s.Date.String(), wanted) {
			t.Errorf("%.70q: %s %q %s, want %s", c.data, s.Format, s.Headline.Text, s.Date, c.format)
		}
		if d, ok := doubt(s, story.Unsupported); ok == isRead[c.format] || ok && (len(s.Doubts) != 1 || !strings.HasSuffix(d.Detail, ".")) {
			t.Errorf("%.70q: doubts %+v", c.data, s.Doubts)
		}
		if !strings.Contains(sample(s.Body), "harbor ferry") {
			t.Errorf("%.70q: body %+v", c.data, s.Body)
		}
		if r := story.NewRow(s); r.Problem != "" {
			t.Errorf("%.70q: the row has the problem %s", c.data, r.Problem)
		}
	}
}

func TestFormatsAreRecognisedInUTF16(t *testing.T) {
	for _, c := range recognised {
		if c.format == MHTML {
			continue // their lines are bytes
		}
		text := strings.TrimPrefix(c.data, "\xef\xbb\xbf")
		for _, encoding := range []string{"utf-16le", "utf-16be"} {
			data, ok := intaketest.Encode(t, encoding, text)
			if !ok {
				t.Fatal(encoding)
			}
			s := Read(File{Path: c.path, Data: data})[0]
			if s.Format != c.format || s.Headline.Text != want || s.Encoding != encoding {
				t.Errorf("%.70q in %s: %s %q in %s", text, encoding, s.Format, s.Headline.Text, s.Encoding)
			}
		}
	}
}

func TestAFormatWithoutAHeadlineHasTheNameOfTheFile(t *testing.T) {
	for _, c := range []struct{ format, data string }{
		{HTML, "<!DOCTYPE html>\n<html><body><p> </p>"}, {XML, "<?xml version='1.0'?><a>b</a>"}, {JSON, "{}"},
		{JSON, "[]"}, {JSON, "[1, 2]"}, {JSON, "{\"a\": 1}"}, {HTML, "<html><title>\x1b[31m \u202e</title>"},
		{RTF, `{\rtf1\ansi The harbor ferry}`}, {JSON, `{"a": ` + strings.Repeat("[", 5000)}, {Markdown, "---\ndate: x\n---\n"},
	} {
		s := Read(File{Path: "a/ferry.txt", Data: []byte(c.data)})[0]
		if _, ok := doubt(s, story.Unsupported); ok == (isRead[c.format] && c.format != JSON) || s.Format != c.format || s.Headline.Text != "ferry.txt" {
			t.Errorf("%.60q: %s %q %+v", c.data, s.Format, s.Headline.Text, s.Doubts)
		}
	}
}

func TestCopyThatLooksLikeAFormatStaysCopy(t *testing.T) {
	for _, c := range []struct{ path, data string }{
		{"a.txt", "---\nFerry sails again\nPORT ELLERY, March 14 (Meridian) -- The harbor ferry sailed.\n---\n"},
		{"a.txt", "---\n\nNote: the ferry sails.\nPORT ELLERY (Meridian) -- The harbor ferry sailed.\n"},
		{"a.txt", "--- Ferry sails ---\nThe harbor ferry sailed.\n"},
		{"a.txt", "---\n---\nThe harbor ferry sailed.\n"},
		{"a.txt", "<b>Ferry sails</b>\nThe harbor ferry sailed.\n"},
		{"a.txt", "<Interview> Ferry sails again\nThe harbor ferry sailed.\n"},
		{"a.txt", "<p>Ferry sails again\nThe harbor ferry sailed.\n"},
		{"a.txt", "<Docks> Ferry sails\nThe harbor ferry sailed.\n"},
		{"a.html", "Ferry <b>sails</b> again\nThe harbor ferry sailed.\n"},
		{"a.txt", "[LEAD] Ferry sails again\nThe harbor ferry sailed.\n"},
		{"a.json", "[\"Ferry\" sails]\nThe harbor ferry sailed.\n"},
		{"a.txt", "{\n^Harbor ferries=\n{Port Ellery;Skarn\n"},
		{"a.txt", "{\"Ferry\" sails}\nThe harbor ferry sailed.\n"},
		{"a.txt", "# Ferry sails again\nThe harbor ferry sailed.\n"},
		{"a.md", "Ferry sails again\nThe harbor ferry sailed.\n"},
		{"a.md", "Title: Ferry sails again\nDate: 2031-03-14\n\nThe harbor ferry sailed.\n"},
		{"a.txt", "From: Dora Holm\nTo: the desk\n\nThe harbor ferry sailed.\n"},
		{"a.txt", "From Port Ellery: ferry sails\n\nThe harbor ferry sailed.\n"},
		{"a.txt", "\x01\x16ZCZC\nFerry sails again\nPORT ELLERY, March 14 (Meridian) -- The harbor ferry sailed.\nNNNN\x03"},
		{"a.txt", "BZh ferry sails\n"},
		{"a.txt", "Title, fight and a date\nThe harbor ferry sailed.\n"},
		{"a.csv", "Ferry sails, date of the pier\nThe harbor ferry sailed, they said.\n"},
		{"a.txt", "Title; Ferry\nText; It sails\n"},
		{"a.txt", "PAR1 ferry sails\n"},
	} {
		s := Read(File{Path: c.path, Data: []byte(c.data)})[0]
		if _, ok := doubt(s, story.Unsupported); ok || s.Format != Wire && s.Format != Text {
			t.Errorf("%q is %s", c.data, s.Format)
		}
	}
}

// BenchmarkHostileFormats reads a megabyte of each. Budget: 0.4 s.
func BenchmarkHostileFormats(b *testing.B) {
	for _, data := range []string{
		"---\ntitle: " + strings.Repeat("a\n b", 1<<18), "---\n" + strings.Repeat("a: b\n", 1<<18), "+++\n" + strings.Repeat("a = [\n", 1<<18),
		"---\ntitle: \"" + strings.Repeat("\\", 1<<20), "[" + strings.Repeat("[", 1<<20), "{\"a\":" + strings.Repeat("{\"a\":", 1<<18), "{\"a\": \"" + strings.Repeat("\\u0000", 1<<18),
		"<html><title>" + strings.Repeat("a | ", 1<<18), "<" + strings.Repeat("a:", 1<<19), "<rss><item><title>" + strings.Repeat("&lt;", 1<<18),
		"{\"a\":1}\n" + strings.Repeat("{\"a\":1}\n", 1<<17), "Feed: a\n" + strings.Repeat("Title: a\n", 1<<17), "<?xml ?><a>" + strings.Repeat("<b>", 1<<18),
		"From: a\nDate: b\nSubject: " + strings.Repeat("Re: [a] ", 1<<16) + "\n\n",
	} {
		b.Run(fmt.Sprintf("%.20q", data), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				Read(File{Path: "a.md", Data: []byte(data)})
			}
		})
	}
}

func TestMarkdownWithoutATitleHasItsFirstHeadingOrTheNameOfItsFile(t *testing.T) {
	const front = "---\ndate: 2031-03-14\n---\n"
	for _, c := range []struct{ path, data, want string }{
		{"Ferry sails.md", front + "The harbor ferry\n\nsailed again.\n", "Ferry sails"},
		{"a/2031-03-14-ferry-sails.md", front + "The harbor ferry sailed.\n", "ferry sails"},
		{"a/ferry.md", front + "The harbor ferry sailed.\n\n## It sails\n\nAgain.\n", "It sails"},
		{"a/index.md", front + "The harbor ferry sailed.\n\nIt is full.\n", "The harbor ferry sailed."},
		{"a/2031-03-14.md", front + "The harbor ferry sailed.\n\nIt is full.\n", "The harbor ferry sailed."},
		{"a/notes.md", front + "Ferry sails\n\nPORT ELLERY, March 13 (Meridian) -- The harbor ferry sailed.\n", "Ferry sails"},
	} {
		s := Read(File{Path: c.path, Data: []byte(c.data)})[0]
		if s.Headline.Text != c.want || len(s.Body) == 0 {
			t.Errorf("%s: %q with %d blocks, want %q", c.path, s.Headline.Text, len(s.Body), c.want)
		}
	}
}
