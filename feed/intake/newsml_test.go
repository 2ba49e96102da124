package intake

import (
	"strings"
	"testing"
	"time"

	"dateline/feed/notice"
	"dateline/feed/story"
)

const newsMLFile = `<?xml version="1.0" encoding="UTF-8"?>
<NewsML><NewsEnvelope><DateAndTime>20310315T000000Z</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="en">
<Identification><NewsIdentifier><ProviderId>meridian.example</ProviderId><DateId>20310314</DateId><RevisionId>2</RevisionId>
<PublicIdentifier>urn:newsml:meridian.example:20310314:ferry:2</PublicIdentifier></NewsIdentifier><NameLabel>HARBOR-FERRY</NameLabel></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20310314T071000+0100</FirstCreated><ThisRevisionCreated>20310314T093000+0100</ThisRevisionCreated>
<Status FormalName="Usable"/><Urgency FormalName="3"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Ferry sails again after two days in dock</HeadLine><SubHeadLine>Storm damage repaired</SubHeadLine>
<ByLine>By Dora Holm</ByLine><DateLine>PORT ELLERY, March 14 (Meridian) --</DateLine><KeywordLine>ferry, harbor</KeywordLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Meridian"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en-GB"/><SubjectCode><Subject FormalName="04000000"/><SubjectDetail FormalName="Shipping"/></SubjectCode></DescriptiveMetadata>
<NewsComponent EquivalentsList="yes"><Role FormalName="Main"/>
<NewsComponent><ContentItem><Format FormalName="NITF"/><DataContent><nitf><body><body.content><p>The harbor ferry sailed.</p><p>It is full.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem><DataContent>The harbor ferry sailed.</DataContent></ContentItem></NewsComponent>
</NewsComponent>
<NewsComponent><Role FormalName="Picture"/><NewsComponent><Role FormalName="Caption"/><NewsLines><CreditLine>Ana Ruiz</CreditLine></NewsLines>
<ContentItem><MediaType FormalName="Text"/><DataContent><p>The ferry leaves port.</p></DataContent></ContentItem></NewsComponent></NewsComponent>
</NewsComponent></NewsItem></NewsML>
`

func TestNewsMLIsRead(t *testing.T) {
	const want = `headline: Ferry sails again after two days in dock
date: 2031-03-14T07:10:00+01:00
places: PORT ELLERY
agency: Meridian
byline: Dora Holm
keyword: ferry
keyword: harbor
keyword: Shipping
heading: Storm damage repaired
paragraph: The harbor ferry sailed.
paragraph: It is full.
caption: The ferry leaves port.
`
	s := Read(File{Path: "a.xml", Data: []byte(newsMLFile)})[0]
	if got := brief(s); got != want || s.Format != NewsML || s.Language != "en" || s.Envelope.Slug != "HARBOR-FERRY" || s.Envelope.Priority != "3" {
		t.Errorf("%s %s %+v\n%s", s.Format, s.Language, s.Envelope, got)
	}
	if b := s.Body[3]; b.Credit != "Ana Ruiz" || b.Span.First != 17 || s.Envelope.Lines[0].Text != "publicidentifier: urn:newsml:meridian.example:20310314:ferry:2" {
		t.Errorf("%+v %+v", b, s.Envelope.Lines)
	}
}

func TestTextsOfNewsMLHaveManyForms(t *testing.T) {
	for text, want := range map[string]string{
		"<p>One.</p>\n<p>Two.</p>":                     "One.|Two.",
		"One.\nMore.\n\nTwo.":                          "One. More.|Two.",
		"<![CDATA[<p>One.</p><p>Two.</p>]]>":           "One.|Two.",
		"&lt;p&gt;One.&lt;/p&gt;":                      "One.",
		"<html><body>One.<br/><br/>Two.</body></html>": "One.|Two.",
	} {
		data := "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferry sails</HeadLine></NewsLines><ContentItem><DataContent>" + text + "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
		var got []string
		for _, b := range Read(File{Path: "a.xml", Data: []byte(data)})[0].Body {
			got = append(got, b.Text)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %s", text, s)
		}
	}
}

func TestTheStatusOfNewsMLKillsAndHolds(t *testing.T) {
	for _, c := range []struct {
		cur   string
		kind  story.Kind
		until string
	}{
		{`<Status FormalName="Canceled"/>`, story.Kill, ""},
		{`<Status FormalName="Withheld"/>`, story.Plain, "further notice"},
		{`<Status FormalName="Embargoed"/>`, story.Plain, "further notice"},
		{`<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20310315T060000+0100</DateAndTime></StatusWillChange>`, story.Plain, "2031-03-15T05:00:00Z"},
		{`<Instruction FormalName="Correction"/>`, story.Correction, ""},
	} {
		s := Read(File{Path: "a.xml", Data: []byte(strings.Replace(newsMLFile, `<Status FormalName="Usable"/>`, c.cur, 1))})[0]
		if got := notice.ReadEmbargo(s, time.UTC).String(); s.Headline.Kind != c.kind || got != c.until {
			t.Errorf("%s: %s until %q", c.cur, s.Headline.Kind, got)
		}
	}
}

func TestEachItemOfNewsMLIsAStory(t *testing.T) {
	item := "<NewsItem><NewsManagement><FirstCreated>20310314T0930Z</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry sails</HeadLine></NewsLines></NewsComponent></NewsItem>"
	list := Read(File{Path: "a.xml", Data: []byte("<NewsML>" + item + item + "</NewsML>")})
	if len(list) != 2 || list[0].Path != "a.xml#1" || list[1].Path != "a.xml#2" {
		t.Errorf("%+v", list)
	}
}
