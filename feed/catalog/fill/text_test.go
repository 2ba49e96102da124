package fill_test

import (
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

// textFile returns a file whose story has that headline and body in a language.
func textFile(x *fill.Indexer, lang, path, title, body string) fill.File {
	s := catalogtest.Story(path, title, story.Date{}, 1)
	s.Language = lang
	s.Body = []story.Block{{Kind: story.Paragraph, Text: body}}
	f := catalogtest.FileOf(s)
	f.Docs = []fill.Doc{x.Doc(s)}
	return f
}

// checkStems compares the stems of a word in a language, separated by spaces.
func checkStems(t *testing.T, c *catalog.Catalog, lang, word, want string) {
	t.Helper()
	var got string
	err := c.Values(t.Context(), []any{&got},
		`SELECT coalesce(group_concat(stem, ' ' ORDER BY stem), '') FROM stems WHERE lang = ? AND word = ?`, lang, word)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("stems of %s in %s: %q, want %q", word, lang, got, want)
	}
}

func TestAWordIsStemmedAsItsStorySpellsIt(t *testing.T) {
	for name, test := range map[string]struct{ title, body, want string }{
		"accents in the headline":  {"Jetées rouvertes", "La ville annonce", "jet jete"},
		"accents in the text":      {"La ville annonce", "Les Jetées ouvrent", "jet jete"},
		"no accents":               {"Jetees rouvertes", "La ville annonce", "jete"},
		"accents in another word":  {"Jetees rouvertes", "La ville décide", "jete"},
		"no accents, then accents": {"Jetees rouvertes, jetées ouvertes", "La ville annonce", "jet jete"},
	} {
		t.Run(name, func(t *testing.T) {
			c := catalogtest.At(t, "")
			catalogtest.Put(t, c, textFile(fill.NewIndexer(fill.NewTitles()), "fr", "a.txt", test.title, test.body))
			checkStems(t, c, "fr", "jetees", test.want)
		})
	}
}

func TestAWordIsStemmedInTheLanguagesOfItsStories(t *testing.T) {
	c := catalogtest.At(t, "")
	x := fill.NewIndexer(fill.NewTitles())
	catalogtest.Put(t, c, textFile(x, "en", "a.txt", "Ferries", "Harbours open"))
	checkStems(t, c, "de", "ferries", "")
	// The Indexer has seen the word, but not in German.
	catalogtest.Put(t, c, textFile(x, "de", "b.txt", "Ferries", "Der Hafen"))
	catalogtest.Put(t, c, textFile(x, "en", "c.txt", "Harbours", "Ferries wait"))
	checkStems(t, c, "en", "ferries", "ferri")
	checkStems(t, c, "de", "ferries", "ferri")
	checkStems(t, c, "en", "harbours", "harbour")
	checkStems(t, c, "de", "harbours", "")
	if n := count(t, c, `SELECT count(*) FROM stems WHERE word = 'ferries'`); n != 2 {
		t.Errorf("ferries has %d stems, want one for each language", n)
	}
}
