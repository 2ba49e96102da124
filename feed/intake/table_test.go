package intake

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline/feed/story"
)

const csvFile = `,id,Title,author,publication_date,tags,content

0,a1,"Ferry sails, again",Dora Holm,2031-03-14,"['harbor', 'ferry']","PORT ELLERY, March 13 (Meridian) -- The ""ferry"" sails.

It is full."
1,a2,Pier opens,,2031-03-15,,<p>It opens.</p><p>It closes.</p>
`

func TestARowOfATableIsAStory(t *testing.T) {
	const want = `== a.csv#6vp7c33g csv en
headline: Ferry sails, again
date: 2031-03-14
places: PORT ELLERY
agency: Meridian
byline: Dora Holm
keyword: harbor
keyword: ferry
paragraph: The "ferry" sails.
paragraph: It is full.
== a.csv#fq5eesox csv en
headline: Pier opens
date: 2031-03-15
paragraph: It opens.
paragraph: It closes.
`
	for name, data := range map[string]string{"commas": csvFile, "CRLF": strings.ReplaceAll(csvFile, "\n", "\r\n")} {
		list := Read(File{Path: "a.csv", Data: []byte(data)})
		if got := briefs(list); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
		if at := list[1].Body[0].Span; list[0].Body[1].Span != (story.Span{First: 1, Last: 3}) || at != (story.Span{First: 1, Last: 1}) {
			t.Errorf("%+v %+v", list[0].Body[1], at)
		}
	}
}

func TestARowIsReadAlone(t *testing.T) {
	sfeed := "1931240400\tFerry\thttps://quay.example/1\tIt sails.\tplain\tx1\t\t\t\n1931240500\tPier\t\t\tplain\tx2\t\t\t"
	for _, data := range []string{csvFile, strings.ReplaceAll(csvFile, "\n", "\r\n"), "\xef\xbb\xbf" + strings.TrimSpace(csvFile), strings.ReplaceAll(csvFile, "It is", "\u200bIt\u202e is"), sfeed} {
		list := Read(File{Path: "a.csv", Data: []byte(data)})
		if len(list) != 2 {
			t.Fatalf("%d stories", len(list))
		}
		for _, s := range list {
			r := s.Range
			part := File{Path: "a.csv", Data: []byte(data[:r.Head] + data[r.Start:r.Start+r.Length])}
			alone, ok := ReadRange(part, s.Path, r)
			s.Doubts, alone.Doubts = nil, nil // the first one has those of the file
			if !ok || !reflect.DeepEqual(alone, s) {
				t.Errorf("read alone, the story is\n%+v\nnot\n%+v", alone, s)
			}
		}
	}
	for _, data := range []string{strings.ReplaceAll(csvFile, "sails", "sails caf\xe9"), strings.ReplaceAll(csvFile, "\n", "\r")} {
		for _, s := range Read(File{Path: "a.csv", Data: []byte(data)}) {
			if s.Range != (story.Range{}) {
				t.Errorf("%+v in %q", s.Range, data)
			}
		}
	}
}

