package intake

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline/feed/story"
)

const corpus = `{"id": 7, "headline": "Ferry sails again", "published_date": "2031-03-14T09:30:00Z", "authors": ["Dora Holm", "Per Roake"], "source": {"name": "Quay Press"}, "tags": ["harbor", "ferry"], "section": "Sea", "text": "It sails.\n\nIt is full.", "related": ["Storm halts ferry", "https://quay.example/1"]}
{"url": "https://quay.example/2", "title": "Pier &amp; bridge open", "date": 1931240400, "dateline": "PORT ELLERY, March 14 (Meridian)", "article": "<p>The pier opened.</p><h2>Cranes</h2>"}

{"Head_Line": "Crane falls", "Date-Published": "2031-03-16", "byline": "By Ilse Brandt", "place": ["Skarn"], "language": "en", "body": [{"kind": "paragraph", "text": "It fell."}, {"kind": "quote", "text": "We ran."}, {"kind": "caption", "text": "The crane.", "credit": "Ana Ruiz"}]}
{"text": "The boat came back on Sunday. Nobody was hurt."}
`

func TestALineOfJSONIsAStory(t *testing.T) {
	const want = `== a.jsonl#pebgtg7e jsonl en
headline: Ferry sails again
date: 2031-03-14T09:30:00Z
agency: Quay Press
byline: Dora Holm, Per Roake
keyword: harbor
keyword: ferry
paragraph: It sails.
paragraph: It is full.
== a.jsonl#fww33dye jsonl en
headline: Pier & bridge open
date: 2031-03-14T07:40:00Z
places: PORT ELLERY
agency: Meridian
paragraph: The pier opened.
heading: Cranes
== a.jsonl#3 jsonl en
headline: Crane falls
date: 2031-03-16
places: Skarn
byline: Ilse Brandt
paragraph: It fell.
quote: We ran.
caption: The crane.
== a.jsonl#4 jsonl en
headline: The boat came back on Sunday.
paragraph: The boat came back on Sunday. Nobody was hurt.
`
	list := Read(File{Path: "a.jsonl", Data: []byte(corpus)})
	if got := briefs(list); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	s := list[0]
	if s.Envelope.Category != "Sea" || relatedOf(s) != "Storm halts ferry\nquay.example/1 url=quay.example/1" || s.Body[0].Span != (story.Span{First: 1, Last: 1}) {
		t.Errorf("%+v %+v %+v", s.Envelope, s.Related, s.Body)
	}
	if list[2].Body[2].Credit != "Ana Ruiz" || list[2].Body[2].Span.First != 1 || list[1].Dateline.Text == "" || !list[3].Headline.Standin {
		t.Errorf("%+v", list[2].Body)
	}
}

func TestStoriesStandInJSONOfManyForms(t *testing.T) {
	const one, two = `{"title": "Ferry sails", "text": "It sails."}`, `{"title": "Pier opens"}`
	for data, want := range map[string]string{
		one:                                      "a.json Ferry sails",
		"[" + one + ",\n" + two + "]":            "a.json#1 Ferry sails|a.json#2 Pier opens",
		one + "\n\n" + `{"text": "More"}`:        "a.json#1 Ferry sails|a.json#2 More",
		"{\n\"text\":\"A\"}\n{\n\"text\":\"B\"}": "a.json#1 A|a.json#2 B",
		`{"status": "ok", "articles": [` + one + "," + two + `]}`:      "a.json#1 Ferry sails|a.json#2 Pier opens",
		`{"docs": [` + two + `], "text": "It is a list."}`:             "a.json Pier opens",
		`{"title": "A", "news": [` + two + `], "text": "B"}`:           "a.json#1 Pier opens|a.json#2 A",
		`{"_id": "x", "_source": ` + one + `}`:                         "a.json Ferry sails",
		`{"headline": {"main": "Ferry sails"}, "content": "It."}`:      "a.json Ferry sails",
		`{"title": "The <i>Quay</i> &amp; I", "text": "A"}`:            "a.json The Quay & I",
		`{"title": "Ferry <FRY> sails", "text": "A"}`:                  "a.json Ferry <FRY> sails",
		`[{"title": "Ferry sails", "items": [1], "text": "It."}]`:      "a.json Ferry sails",
		`{"title": "Ferry sails", "items": ["a"], "text": "It."}`:      "a.json Ferry sails",
		`{"title": "A schema", "description": "It describes."}`:        "a.json A schema!",
		`[{"title": "Ferry sails", "description": "It describes."},1]`: "a.json Ferry sails",
	} {
		var got []string
		for _, s := range Read(File{Path: "a.json", Data: []byte(data)}) {
			line := s.Path + " " + s.Headline.Text
			if _, ok := doubt(s, story.Unsupported); ok {
				line += "!"
			}
			got = append(got, line)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: %s, want %s", data, s, want)
		}
	}
}

