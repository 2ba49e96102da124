package fill

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/feed/story"
)

// isToken reports whether the tokenizer of a table, ascii with these tokenchars, takes a
// word as it is.
func isToken(word, tokenchars string) bool {
	for _, b := range []byte(word) {
		if (b < 'a' || b > 'z') && (b < '0' || b > '9') && b < utf8.RuneSelf && !strings.ContainsRune(tokenchars, rune(b)) {
			return false
		}
	}
	return true
}

// checkTokens fails the test if a story with a text has a word that is not a token. A
// segment has the words as they are, and FTS5 tokenizes what is searched for.
func checkTokens(t rapid.TB, x *Indexer, text string) {
	t.Helper()
	h := story.Headline{Text: text, Title: text, Tags: []string{text}}
	d := x.Doc(&story.Story{
		Path: text, Headline: h, Byline: story.Byline{Names: []string{text}}, Dateline: story.Dateline{Places: []string{text}, Agency: text},
		Language: text, Related: []story.Related{{Headline: h}}, Body: []story.Block{{Text: text}},
	})
	words := append(x.lexicon.list(), strings.Fields(d.text.meta)...)
	for _, w := range words {
		if !isToken(w, ".:=_-") {
			t.Errorf("%+q: the term %+q", text, w)
		}
	}
	words = strings.Fields(d.title.words)
	for _, r := range d.refs {
		words = append(words, strings.Fields(r.words)...)
	}
	for _, w := range words {
		if !isToken(w, ".") {
			t.Errorf("%+q: the word of a title %+q", text, w)
		}
	}
}

func TestWordsOfAnyCharacterAreTokens(t *testing.T) {
	var text strings.Builder
	for r := range rune(utf8.MaxRune + 1) {
		if !unicode.IsGraphic(r) && r != utf8.MaxRune {
			continue
		}
		c := string(r)
		text.WriteString(c + " Aa" + c + "Bb " + c + c + " 1" + c + "2 x-" + c + "'s ")
		if text.Len() > 2000 || r == utf8.MaxRune {
			checkTokens(t, NewIndexer(NewTitles()), text.String())
			text.Reset()
		}
	}
}

func TestWordsOfAnyTextAreTokens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkTokens(t, NewIndexer(NewTitles()), rapid.String().Draw(t, "text")) })
}
