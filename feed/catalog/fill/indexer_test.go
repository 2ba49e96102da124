package fill

import (
	"slices"
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
	} {
		s := &story.Story{Headline: test.headline}
		for _, p := range test.body {
			s.Body = append(s.Body, story.Block{Kind: story.Paragraph, Text: p})
		}
		x := NewIndexer()
		for range 2 { // the second time all words are known
			got := x.Doc(s).text
			var words []string
			for _, w := range got.distinct {
				words = append(words, w.text)
			}
			if got.title != test.title || got.body != test.text || strings.Join(words, " ") != test.distinct {
				t.Errorf("%s: %q, %q with %q; want %q, %q with %q", name, got.title, got.body, words, test.title, test.text, test.distinct)
			}
		}
	}
}

func TestARelatedHeadlineIsListedOnce(t *testing.T) {
	related := func(text, title string) story.Related {
		return story.Related{Headline: story.Headline{Text: text, Title: title}}
	}
	x := NewIndexer()
	for range 2 {
		d := x.Doc(&story.Story{Related: []story.Related{
			related("(LEAD) Ferry sails", "Ferry sails"), related("", "x"), related("Bridge", "Bridge"), related("(LEAD) Ferry sails", "Ferry sails"),
		}})
		if len(d.refs) != 2 || d.refs[0].head.Title != "Ferry sails" || d.refs[1].head.Text != "Bridge" {
			t.Errorf("%+v", d.refs)
		}
		for _, r := range d.refs {
			if key := meta.Key(r.head.Title); r.key != key || r.hash != meta.Hash(key) || r.words != meta.Words(key) {
				t.Errorf("%+v is not found by its title", r)
			}
		}
	}
	// The same text may be another headline in another language.
	if r := x.ref(story.Headline{Text: "Bridge", Title: "Other"}); r.key != meta.Key("Other") {
		t.Errorf("%+v, want the key of its title", r)
	}
}

func TestAnIndexerIsBounded(t *testing.T) {
	x := NewIndexer()
	for i := range maxRefsKept + 1 {
		x.ref(story.Headline{Text: strconv.Itoa(i)})
	}
	if len(x.refs) != maxRefsKept+1 {
		t.Errorf("%d headlines are kept, want %d", len(x.refs), maxRefsKept+1)
	}
	if x.ref(story.Headline{Text: "x"}); len(x.refs) != 1 {
		t.Errorf("%d headlines are kept beyond the bound, want 1", len(x.refs))
	}
	for i := range maxKnown {
		x.known[strconv.Itoa(i)] = &word{}
	}
	if x.distinct("ferry"); len(x.known) != maxKnown+1 {
		t.Errorf("%d words are known, want %d", len(x.known), maxKnown+1)
	}
	if x.distinct("ferry"); len(x.known) != 1 {
		t.Errorf("%d words are known beyond the bound, want 1", len(x.known))
	}
	w := []*word{{text: "ferry"}}
	for i := range maxLangs {
		x.stems(&story.Story{Language: strconv.Itoa(i)}, w)
	}
	if len(w[0].langs) != maxLangs {
		t.Errorf("%q", w[0].langs)
	}
	if x.stems(&story.Story{Language: "en"}, w); !slices.Equal(w[0].langs, []string{"en"}) {
		t.Errorf("%q, want only the last", w[0].langs)
	}
}
