package fill

import (
	"strconv"
	"strings"
	"testing"

	"dateline/feed/catalog/meta"
	"dateline/feed/story"
	"dateline/feed/term"
)

func TestAStoryIsSplitIntoTerms(t *testing.T) {
	gap := " " + term.Gap + " "
	for name, test := range map[string]struct {
		headline    story.Headline
		body        []string
		title, text string
		distinct    string
	}{
		"the title":                {story.Headline{Text: "(LEAD) Ferry sails", Title: "Ferry sails"}, nil, "ferry sails", "", "ferry sails"},
		"a headline with no title": {story.Headline{Text: "Ferry sails"}, nil, "ferry sails", "", "ferry sails"},
		"no headline":              {story.Headline{}, []string{"Ferry"}, "", "ferry", "ferry"},
		"paragraphs":               {story.Headline{Title: "Ferry"}, []string{"Ferry sails", "Sails"}, "ferry", "ferry sails" + gap + "sails", "ferry sails"},
		"three paragraphs":         {story.Headline{Title: "x"}, []string{"a", "b", "a"}, "x", "a" + gap + "b" + gap + "a", "x a b"},
		"a part without words":     {story.Headline{Title: "x"}, []string{"a", "***", "b"}, "x", "a" + gap + term.Gap + " b", "x a b"},
	} {
		s := &story.Story{Headline: test.headline}
		for _, p := range test.body {
			s.Body = append(s.Body, story.Block{Kind: story.Paragraph, Text: p})
		}
		x := NewIndexer(NewTitles())
		for range 2 { // the second time all words are known
			got := x.Doc(s).text
			if title, body := written(&got, got.terms[:got.title]), written(&got, got.terms[got.title:]); title != test.title || body != test.text {
				t.Errorf("%s: %q, %q; want %q, %q", name, title, body, test.title, test.text)
			}
			if words := counted(&got); words != test.distinct {
				t.Errorf("%s: the words %q, want %q", name, words, test.distinct)
			}
		}
	}
}

// written returns terms of a text.
func written(x *text, terms []uint32) string {
	var words []string
	for _, id := range terms {
		words = append(words, x.lexicon.list()[id])
	}
	return strings.Join(words, " ")
}

// counted returns the words of a text, each once, as a vocabulary counts them.
func counted(x *text) string {
	v := newVocabulary()
	v.add(x)
	var words []string
	for id, c := range v.counts[x.lexicon] {
		if w := x.lexicon.list()[id]; c.n == 1 && w != term.Gap {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

func TestARelatedHeadlineIsListedOnce(t *testing.T) {
	related := func(text, title string) story.Related {
		return story.Related{Headline: story.Headline{Text: text, Title: title}}
	}
	x := NewIndexer(NewTitles())
	for range 2 {
		d := x.Doc(&story.Story{Related: []story.Related{
			related("(LEAD) Ferry sails", "Ferry sails"), related("", "x"), related("Bridge", "Bridge"), related("(LEAD) Ferry sails", "Ferry sails"),
		}})
		if len(d.refs) != 2 || d.refs[0].title != "Ferry sails" || d.refs[1].text != "Bridge" {
			t.Errorf("%+v", d.refs)
		}
		for _, r := range d.refs {
			if key := meta.Key(r.title); r.key != key || r.hash != meta.Hash(key) || r.words != meta.Words(key) {
				t.Errorf("%+v is not found by its title", r)
			}
		}
	}
	// The same text may be another headline in another language.
	if r := x.titles.ref(&story.Related{Headline: story.Headline{Text: "Bridge", Title: "Other"}}); r.key != meta.Key("Other") {
		t.Errorf("%+v, want the key of its title", r)
	}
}

func TestWhatIsRememberedIsBounded(t *testing.T) {
	titles := NewTitles()
	for i := range maxTitles {
		titles.ref(&story.Related{Headline: story.Headline{Text: strconv.Itoa(i), Title: strconv.Itoa(i)}})
	}
	if len(titles.refs) != maxTitles || len(titles.keys) != maxTitles {
		t.Errorf("%d headlines and %d titles are kept, want %d", len(titles.refs), len(titles.keys), maxTitles)
	}
	if titles.ref(&story.Related{Headline: story.Headline{Text: "x", Title: "x"}}); len(titles.refs) != 1 || len(titles.keys) != 1 {
		t.Errorf("%d headlines and %d titles are kept beyond the bound, want 1", len(titles.refs), len(titles.keys))
	}
	x := NewIndexer(titles)
	for i := range maxWords + 1 {
		x.lexicon.own.Number(strconv.Itoa(i))
	}
	old := x.lexicon
	if d := x.Doc(&story.Story{Headline: story.Headline{Title: "Ferry"}}); d.text.lexicon != old || x.lexicon == old {
		t.Error("a full lexicon is kept")
	}
}
