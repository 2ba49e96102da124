package intake

import (
	"strings"
	"testing"
	"time"

	"dateline/feed/notice"
	"dateline/feed/story"
)

const ninjsOne = `{"uri":"urn:meridian:2031:ferry-2","version":"2","versioncreated":"2031-03-14T09:30:00+01:00","firstcreated":"2031-03-14T07:10:00+01:00",
"pubstatus":"usable","urgency":3,"language":"en-GB","slugline":"HARBOR-FERRY","usageterms":"Not for archives.","ednote":"ADDS details in paras 2-3",
"headline":"Ferry sails again after two days in dock","byline":"By Dora Holm","located":"Port Ellery","source":"Meridian",
"keywords":["ferry"],"subject":[{"code":"04000000","name":"economy"},{"name":"ferry"}],"place":[{"name":"Tolvik"}],
"body_text":"","body_xhtml":"<p>The harbor <b>ferry</b> sailed &amp; returned.</p>\n<h2>Anchors</h2><ul><li>one</li><li>two</li></ul><p>\u001b[31mIt is full.</p>",
"associations":{"picture":{"type":"picture","description_text":"The ferry leaves port.","byline":"Ana Ruiz","copyrightnotice":"No resale"},
"related--1":{"type":"text","uri":"urn:meridian:2031:ferry-1","headline":"Storm halts ferry"}}}`

const ninjsTwo = `{"uri": "urn:meridian:2031:ferry-2", "firstCreated": "2031-03-14T07:10:00+01:00", "pubStatus": "usable", "urgency": 3,
"language": "en", "slugline": "HARBOR-FERRY",
"headlines": [{"role": "short", "value": "Ferry sails"}, {"role": "main", "value": "Ferry sails again after two days in dock"}],
"by": "Dora Holm", "located": "Port Ellery", "infoSources": [{"name": "Meridian"}],
"subjects": [{"name": "ferry"}, {"name": "economy"}],
"bodies": [{"role": "main", "contentType": "text/plain", "value": "plain"}, {"role": "short", "contentType": "text/html", "value": "<p>short</p>"},
{"role": "main", "contentType": "text/html", "value": "<p>The harbor ferry sailed &amp; returned.</p><h2>Anchors</h2><ul><li>one</li><li>two</li></ul><p>It is full.</p>"}],
"associations": [{"name": "picture", "type": "picture", "descriptions": [{"role": "main", "value": "The ferry leaves port."}], "by": "Ana Ruiz"},
{"type": "text", "headlines": [{"value": "Storm halts ferry"}]}]}`

func TestNinjsOfAllVersionsHasTheSameParts(t *testing.T) {
	const want = `headline: Ferry sails again after two days in dock
date: 2031-03-14T07:10:00+01:00
places: Port Ellery
agency: Meridian
byline: Dora Holm
keyword: ferry
keyword: economy
paragraph: The harbor ferry sailed & returned.
heading: Anchors
list: - one
- two
paragraph: It is full.
caption: The ferry leaves port.
`
	for _, data := range []string{ninjsOne, ninjsTwo, "[" + ninjsTwo + "]"} {
		list := Read(File{Path: "a.json", Data: []byte(data)})
		s := list[0]
		if got := brief(s); got != want || len(list) != 1 || s.Path != "a.json" || s.Format != Ninjs {
			t.Errorf("%d stories; %s %s:\n%s", len(list), s.Path, s.Format, got)
		}
		if s.Envelope.Slug != "HARBOR-FERRY" || s.Envelope.Priority != "3" || s.Language != "en" || s.Headline.Kind != story.Plain {
			t.Errorf("%+v %s %s", s.Envelope, s.Language, s.Headline.Kind)
		}
		if len(s.Related) != 1 || s.Related[0].Title != "Storm halts ferry" || s.Body[4].Credit != "Ana Ruiz" {
			t.Errorf("%+v %+v", s.Related, s.Body[4])
		}
	}
	s := Read(File{Path: "a.json", Data: []byte(ninjsOne)})[0]
	if n := s.Notes; len(n) != 1 || n[0].Verbs[0] != "ADDS" || len(n[0].Paragraphs) != 2 {
		t.Errorf("%+v", n)
	}
	if at := s.Body[0].Span; at.First != 5 || s.Body[4].Rights != "No resale" {
		t.Errorf("%+v", s.Body)
	}
	var fields []string
	for _, l := range s.Envelope.Lines {
		fields = append(fields, l.Text)
	}
	if got := strings.Join(fields, "|"); !strings.Contains(got, "uri: urn:meridian:2031:ferry-2|") || !strings.HasSuffix(got, "|usageterms: Not for archives.") {
		t.Error(got)
	}
}

