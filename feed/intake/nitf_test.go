package intake

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feed/intake/intaketest"
	"dateline/feed/notice"
	"dateline/feed/story"
)

const nitfFile = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf SYSTEM "nitf.dtd" [<!ENTITY a "&b;"><!ENTITY b SYSTEM "file:///etc/passwd">]>
<nitf xml:lang="en-US">
<head><title>x</title>
<tobject tobject.type="news"><tobject.subject tobject.subject.type="Economy" tobject.subject.matter="Shipping"/></tobject>
<docdata management-status="usable">
<doc-id regsrc="MRD" id-string="ferry-2"/><urgency ed-urg="3"/><du-key key="HARBOR-FERRY" version="2"/>
<ed-msg info="ADDS details in paras 2-3"/>
<date.issue norm="20310314T093000+0100"/><date.release norm="20310314T093000+0100"/>
<doc.copyright holder="Meridian" year="2031"/><key-list><keyword key="ferry"/></key-list>
</docdata></head>
<body>
<body.head>
<hedline><hl1>Ferry sails again
after <em>two</em> days in dock</hl1><hl2>Storm damage repaired</hl2></hedline>
<byline>By <person>Dora Holm</person><byttl>Staff Writer</byttl></byline>
<dateline><location>Port Ellery</location><story.date norm="20310314">March 14</story.date></dateline>
<abstract><p>In short.</p></abstract>
</body.head>
<body.content>
<p>The harbor <org>ferry</org> sailed &amp; &a; returned.</p>
<hl2>Anchors</hl2>
<media media-type="image"><media-reference source="f.jpg"/><media-caption><p>The ferry leaves port.</p></media-caption><media-producer>Ana Ruiz</media-producer></media>
<note noteclass="editorsnote"><body.content><p>Pictures follow.</p></body.content></note>
<table><tr><th>Pier</th><th>Boats</th></tr><tr><td>North</td><td align="right">12</td></tr></table>
<ul><li>one</li><li>two</li></ul>
<bq><block><p>We lost one.</p></block></bq>
<p>It is full.</p>
</body.content>
<body.end><tagline>Reporting from the pier.</tagline></body.end>
</body></nitf>
`

func TestNITFIsRead(t *testing.T) {
	const want = `headline: Ferry sails again after two days in dock