func TestWhatIsLeftOfACorpusIsRead(t *testing.T) {
	const one = `{"title": "Ferry sails", "text": "It sails."}`
	for _, c := range []struct{ data, titles, doubts string }{
		{one + "\n{\"title\": \"Pier\", \"text\": \"It op", "Ferry sails|Pier", "encoding 2: The file is damaged in line 2. What could be read is shown."},
		{one + "\n{title}\n" + one + "\n{}\n[]\n", "Ferry sails|Ferry sails", "encoding 2: The file is damaged in line 2. What could be read is shown.|" +
			"no-headline 2: Neither a headline nor a text is in lines 2, 4 and 5."},
		{"[" + one + ",\n" + `{"title": "Pier", "text": "It op`, "Ferry sails|Pier", "encoding 2: The file is cut off or damaged: its last story may be incomplete."},
		{"[" + one + ",\n" + one + ",", "Ferry sails|Ferry sails", "encoding 2: The file is cut off or damaged: its last story may be incomplete."},
		{"[" + one + ",\n" + `{"title": "Pier" "text"}, ` + one + "]", "Ferry sails|Pier", "encoding 2: The file is cut off or damaged: its last story may be incomplete."},
		{"[" + one + ", 3,\n{}]", "Ferry sails", "no-headline 1: Neither a headline nor a text is in lines 1 and 2."},
		{`{"text": "It sails.", "title": "Fer`, "Fer", "encoding 1: The file is cut off or damaged: its last story may be incomplete."},
	} {
		var titles, doubts []string
		for _, s := range Read(File{Path: "a.json", Data: []byte(c.data)}) {
			titles = append(titles, s.Headline.Text)
			for _, d := range s.Doubts {
				if d.Problem != story.NoBody {
					doubts = append(doubts, fmt.Sprintf("%s %d: %s", d.Problem, d.Line, d.Detail))
				}
			}
		}
		if got := strings.Join(titles, "|"); got != c.titles {
			t.Errorf("%s: %s, want %s", c.data, got, c.titles)
		}
		if got := strings.Join(doubts, "|"); got != c.doubts {
			t.Errorf("%s: %s, want %s", c.data, got, c.doubts)
		}
	}
}

func TestALongCorpusIsReadUpToTheLimit(t *testing.T) {
	list := Read(File{Path: "a", Data: []byte("{\"title\":\"a\"}\n" + strings.Repeat("{}\n", maxStories+2))})
	if d, ok := doubt(list[0], story.TooLarge); len(list) != 1 || !ok || d.Line != maxStories+1 {
		t.Errorf("%d stories, %+v", len(list), d)
	}
}

func TestALineOfJSONIsReadAlone(t *testing.T) {
	for _, data := range []string{corpus, "\xef\xbb\xbf" + strings.ReplaceAll(corpus, "\n", "\r\n"), strings.ReplaceAll(corpus, "sails.", "sails.\u2028")} {
		list := Read(File{Path: "a.jsonl", Data: []byte(data)})
		if len(list) != 4 {
			t.Fatalf("%d stories", len(list))
		}
		for _, s := range list {
			r := s.Range
			part := File{Path: "a.jsonl", Data: []byte(data[r.Start : r.Start+r.Length])}
			if alone, ok := ReadRange(part, s.Path, r); !ok || !reflect.DeepEqual(alone, s) {
				t.Errorf("read alone, the story is\n%+v\nnot\n%+v", alone, s)
			}
		}
	}
	if s := Read(File{Path: "a.jsonl", Data: []byte(strings.ReplaceAll(corpus, "sails.", "sails caf\xe9."))})[2]; s.Range != (story.Range{}) || s.Body[0].Span.First != 4 {
		t.Errorf("%+v %+v", s.Range, s.Body)
	}
}

// BenchmarkHostileCorpora reads a megabyte of each. Budget: 2 s.
func BenchmarkHostileCorpora(b *testing.B) {
	for _, c := range []struct{ start, unit string }{
		{"{\"title\":1}\n", "{}\n"}, {"{\"title\":1}\n", "{\"text\":1}\n"}, {"{\"title\":1}\n", "{\"text\":\"\n"}, {"[{}", ",{}"}, {"[{}", ",{\"text\":[1,2,3]}"},
		{"", "{}"}, {"{", "\"articles\":[{}],"}, {"{", "\"a\":{\"text\":1},"}, {"{\"text\":[", "{\"kind\":\"list\",\"text\":1},"}, {"[", "{\"text\":["},
	} {
		data := []byte(c.start + strings.Repeat(c.unit, 1<<20/len(c.unit)))
		b.Run(c.start+c.unit, func(b *testing.B) {
			for b.Loop() {
				Read(File{Path: "a.json", Data: data})
			}
		})
	}
}

func FuzzCorpus(f *testing.F) {
	f.Add(corpus)
	f.Add(`[{"title":"\u001b[2J","text":"<p>a"},{"body":[{"kind":"code","text":"\u202e"}]}`)
	f.Add(`{"articles":[{"title":"a","dateline":"SKARN (Meridian)"}],"text":"b"} {"a":`)
	f.Fuzz(func(t *testing.T, data string) {
		lines := strings.Count(lineEnds.Replace(data), "\n") + 1
		for _, read := range []func(File) []*story.Story{readJSON, readJSONLines} {
			list := read(File{Path: "a.json", Data: []byte(data)})
			if len(list) == 0 {
				t.Error("no story")
			}
			for _, s := range list {
				checkParts(t, s)
				for _, b := range s.Body {
					if b.Span.First < 1 || b.Span.Last < b.Span.First || b.Span.Last > lines {
						t.Errorf("%+v is not in %d lines", b, lines)
					}
				}
			}
		}
	})
}