func TestCopyInsideNinjsIsReadAsCopy(t *testing.T) {
	s := Read(File{Path: "a.json", Data: []byte(`{"uri":"x","headline":"(LEAD) Ferry sails again","firstcreated":"2031-03-14","located":"Tolvik",
		"body_text":"By Dora Holm\nPORT ELLERY, March 14 (Meridian) -- The ferry sailed.\nIt is full."}`)})[0]
	const want = "headline: (LEAD) Ferry sails again\ndate: 2031-03-14\nplaces: PORT ELLERY\nagency: Meridian\nbyline: Dora Holm\nparagraph: The ferry sailed.\nparagraph: It is full.\n"
	if got := brief(s); got != want || s.Headline.Kind != story.Lead {
		t.Errorf("%s\n%s", s.Headline.Kind, got)
	}
}

// ninjsWith returns the story of an item with more values.
func ninjsWith(values string) *story.Story {
	return Read(File{Path: "a.json", Data: []byte(`{"uri":"x","headline":"Ferry sails again","firstcreated":"2031-03-14T09:30:00Z","body_text":"It sails."` + values + `}`)})[0]
}

func TestTheStatusOfAnItemKillsCorrectsAndHolds(t *testing.T) {
	for _, c := range []struct {
		values string
		kind   story.Kind
		until  string
	}{
		{``, story.Plain, ""},
		{`,"pubstatus":"canceled"`, story.Kill, ""},
		{`,"pubStatus":"stat:canceled"`, story.Kill, ""},
		{`,"pubstatus":"withheld"`, story.Plain, "further notice"},
		{`,"embargoed":"2031-03-15T06:00:00+01:00"`, story.Plain, "2031-03-15T05:00:00Z"},
		{`,"embargoed":"the speech"`, story.Plain, "the speech"},
		{`,"ednote":"CORRECTION: corrects the day in para 2"`, story.Correction, ""},
		{`,"ednote":"The kill zone: a note"`, story.Plain, ""},
		{`,"signal":[{"qcode":"x","name":"sig:correction"}]`, story.Correction, ""},
		{`,"pubstatus":"canceled","ednote":"CORRECTION: x"`, story.Kill, ""},
	} {
		s := ninjsWith(c.values)
		if got := notice.ReadEmbargo(s, time.UTC).String(); s.Headline.Kind != c.kind || got != c.until {
			t.Errorf("%s: %s until %q", c.values, s.Headline.Kind, got)
		}
	}
}

func TestItemsOfOneFileAreStories(t *testing.T) {
	item := func(uri, title, more string) string {
		return `{"uri":"` + uri + `","headline":"` + title + `","firstcreated":"2031-03-14","body_text":"It sails."` + more + `}`
	}
	one, two := item("u:1", "Ferry sails", ""), item("u:2", "Pier opens", `,"type":"composite","associations":{"a":`+item("u:3", "Boat sinks", `,"type":"text"`)+`}`)
	read := func(data string) (titles, paths string) {
		var heads, list []string
		for _, s := range Read(File{Path: "a.json", Data: []byte(data)}) {
			heads = append(heads, s.Headline.Text)
			list = append(list, s.Path)
		}
		return strings.Join(heads, "|"), strings.Join(list, "|")
	}
	titles, paths := read("[" + one + "," + two + "," + one + "]")
	if titles != "Ferry sails|Pier opens|Boat sinks|Ferry sails" || !strings.HasSuffix(paths, "|a.json#4") {
		t.Error(titles, paths)
	}
	again, moved := read("[" + two + "," + one + "]")
	first, _, _ := strings.Cut(paths, "|")
	if again != "Pier opens|Boat sinks|Ferry sails" || !strings.HasSuffix(moved, "|"+first) {
		t.Error(again, moved)
	}
}