date: 2031-03-14T09:30:00+01:00
places: Port Ellery
agency: Meridian
byline: Dora Holm
keyword: ferry
keyword: Shipping
heading: Storm damage repaired
paragraph: The harbor ferry sailed & &a; returned.
heading: Anchors
caption: The ferry leaves port.
code: Pier   Boats
North     12
list: - one
- two
quote: We lost one.
paragraph: It is full.
paragraph: Reporting from the pier.
`
	s := Read(File{Path: "a.xml", Data: []byte(nitfFile)})[0]
	if got := brief(s); got != want || s.Format != NITF || s.Language != "en" || s.Envelope.Slug != "HARBOR-FERRY" || s.Envelope.Priority != "3" {
		t.Errorf("%s in %s, %+v\n%s", s.Format, s.Language, s.Envelope, got)
	}
	if len(s.Notes) != 2 || s.Notes[0].Verbs[0] != "ADDS" || s.Notes[1].Text != "Pictures follow." {
		t.Errorf("%+v", s.Notes)
	}
	lines := strings.Split(nitfFile, "\n")
	for _, b := range s.Body[1:] {
		word := strings.Fields(b.Text)[len(strings.Fields(b.Text))-1]
		if at := strings.Join(lines[b.Span.First-1:b.Span.Last], " "); !strings.Contains(at, word) {
			t.Errorf("%q is in lines %d to %d: %q", b.Text, b.Span.First, b.Span.Last, at)
		}
	}
}

func TestTheStatusOfNITFKillsCorrectsAndHolds(t *testing.T) {
	for _, c := range []struct {
		old, cur string
		kind     story.Kind
		until    string
	}{
		{"usable", "canceled", story.Kill, ""},
		{"usable", "embargoed", story.Plain, "further notice"},
		{`release norm="20310314T093000`, `release norm="20310314T180000`, story.Plain, "2031-03-14T17:00:00Z"},
		{`<urgency`, `<correction info="Corrects the day"/><urgency`, story.Correction, ""},
	} {
		s := Read(File{Path: "a.xml", Data: []byte(strings.Replace(nitfFile, c.old, c.cur, 1))})[0]
		if got := notice.ReadEmbargo(s, time.UTC).String(); s.Headline.Kind != c.kind || got != c.until {
			t.Errorf("%s: %s until %q", c.cur, s.Headline.Kind, got)
		}
	}
}

func TestADatelineOfNITFGivesItsPlace(t *testing.T) {
	for dateline, want := range map[string]string{
		"PORT ELLERY (Meridian) --": "PORT ELLERY",
		"PORT ELLERY, March 14 _":   "PORT ELLERY",
		"<location><city>Port Ellery</city>, <region>Skarn</region></location> (MRD)": "Port Ellery",
		"<story.date norm='20310314'/>":                                               "",
		"<location> </location><location>Tolvik</location>":                           "Tolvik",
	} {
		data := "<nitf><body><body.head><hl1>Ferry sails</hl1><dateline>" + dateline + "</dateline></body.head><body.content>It sails.</body.content></body></nitf>"
		s := Read(File{Path: "a.xml", Data: []byte(data)})[0]
		if got := strings.Join(s.Dateline.Places, "|"); got != want {
			t.Errorf("%s: %q, want %q", dateline, got, want)
		}
	}
}

func TestALinkOfNITFThatIsCalledRelatedIsARelatedHeadline(t *testing.T) {
	s := Read(File{Path: "a.xml", Data: []byte(strings.Replace(nitfFile, "<p>It is full.</p>", "<p>It is <a href='https://quay.example/full'>full</a>, as <a rel='irel:seeAlso' href='urn:newsml:mrd.example:20310314:ferry-1'>Ferry in dock</a> "+
		"and <a rel='Related' href='https://quay.example/dock'>Dock closed</a> say; <a rel='related' href='#paragraph-of-the-dock'>more</a>.</p>", 1))})[0]
	var got []string
	for _, r := range s.Related {
		got = append(got, r.Section+"|"+r.Text+"|"+r.Target.UID+"|"+r.Target.URL+"|"+r.Address)
	}
	want := []string{
		"Links|full||quay.example/full|https://quay.example/full", "|Ferry in dock|urn:newsml:mrd.example:20310314:ferry-1||",
		"|Dock closed||quay.example/dock|https://quay.example/dock",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestXMLIsInTheEncodingThatItDeclares(t *testing.T) {
	for _, name := range []string{"iso-8859-2", "windows-1251", "shift_jis"} {
		text := map[string]string{"iso-8859-2": "Łódź", "windows-1251": "Порт", "shift_jis": "港"}[name]
		doc := "<?xml version=\"1.0\" encoding='" + strings.ToUpper(name) + "'?><nitf><body><body.head><hl1>" + text + "</hl1></body.head><body.content>It sails.</body.content></body></nitf>"
		data, ok := intaketest.Encode(t, name, doc)
		if !ok {
			t.Fatal(name)
		}
		if s := Read(File{Path: "a.xml", Data: data})[0]; s.Headline.Text != text || s.Encoding != name {
			t.Errorf("%s: %q in %s", name, s.Headline.Text, s.Encoding)
		}
	}
	for doc, want := range map[string]string{
		"<?xml version='1.0' encoding = \"a b\"?>": "a b", "<?xml version='1.0'?>": "", "<?xml encoding=x?>": "", "<nitf encoding='x'>": "", "<?xml encoding": "",
	} {
		if got := declaredEncoding([]byte(doc)); got != want {
			t.Errorf("%s: %q", doc, got)
		}
	}
}

func TestWhatIsLeftOfXMLIsRead(t *testing.T) {
	cut, _, _ := strings.Cut(nitfFile, "</li>")
	s := Read(File{Path: "a.xml", Data: []byte(cut)})[0]
	if d, ok := doubt(s, story.BadText); !ok || len(s.Doubts) != 1 || !strings.HasPrefix(d.Detail, "The file is cut off") {
		t.Errorf("%+v", s.Doubts)
	}
	if last := s.Body[len(s.Body)-1]; last.Text != "- one" || s.Headline.Text != want {
		t.Errorf("%s", brief(s))
	}
}

func FuzzNewsXML(f *testing.F) {
	f.Add(nitfFile)
	f.Add("<nitf><docdata><doc-id id-string='&#27;[2J'/></docdata><body.content><table><tr><td>&#7;<td>b")
	f.Add(g2With("<inlineData>&#27;[2J</inlineData>"))
	f.Add(newsMLFile)
	f.Fuzz(func(t *testing.T, data string) {
		for _, read := range []func(File) []*story.Story{readNITF, readNewsML, readNewsMLG2} {
			for _, s := range read(File{Path: "a.xml", Data: []byte(data)}) {
				checkParts(t, s)
			}
		}
	})
}