func TestAnItemOfSfeedIsAStory(t *testing.T) {
	const want = `== a#5qywql66 csv en
headline: Ferry sails
date: 2031-03-14T07:40:00Z
byline: Dora Holm
keyword: sea
keyword: harbor
paragraph: It sails.
paragraph: A \ is drawn.
== a#fww33dye csv 
headline: Pier opens
`
	const data = "1931240400\tFerry sails\thttps://quay.example/1\tIt sails.\\n\\nA \\\\ is drawn.\tplain\tx1\tDora Holm\t\tsea|harbor\n\n\tPier opens\thttps://quay.example/2\n"
	list := Read(File{Path: "a", Data: []byte(data)})
	for _, s := range list {
		s.Doubts = nil
	}
	if got := briefs(list); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWhatIsLeftOfATableIsRead(t *testing.T) {
	for _, c := range []struct{ data, titles, doubts string }{
		{"title,text\nFerry,It sails.\nPier\nCrane,It falls.,,\n,\n", "Ferry|Pier|Crane", "encoding 3: The file is damaged in line 3. What could be read is shown.|" +
			"no-headline 5: Neither a headline nor a text is in line 5."},
		{"title,text\nFerry,\"It sails.\nPier\",It opens.\nCrane,\"It \"falls\".\"\nDock,It is dry.\n", "Ferry|Crane|Dock", "encoding 2: The file is damaged in lines 2 and 4. What could be read is shown."},
		{"title\ttext\nFerry\t\"It sails.\n\nIt is", "Ferry", "encoding 2: The file is damaged in line 2. What could be read is shown."},
		{"title;text\nFerry;It sails.;more\n", "Ferry", "encoding 2: The file is damaged in line 2. What could be read is shown."},
		{"title|text\n|\n", "a.csv", "format 0: The file is a table without stories. Only its headline and its date are read; the text is shown as it is."},
	} {
		var titles, doubts []string
		for _, s := range Read(File{Path: "a.csv", Data: []byte(c.data)}) {
			titles = append(titles, s.Headline.Text)
			for _, d := range s.Doubts {
				if d.Problem != story.NoBody {
					doubts = append(doubts, fmt.Sprintf("%s %d: %s", d.Problem, d.Line, d.Detail))
				}
			}
		}
		if got := strings.Join(titles, "|"); got != c.titles {
			t.Errorf("%q: %s, want %s", c.data, got, c.titles)
		}
		if got := strings.Join(doubts, "|"); got != c.doubts {
			t.Errorf("%q: %s, want %s", c.data, got, c.doubts)
		}
	}
}

// BenchmarkHostileTables reads a megabyte of each. Budget: 4 s, the time of 65,536 stories.
func BenchmarkHostileTables(b *testing.B) {
	for _, unit := range []string{"\"\n", "a,\"b\n", ",\n", "a\n", "\n", "\"a\"b\n", "\"\"", ","} {
		data := []byte("title,text\n" + strings.Repeat(unit, 1<<20/len(unit)))
		b.Run(fmt.Sprintf("%q", unit), func(b *testing.B) {
			for b.Loop() {
				Read(File{Path: "a.csv", Data: data})
			}
		})
	}
}

func FuzzTable(f *testing.F) {
	f.Add(csvFile)
	f.Add("title;text\na\"b;\"c\n\"d;<p>e\n;\n")
	f.Add("1931240400\tFerry\thttps://quay.example/1\ta\\n\\n\\\\b\tplain\t\t\t\tsea|harbor\nx\ty\n")
	f.Fuzz(func(t *testing.T, data string) {
		lines := strings.Count(lineEnds.Replace(data), "\n") + 1
		for _, s := range readTable(File{Path: "a.csv", Data: []byte(data)}) {
			checkParts(t, s)
			for _, b := range s.Body {
				if b.Span.First < 1 || b.Span.Last < b.Span.First || b.Span.Last > lines {
					t.Errorf("%+v is not in %d lines", b, lines)
				}
			}
		}
	})
}

func TestACellMayHaveAList(t *testing.T) {
	for cell, want := range map[string]string{
		"['Ana Ruiz', 'Jon Berg']": "Ana Ruiz, Jon Berg", `["Ana Ruiz", 'Jo O\'Dea']`: "Ana Ruiz, Jo O'Dea", "['Ana Ruiz']": "Ana Ruiz",
		"Ana Ruiz": "Ana Ruiz", "[]": "", "[Ana": "[Ana", "['Ana": "['Ana", "['Ana' x]": "['Ana' x]",
	} {
		data := "title,author,text\nFerry sails,\"" + strings.ReplaceAll(cell, `"`, `""`) + "\",It sailed.\n"
		s := Read(File{Path: "a.csv", Data: []byte(data)})[0]
		if got := strings.Join(s.Byline.Names, ", "); got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}

func FuzzListIn(f *testing.F) {
	f.Add(`['Ana', "Jo\\'"]`)
	f.Fuzz(func(t *testing.T, cell string) {
		n := 0
		list, _ := listIn(cell)
		for _, item := range list {
			n += len(item)
		}
		if n > len(cell) {
			t.Errorf("%d bytes of %q", n, cell)
		}
	})
}
