package term

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// endingFiles hold the inflections of a language each. A line that begins with + has
// endings that one root takes, with - for none. If slashes divide it into parts, an
// ending is one of each part, put together. A line that begins with = has words that
// are forms of the first one, and pre is before what is written with the next word. The
// tables were written for this package.
//
//go:embed endings
var endingFiles embed.FS

// grammar is how a language inflects. Its endings and words are folded.
type grammar struct {
	paradigms [][]string
	of        map[string][]int // the paradigms that have an ending
	longest   int              // ending, in bytes
	words     map[string][]string
	before    []string // none first
}

// grammars holds the grammars that were used.
var grammars sync.Map

// grammarOf returns the grammar of a language, which must have a file.
func grammarOf(lang string) *grammar {
	once, ok := grammars.Load(lang)
	if !ok {
		once, _ = grammars.LoadOrStore(lang, sync.OnceValue(func() *grammar { return readGrammar(lang) }))
	}
	return once.(func() *grammar)()
}

func readGrammar(lang string) *grammar {
	data, err := endingFiles.ReadFile("endings/" + lang + ".txt")
	if err != nil {
		panic(err) // only constants are asked for
	}
	g := &grammar{of: map[string][]int{}, words: map[string][]string{}, before: []string{""}}
	for line := range strings.Lines(Fold(string(data))) {
		switch kind, rest, _ := strings.Cut(strings.TrimSpace(line), " "); kind {
		case "+":
			g.paradigm(rest)
		case "=":
			g.irregular(strings.Fields(rest))
		case "pre":
			g.before = append(g.before, strings.Fields(rest)...)
		}
	}
	return g
}

// paradigm adds the endings of a line.
func (g *grammar) paradigm(line string) {
	endings := []string{""}
	for part := range strings.SplitSeq(line, "/") {
		var longer []string
		for _, e := range endings {
			for f := range strings.FieldsSeq(part) {
				longer = append(longer, e+strings.TrimPrefix(f, "-"))
			}
		}
		endings = longer
	}
	slices.Sort(endings)
	endings = slices.Compact(endings)
	for _, e := range endings {
		g.of[e] = append(g.of[e], len(g.paradigms))
		g.longest = max(g.longest, len(e))
	}
	g.paradigms = append(g.paradigms, endings)
}

// irregular adds forms of one word.
func (g *grammar) irregular(forms []string) {
	for _, f := range forms {
		g.words[f] = append(g.words[f], forms...)
	}
}

// The bounds of inflection, in letters: of a root, of what is left of a word without what
// is written before it, and of the latter without a single letter. A word has at most
// maxInflected forms in a language.
const (
	shortestRoot    = 3
	shortestRest    = 4
	shortestRestOne = 5
	maxInflected    = 3000
)

// forms adds the words that may be inflections of word to out.
func (g *grammar) forms(word string, out *formSet) {
	for _, b := range g.before {
		rest, ok := strings.CutPrefix(word, b)
		if !ok || b != "" && !stands(b, rest) {
			continue
		}
		for _, w := range g.words[rest] {
			g.add(w, out)
		}
		g.add(rest, out)
		for n := 0; n <= min(g.longest, len(rest)); n++ {
			root, ending := rest[:len(rest)-n], rest[len(rest)-n:]
			if utf8.RuneCountInString(root) < shortestRoot {
				break
			}
			for _, p := range g.of[ending] {
				for _, e := range g.paradigms[p] {
					g.add(root+e, out)
				}
			}
		}
	}
}

// stands reports whether rest is long enough to be a word after what is written before it.
func stands(before, rest string) bool {
	n := utf8.RuneCountInString(rest)
	return n >= shortestRestOne || n >= shortestRest && utf8.RuneCountInString(before) > 1
}

// add adds a word, and the word with what may be written before it.
func (g *grammar) add(word string, out *formSet) {
	for _, b := range g.before {
		out.add(b + word)
	}
}

// formSet is a set of words of bounded size.
type formSet struct {
	list []string
	seen map[string]bool
	room int // how many more words fit
}

func (s *formSet) add(word string) {
	if s.room > 0 && len(word) <= limit && !s.seen[word] {
		s.seen[word] = true
		s.room--
		s.list = append(s.list, word)
	}
}
