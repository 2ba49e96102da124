package intake

import (
	"strings"
	"testing"

	"dateline/feed/story"
)

const reutersFile = `<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="1">
<DATE>14-MAR-2031 15:01:01.79</DATE>
<TOPICS><D>ship</D><D>fish</D></TOPICS>
<PLACES><D>skarn</D></PLACES>
<PEOPLE></PEOPLE>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>FERRY SAILS &lt;FRY> AGAIN</TITLE>
<AUTHOR>    By Dora Holm, Reuters</AUTHOR>
<DATELINE>    PORT ELLERY, March 14 - </DATELINE><BODY>The ferry sailed on Friday,
the port said.
    It is full.
    Two boats lay in dock.
    The third one is older.
    The pier was repaired.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS TOPICS="NO" NEWID="2">
<DATE>15-MAR-2031 09:00:00.00</DATE>
<TEXT TYPE="BRIEF">&#2;
<TITLE>PIER OPENS
</TITLE>
&#3;</TEXT>
</REUTERS>
<REUTERS TOPICS="NO" NEWID="3">
<DATE>15-MAR-2031 09:30:00.00</DATE>
<TEXT TYPE="UNPROC">&#2;
 HARBOR PRICES
  COD 12
  EEL 9
`

const trecFile = `<DOC>
<DOCNO> AP310314-0001 </DOCNO>
<FILEID>AP-NR-03-14-31 0017EST</FILEID>
<FIRST>r i PM-Ferry     03-14 0120</FIRST>
<SECOND>PM-Ferry,0120</SECOND>
<HEAD>Ferry sails again</HEAD>
<BYLINE>By DORA HOLM</BYLINE>
<DATELINE>PORT ELLERY, Skarn (AP) </DATELINE>
<TEXT>
   The ferry sailed on Friday,
the port said.
   It is full.
</TEXT>
</DOC>
<DOC id="XIN_ENG_20310315.0012" type="advis" >
<HEADLINE>
Pier opens
</HEADLINE>
<DATELINE>
SKARN, March 15 (Xinhua)
</DATELINE>
<TEXT>
<P>
The pier opened.
</P>
<P>
It closes at ten.
</P>
</TEXT>
</DOC>
<DOC>
<DOCNO> WSJ310316-0044 </DOCNO>
<HL> Crane falls
  ----
  By Per Roake</HL>
<DD> 03/16/31</DD>
<LP> It fell. </LP>
<TEXT>
Nobody was hurt.
</TEXT>
</DOC>
`

