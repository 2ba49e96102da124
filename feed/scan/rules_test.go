package scan

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/feed/catalog/fill"
	"dateline/feed/intake"
	"dateline/feed/intake/intaketest"
	"dateline/feed/story"
)

// encodings are the encodings, by language, in which some files of the corpus are
// read a second time.
var encodings = map[string]string{
	"ko": "euc-kr", "ja": "shift_jis", "zh-hans": "gb18030", "zh-hant": "big5", "ru": "windows-1251",
	"fr": "windows-1252", "pl": "iso-8859-2", "el": "iso-8859-7",
}

// corpus returns the files that the rules are measured by.
func corpus(t *testing.T) []intake.File {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/corpus.txtar")
	if err != nil {
		t.Fatal(err)
	}
	written := time.Date(2031, 10, 3, 9, 30, 0, 0, time.UTC)
	var files []intake.File
	add := func(path string, data []byte) {
		files = append(files, intake.File{Path: path, ModTime: written, Data: data})
	}
	for _, f := range archive.Files {
		add(f.Name, f.Data)
		language := strings.TrimSuffix(strings.TrimPrefix(f.Name, "languages/"), ".txt")
		if encoding := encodings[language]; encoding != "" {
			first, _, _ := strings.Cut(string(f.Data), "\n")
			data, _ := intaketest.Encode(t, encoding, first)
			add("encodings/"+encoding+".txt", data)
		}
	}
	add("shapes/binary.bin", []byte("\x7fELF\x02\x01\x00\x00\x00\x01\x02\x03\xff\xfe"))
	add("shapes/several.txt", []byte("Ferry sails\nPORT ELLERY, March 14 (Meridian) -- It sails.\n=====\nPier opens\nSKARN, March 15 (Meridian) -- It opens.\n"))
	add("shapes/folder.mbox", []byte("From a@skarn.example Fri Mar 14 09:15:00 2031\nSubject: Ferry\nMessage-ID: <a@x>\n\nIt sails.\n\nFrom b@skarn.example Fri Mar 14 10:15:00 2031\nSubject: Pier\n\nIt opens.\n"))
	add("shapes/crlf.txt", []byte("Ferry sails\r\nPORT ELLERY, March 14 (Meridian) -- It sails.\r\n(END)\r\n"))
	add("shapes/ninjs.json", []byte(`[{"uri":"a","version":"2","headline":"Ferry sails","firstcreated":"2031-03-14T09:30:00Z","slugline":"FERRY","urgency":3,"pubstatus":"canceled","ednote":"ADDS day","located":"Skarn","byline":"By Dora Holm","body_xhtml":"<p>It sails.</p>"},{"uri":"b","headline":"Pier opens","body_text":"It opens."}]`))
	add("shapes/lines.jsonl", []byte(`{"id": 1, "headline": "Ferry sails", "date": "2031-03-14", "dateline": "SKARN (Meridian)", "section": "sea", "tags": ["ferry"], "text": "It sails."}`+"\n"+`{"title": "Pier opens", "author": "Dora Holm", "body": ["It opens."]}`+"\n{}\n"))
	add("shapes/table.csv", []byte("id,title,author,date,text\n1,Ferry sails,Dora Holm,2031-03-14,\"SKARN (Meridian) -- It sails.\n\nIt is full.\"\n2,Pier opens\n"))
	add("shapes/lists.csv", []byte("title,author,text\nFerry sails,\"['Dora Holm', 'Ilse Brandt']\",It sails.\n"))
	add("shapes/choice.eml", []byte("From: a\nSubject: Ferry\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nView in a browser.\n--b\nContent-Type: text/html\n\n<p>The harbor ferry sailed again on Thursday after two days in dock, the port authority said.</p>\n--b--\n"))
	add("shapes/corpus.sgm", []byte("<REUTERS NEWID=\"1\"><DATE>14-MAR-2031</DATE><TOPICS><D>ship</D></TOPICS>\n<TEXT><TITLE>FERRY SAILS</TITLE><DATELINE> SKARN, March 14 - </DATELINE><BODY>It sails.\n    It is full.\n Reuter</BODY></TEXT>\n</REUTERS>\n"+
		"<REUTERS NEWID=\"2\"><TEXT><TITLE>PIER OPENS</TITLE></TEXT>\n</REUTERS>\n"))
	add("shapes/nitf.xml", []byte("<nitf><head><docdata><urgency ed-urg='3'/><du-key key='FERRY'/><ed-msg info='ADDS day'/><date.issue norm='20310314T0930Z'/></docdata></head>"+
		"<body><body.head><hl1>Ferry sails</hl1><byline>By Dora Holm</byline><dateline><location>Skarn</location></dateline></body.head><body.content><p>It <a href='https://quay.example/ferry'>sails</a>.</p></body.content></body></nitf>"))
	add("shapes/g2.xml", []byte("<newsMessage><itemSet><newsItem guid='a'><itemMeta><provider><name>Meridian</name></provider><firstCreated>2031-03-14T09:30:00Z</firstCreated><edNote>ADDS day</edNote></itemMeta>"+
		"<contentMeta><urgency>3</urgency><slugline>FERRY</slugline><headline>Ferry sails</headline><by>By Dora Holm</by></contentMeta><contentSet><inlineXML><html><body><p>It sails.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"))
	add("shapes/newsml.xml", []byte("<NewsML><NewsItem><NewsManagement><FirstCreated>20310314T0930Z</FirstCreated><Status FormalName='Canceled'/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry sails</HeadLine></NewsLines>"+
		"<ContentItem><DataContent><p>It sails.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"))
	add("shapes/links.md", []byte("---\ntitle: Ferry sails\nguid: a\ncanonical: https://www.skarn.example/a/\n---\nIt [sails](../pier.md) to [[Skarn]] and [back](https://skarn.example/b?utm_id=1).\n"))
	add("shapes/escapes.txt", []byte("Ferry \x1b[31msails\x1b[0m\n\nIt sails.\u202e\n"))
	return files
}

