package meta

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/story"
)

// terms returns the terms of a story.
func terms(s *story.Story) string {
	r := story.NewRow(s)
	return string(Append(nil, s, &r, Spellings{}))
}

func TestTermsDescribeAStory(t *testing.T) {
	full := &story.Story{
		Path: "2024/08/Pier.txt", Language: "pt-BR",
		Headline: story.Headline{Tags: []string{"Sports"}, Kind: story.Correction, Take: 2},
		Dateline: story.Dateline{Places: []string{"PORT ELLERY", "Oslo"}, Agency: "AP"},
		Byline:   story.Byline{Names: []string{"Ann Lee"}},
		Date:     story.Date{Year: 2024, Month: 8, Day: 5},
		Related:  []story.Related{{}}, Notes: []story.Note{{Text: "Note"}},
		Body: []story.Block{{Kind: story.Paragraph}, {Kind: story.Caption}, {Kind: story.Caption}},
	}
	want := "x= p:port p:ellery p=port_ellery p:oslo p=oslo b:ann b:lee b=ann_lee a:ap a=ap g:sports g=sports" +
		" f:2024 f:08 f:pier f:txt k=correction t=2 l=pt-br l=pt h=related h=note h=caption y=2024 m=202408 d=20240805"
	if got := terms(full); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := terms(&story.Story{}), "x= k="+string(story.Plain)+" t=0"; got != want {
		t.Errorf("an empty story: %q, want %q", got, want)
	}
	plain := &story.Story{Language: "ko", Date: story.Date{Year: 2024, Month: 8}, Body: []story.Block{{Kind: story.Paragraph}}}
	if got, want := terms(plain), "x= k="+string(story.Plain)+" t=0 l=ko"; got != want {
		t.Errorf("without a day: %q, want %q", got, want)
	}
}

func TestAPathHasNoTermsAfterItsGap(t *testing.T) {
	want := "x= f:port f:ellery f:pier f:txt k=" + string(story.Plain) + " t=0"
	if got := terms(&story.Story{Path: "port-ellery/pier.txt"}); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSpellingsOfAValueShareAKey(t *testing.T) {
	for v, want := range map[string]string{
		"Port Ellery": "port_ellery", "PORT  ELLERY": "port_ellery", "Zürich": ValueKey("ZURICH"), "": "", " ": "",
		"++": "-2b2b", " + + ": "-2b202b", `"+"`: "-2b", `"`: "-22",
		strings.Repeat("+", 250): "-" + strings.Repeat("2b", 200), strings.Repeat("+", 200): "-" + strings.Repeat("2b", 200),
	} {
		if got := ValueKey(v); got != want {
			t.Errorf("%q has the key %q, want %q", v, got, want)
		}
	}
}

func TestALanguageKeyIsLettersDigitsAndHyphens(t *testing.T) {
	for lang, want := range map[string][2]string{
		"pt-BR": {"pt-br", "pt"}, "KO": {"ko", "ko"}, "zh-Hant-419": {"zh-hant-419", "zh"}, "e n\"*é_": {"en", "en"}, "": {"", ""},
	} {
		if got := CodeKey(lang); got != want[0] || Primary(got) != want[1] {
			t.Errorf("%q: %q, %q; want %q", lang, got, Primary(got), want)
		}
	}
}

func TestPartsAreTheTextsInOrder(t *testing.T) {
	s := &story.Story{
		Headline: story.Headline{Text: "not a part", Tags: []string{"tag"}},
		Notes:    []story.Note{{Text: "note"}, {}},
		Byline:   story.Byline{Text: "byline"}, Dateline: story.Dateline{Text: "dateline"},
		Body:     []story.Block{{Text: "one", Credit: "credit"}, {Text: "two", Rights: "rights"}},
		SignOff:  story.SignOff{Lines: []story.Line{{Text: "sign"}}},
		Keywords: []story.Line{{Text: "keyword"}}, Tail: []story.Line{{Text: "tail"}},
	}
	want := strings.Fields("tag note byline dateline one credit two rights sign keyword tail")
	if got := slices.Collect(Parts(s)); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for n := range want {
		var got []string
		for part := range Parts(s) {
			if got = append(got, part); len(got) > n {
				break
			}
		}
		if !slices.Equal(got, want[:n+1]) {
			t.Errorf("the first %d: %q", n+1, got)
		}
	}
}