func TestTheDocumentsOfACorpusAreStories(t *testing.T) {
	const reuters = `== a.sgm#1 sgml en
headline: FERRY SAILS <FRY> AGAIN
date: 2031-03-14
places: PORT ELLERY
agency: Reuters
byline: Dora Holm
keyword: ship
keyword: fish
keyword: skarn
paragraph: The ferry sailed on Friday, the port said.
paragraph: It is full.
paragraph: Two boats lay in dock.
paragraph: The third one is older.
paragraph: The pier was repaired.
== a.sgm#2 sgml 
headline: PIER OPENS
date: 2031-03-15
agency: Reuters
no-body: there is no text below the headline
== a.sgm#3 sgml 
headline: HARBOR PRICES
date: 2031-03-15
agency: Reuters
paragraph: HARBOR PRICES
paragraph: COD 12
paragraph: EEL 9
encoding: The file is cut off or damaged: its last story may be incomplete.
`
	const trec = `== a.sgm#AP310314-0001 sgml en
headline: Ferry sails again
date: 2031-03-14T00:17:00-05:00
places: PORT ELLERY
agency: AP
byline: DORA HOLM
paragraph: The ferry sailed on Friday, the port said.
paragraph: It is full.
== a.sgm#XIN_ENG_20310315.0012 sgml en
headline: Pier opens
date: 2031-03-15
places: SKARN
agency: Xinhua
paragraph: The pier opened.
paragraph: It closes at ten.
== a.sgm#WSJ310316-0044 sgml en
headline: Crane falls
date: 2031-03-16
agency: Wall Street Journal
byline: Per Roake
paragraph: It fell.
paragraph: Nobody was hurt.
`
	for data, want := range map[string]string{reutersFile: reuters, trecFile: trec} {
		if got := briefs(Read(File{Path: "a.sgm", Data: []byte(data)})); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	s := Read(File{Path: "a.sgm", Data: []byte(reutersFile)})[0]
	if s.EndMark.Text != "Reuter" || s.Dateline.Text == "" || s.Body[1].Span != (story.Span{First: 14, Last: 14}) {
		t.Errorf("%+v %+v %+v", s.EndMark, s.Dateline, s.Body)
	}
	list := Read(File{Path: "a.sgm", Data: []byte(trecFile)})
	if list[0].Envelope.Slug != "PM-Ferry" || list[1].Headline.Kind != story.Advisory {
		t.Errorf("%+v %s", list[0].Envelope, list[1].Headline.Kind)
	}
}

func TestDocumentsOnOneLineAreStories(t *testing.T) {
	list := Read(File{Path: "a", Data: []byte("<DOC><DOCNO>A1</DOCNO><HEAD>Ferry</HEAD><TEXT>It sails.</TEXT></DOC><DOC><DOCNO>A2</DOCNO><TEXT>It opens.</TEXT></DOC><DOC></DOC>")})
	if len(list) != 2 || list[1].Headline.Text != "It opens." || !strings.HasPrefix(list[1].Path, "a#") {
		t.Errorf("%s", briefs(list))
	}
	if s := one(t, "<DOC><DOCNO>x</DOCNO></DOC>"); s.Doubts[0].Problem != story.Unsupported {
		t.Errorf("%+v", s.Doubts)
	}
}

// BenchmarkHostileSGML reads a megabyte of each. Budget: 3 s.
func BenchmarkHostileSGML(b *testing.B) {
	for _, unit := range []string{"<TEXT>", "<TEXT>a</TEXT>", "<DATELINE>a", "<TOPICS><D>a", "<DOC>\n", "</DOC><DOC><HEAD>a</HEAD>"} {
		data := []byte("<DOC>" + strings.Repeat(unit, 1<<20/len(unit)))
		b.Run(unit, func(b *testing.B) {
			for b.Loop() {
				Read(File{Path: "a", Data: data})
			}
		})
	}
}

func FuzzSGML(f *testing.F) {
	f.Add(reutersFile)
	f.Add(trecFile)
	f.Add("<DOC id=A><DATELINE>SKARN (AP)</DATELINE><LP>a</LP><TEXT>b &#10; Reuter<TEXT></DOC><DOC>\n")
	f.Fuzz(func(t *testing.T, data string) {
		lines := strings.Count(lineEnds.Replace(data), "\n") + 1
		for _, s := range readSGML(File{Path: "a", Data: []byte(data)}) {
			checkParts(t, s)
			for _, b := range s.Body {
				if b.Span.First < 1 || b.Span.Last < b.Span.First || b.Span.Last > lines {
					t.Errorf("%+v is not in %d lines", b, lines)
				}
			}
		}
	})
}

func TestATextThatRepeatsTheTitleIsKept(t *testing.T) {
	s := Read(File{Path: "a.sgm", Data: []byte("<DOC><DOCNO>A1</DOCNO><HEADLINE>Ferry sails</HEADLINE><TEXT><P>Ferry sails</P><P>It is full.</P><P>Ferry sails</P><P>It is back.</P></TEXT></DOC>\n")})[0]
	var texts []string
	for _, b := range s.Body {
		texts = append(texts, b.Text)
	}
	if got := strings.Join(texts, "|"); got != "It is full.|Ferry sails|It is back." {
		t.Errorf("%q", got)
	}
}