// TestRulesMatchTheDigestOfTheCorpus fails when a change of the program changes the
// content of a catalog. The constant must change with it, so that catalogs of older
// programs are brought up to date.
func TestRulesMatchTheDigestOfTheCorpus(t *testing.T) {
	if got := digest(t, corpus(t)); got != Rules {
		t.Errorf("the rows of a catalog have changed: in rules.go, write\n\tconst Rules = %q", got)
	}
}

func TestTheCorpusHasEveryKindOfStory(t *testing.T) {
	kinds := map[story.Kind]bool{}
	problems := map[string]bool{}
	for _, f := range corpus(t) {
		for _, s := range Parse(f) {
			kinds[s.Headline.Kind] = true
			for _, d := range s.Doubts {
				problems[d.Problem] = true
			}
		}
	}
	for _, k := range []story.Kind{
		story.Plain, story.Urgent, story.Lead, story.Feature, story.Analysis, story.Interview, story.Review,
		story.Editorial, story.Summary, story.Correction, story.Kill, story.Advisory,
	} {
		if !kinds[k] {
			t.Errorf("no story of the corpus is of kind %q", k)
		}
	}
	if len(problems) < 5 {
		t.Errorf("the corpus has only the problems %v", problems)
	}
}

// TestTheDigestCoversEveryPartOfAStory changes one part of a story at a time.
func TestTheDigestCoversEveryPartOfAStory(t *testing.T) {
	const base = "Ferry sails\nPORT ELLERY, March 14 (Meridian) -- It sails at dawn.\nd.holm@meridian.example\n(END)\n-\nPier opens\n"
	read := func(text string) string { return digest(t, []intake.File{{Path: "a.txt", Data: []byte(text)}}) }
	whole := read(base)
	if read(base) != whole {
		t.Fatal("two readings of one file have different digests")
	}
	for _, part := range []string{"Ferry", "ELLERY", "March 14", "Meridian", "dawn", "d.holm", "(END)", "Pier"} {
		if read(strings.Replace(base, part, "Xyz", 1)) == whole {
			t.Errorf("a change of %q does not change the digest", part)
		}
	}
}

// digest returns the digest of everything that files put into a catalog.
func digest(t *testing.T, files []intake.File) string {
	t.Helper()
	sum := sha256.New()
	for _, f := range files {
		index := fill.NewIndexer(fill.NewTitles())
		for _, s := range Parse(f) {
			doc := index.Doc(s)
			dump(t, sum, reflect.ValueOf(doc))
		}
		_, _ = fmt.Fprintln(sum)
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

// dump writes every value in v to sum, without field names.
func dump(t *testing.T, sum hash.Hash, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			dump(t, sum, v.Field(0)) // wall and ext; loc is a pointer
			dump(t, sum, v.Field(1))
			return
		}
		if v.Type().String() == "fill.lexicon" { // the rest of it is how it finds words
			dump(t, sum, v.FieldByName("words"))
			return
		}
		for _, field := range v.Fields() {
			dump(t, sum, field)
		}
	case reflect.Slice, reflect.Array:
		_, _ = fmt.Fprintf(sum, "[%d]", v.Len())
		for i := range v.Len() {
			dump(t, sum, v.Index(i))
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			dump(t, sum, v.Elem())
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range keys {
			dump(t, sum, k)
			dump(t, sum, v.MapIndex(k))
		}
	case reflect.String, reflect.Bool, reflect.Int, reflect.Int64, reflect.Int32, reflect.Int8, reflect.Uint8,
		reflect.Uint64, reflect.Uint32, reflect.Float64:
		_, _ = fmt.Fprintf(sum, "%v;", v)
	default:
		t.Fatalf("a %s in a story cannot be written", v.Kind())
	}
}