func TestALineIsAnItem(t *testing.T) {
	const data = `{"uri": "a", "headline": "Ferry sails", "body_text": "It sails."}` + "\n\n" + `{"uri": "b", "headline": "Pier opens", "body_text": "It` + "\n"
	list := Read(File{Path: "a.jsonl", Data: []byte(data)})
	if len(list) != 2 || list[1].Headline.Text != "Pier opens" || list[1].Format != Ninjs || list[1].Body[0].Span.First != 3 {
		t.Fatalf("%+v", list)
	}
	if _, ok := doubt(list[1], story.BadText); !ok {
		t.Errorf("%+v", list[1].Doubts)
	}
}

func TestWhatIsLeftOfAnItemIsRead(t *testing.T) {
	for _, c := range []struct{ cut, last string }{
		{`{"uri":"x","headline":"Ferry sails","firstcreated":"2031-03-14","body_text":"It sails.\nIt is full\u00e`, "It is full"},
		{`{"uri":"x","headline":"Ferry sails","firstcreated":"2031-03-14","body_text":"It sails.\nIt is full\`, "It is full"},
		{`{"uri":"x","headline":"Ferry sails","firstcreated":"2031-03-14","body_text":"It is \\`, `It is \`},
		{`{"uri":"x","headline":"Ferry sails","firstcreated":"2031-03-14","body_text":"It is full","a":[`, "It is full"},
		{`[{"uri":"x","headline":"Ferry sails","firstcreated":"2031-03-14","body_text":"It is full"},`, "It is full"},
	} {
		s := Read(File{Path: "a.json", Data: []byte(c.cut)})[0]
		if len(s.Body) == 0 || s.Body[len(s.Body)-1].Text != c.last || s.Headline.Text != "Ferry sails" {
			t.Errorf("%s: %s", c.cut, brief(s))
		}
		if d, ok := doubt(s, story.BadText); !ok || len(s.Doubts) != 1 || d.Detail != "The file is cut off or damaged: its last story may be incomplete." {
			t.Errorf("%s: %+v", c.cut, s.Doubts)
		}
	}
}

func TestATextIsCutIntoParagraphs(t *testing.T) {
	for text, want := range map[string]string{
		"one\ntwo":                 "1-1 one|2-2 two",
		"one\ntwo\n\nthree\n \n\n": "1-2 one two|4-4 three",
		"\n\none\ntwo\n\n":         "3-3 one|4-4 two",
		" \x1b[31m ":               "",
	} {
		var got []string
		for _, b := range textBlocks(text, 1) {
			got = append(got, spanText(b))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}

func TestALargeObjectIsSearchedAsASmallOne(t *testing.T) {
	v, _ := parseJSON("{"+strings.Repeat(`"a": "first", "b": 1,`, fewKeys)+`"C": "last", "a": "again"}`, 0)
	if v.first("a") != "first" || v.first("c") != "last" || v.get("d") != nil {
		t.Errorf("%q %q", v.first("a"), v.first("c"))
	}
}

// FuzzNinjs reads items in which JSON hides what clean must remove.
func FuzzNinjs(f *testing.F) {
	f.Add(ninjsOne)
	f.Add(ninjsTwo)
	f.Add(`[{"uri":"\u001b[2J","headline":"\u202e","pubstatus":"canceled","slugline":"\u0007","associations":[{"type":"text"}]},{"uri":"x"`)
	f.Fuzz(func(t *testing.T, data string) {
		for _, s := range readNinjs(File{Path: "a.json", Data: []byte(data)}) {
			checkParts(t, s)
		}
	})
}
