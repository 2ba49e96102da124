package intake

import (
	"strings"
	"testing"
	"time"

	"dateline/feed/notice"
	"dateline/feed/story"
)

const g2Item = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:meridian:2031:ferry-2" version="2" xml:lang="en-US">
<rightsInfo><copyrightHolder literal="Meridian"/><usageTerms>Not for archives.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="x:mrd"><name>Meridian</name></provider>
<versionCreated>2031-03-14T09:30:00+01:00</versionCreated><firstCreated>2031-03-14T07:10:00+01:00</firstCreated>
<pubStatus qcode="stat:usable"/><edNote>ADDS details in paras 2-3</edNote>
<link rel="irel:seeAlso" residref="urn:meridian:2031:ferry-1"><title>Storm halts ferry</title></link></itemMeta>
<contentMeta><urgency>3</urgency><located qcode="city:1"><name>Port Ellery</name></located><creator><name>Desk</name></creator>
<subject qcode="medtop:04000000"><name>economy</name></subject><subject qcode="medtop:2"/><keyword>ferry</keyword>
<slugline>HARBOR-FERRY</slugline><headline role="hld:sub">Storm damage repaired</headline><headline role="hld:main">Ferry sails again after two days in dock</headline>
<by>By Dora Holm</by><description>In short.</description></contentMeta>
<contentSet>BODY</contentSet>
</newsItem>
`

// g2With returns an item with a text.
func g2With(text string) string { return strings.Replace(g2Item, "BODY", text, 1) }

func TestNewsMLG2IsRead(t *testing.T) {
	const top = `headline: Ferry sails again after two days in dock
date: 2031-03-14T07:10:00+01:00
places: Port Ellery
agency: Meridian
byline: Dora Holm
keyword: ferry
keyword: economy
heading: Storm damage repaired
`
	for text, want := range map[string]string{
		`<inlineXML contenttype="application/xhtml+xml"><html xmlns="x"><head><title>x</title></head><body><p>The ferry <b>sailed</b>.</p><h2>Anchors</h2><p>It is full.</p></body></html></inlineXML>`: "paragraph: The ferry sailed.\nheading: Anchors\nparagraph: It is full.\n",
		`<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hl1>x</hl1></body.head><body.content><p>The ferry sailed.</p></body.content></body></nitf></inlineXML>`:                  "paragraph: The ferry sailed.\n",
		"<inlineData contenttype=\"text/plain\">\nThe ferry\nsailed.\n\nIt is full: 1 &lt; 2.\n</inlineData>":                                                                                           "paragraph: The ferry sailed.\nparagraph: It is full: 1 < 2.\n",
		"<inlineData contenttype=\"text/html\"><![CDATA[<p>The ferry sailed.</p><p>It is full.</p>]]></inlineData>":                                                                                     "paragraph: The ferry sailed.\nparagraph: It is full.\n",
		`<remoteContent href="x"/>`: "paragraph: In short.\n",
	} {
		s := Read(File{Path: "a.xml", Data: []byte(g2With(text))})[0]
		if got := brief(s); got != top+want {
			t.Errorf("got\n%s\nwant\n%s", got, top+want)
		}
		if s.Format != NewsMLG2 || s.Language != "en" || s.Envelope.Slug != "HARBOR-FERRY" || s.Envelope.Priority != "3" || len(s.Notes) != 1 || len(s.Related) != 1 {
			t.Errorf("%+v", s)
		}
		if last := s.Envelope.Lines[len(s.Envelope.Lines)-1].Text; last != "usageterms: Not for archives." {
			t.Error(last)
		}
		if len(s.Body) > 2 && s.Body[1].Span.First < 11 {
			t.Errorf("%+v", s.Body)
		}
	}
}

func TestTheStatusOfNewsMLG2KillsCorrectsAndHolds(t *testing.T) {
	for _, c := range []struct {
		old, cur string
		kind     story.Kind
		until    string
	}{
		{"stat:usable", "stat:canceled", story.Kill, ""},
		{"stat:usable", "stat:withheld", story.Plain, "further notice"},
		{"<pubStatus", "<embargoed>2031-03-15T06:00:00+01:00</embargoed><pubStatus", story.Plain, "2031-03-15T05:00:00Z"},
		{"<pubStatus", `<signal qcode="sig:correction"/><pubStatus`, story.Correction, ""},
	} {
		s := Read(File{Path: "a.xml", Data: []byte(strings.Replace(g2Item, c.old, c.cur, 1))})[0]
		if got := notice.ReadEmbargo(s, time.UTC).String(); s.Headline.Kind != c.kind || got != c.until {
			t.Errorf("%s: %s until %q", c.cur, s.Headline.Kind, got)
		}
	}
}

func TestEachItemOfAMessageIsAStory(t *testing.T) {
	picture := `<newsItem guid="p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><contentCreated>2031-03-14</contentCreated>` +
		`<creditline>Ana Ruiz</creditline><headline>Ferry leaves port</headline><description>The ferry leaves port.</description></contentMeta></newsItem>`
	hub := `<packageItem guid="h"><contentMeta><headline>Harbor day</headline></contentMeta><groupSet><group><itemRef residref="p"><title>Ferry leaves port</title></itemRef></group></groupSet></packageItem>`
	list := Read(File{Path: "a.xml", Data: []byte("<newsMessage><header/><itemSet>" + g2With("<inlineData>It sails.</inlineData>") + picture + hub + "</itemSet></newsMessage>")})
	if len(list) != 3 || list[0].Path == list[1].Path || !strings.HasPrefix(list[1].Path, "a.xml#") || list[2].Related[0].Title != "Ferry leaves port" {
		t.Fatalf("%d stories: %+v", len(list), list)
	}
	if b := list[1].Body; len(b) != 1 || b[0].Kind != story.Caption || b[0].Credit != "Ana Ruiz" {
		t.Errorf("%+v", b)
	}
	s := Read(File{Path: "a.xml", Data: []byte("<conceptItem><headline>Ferry</headline><p>text</p></conceptItem>")})[0]
	if _, ok := doubt(s, story.Unsupported); !ok || s.Headline.Text != "Ferry" {
		t.Errorf("%+v", s)
	}
}
