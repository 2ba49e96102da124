// Package words holds the words that identify the parts of wire copy: names of months,
// tags of headlines, end marks. Each language has a file. README.md describes the
// sections of a file and how to add a language.
//
// The files are read once, at the first look-up, so that a program that reads no copy
// does not pay for them. All functions are safe for concurrent use.
package words

import (
	_ "embed" // the files
	"sort"
	"strings"
	"sync"

	"dateline/feed/packed"
)

//go:generate sh -c "go run dateline/feed/packed/write packed *.txt"
//go:embed packed
var embedded string

// files returns the texts of the language files, which are packed into one. Tests add one.
var files = func() []string { return []string{packed.Text(embedded)} }

// sections are the lines of all files by the name of their section. Few sections are
// looked up for a single story, so their words are not cut apart here.
var sections = sync.OnceValue(func() map[string][]string {
	m := make(map[string][]string, 128)
	for _, text := range files() {
		read(m, text)
	}
	return m
})

// read adds the lines of one file to m. A line "section: word | word" begins a section,
// an indented line continues it, and "#" begins a comment.
func read(m map[string][]string, text string) {
	section := ""
	for line := range strings.Lines(text) {
		rest := strings.TrimSpace(line)
		if rest == "" || line[0] == '#' {
			continue
		}
		if line[0] != ' ' && line[0] != '\t' {
			section, rest, _ = strings.Cut(rest, ":")
		}
		m[section] = append(m[section], rest)
	}
}

// wordsOf returns the words of a section.
func wordsOf(section string) (list []string) {
	for _, line := range sections()[section] {
		for word := range strings.SplitSeq(line, "|") {
			if word = unquote(strings.TrimSpace(word)); word != "" {
				list = append(list, word)
			}
		}
	}
	return list
}

// unquote removes the quotation marks around a word.
func unquote(word string) string {
	if len(word) > 2 && word[0] == '"' && word[len(word)-1] == '"' {
		return word[1 : len(word)-1]
	}
	return word
}

// List returns a function that returns the words of a section, in the order of the
// files and of the words in them.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func List(section string) func() []string {
	return sync.OnceValue(func() []string { return wordsOf(section) })
}

// Longest is like List with longer words before shorter ones, for a section in which
// one word may begin with another.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func Longest(section string) func() []string {
	return sync.OnceValue(func() []string {
		list := wordsOf(section)
		sort.SliceStable(list, func(i, j int) bool { return len(list[i]) > len(list[j]) })
		return list
	})
}

// Set returns a function that returns the words of the sections as a set.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func Set(names ...string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := map[string]bool{}
		for _, name := range names {
			for _, word := range wordsOf(name) {
				m[word] = true
			}
		}
		return m
	})
}

// Map returns a function that maps each word of the sections "name kind" to the kind
// of its section.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func Map(name string) func() map[string]string {
	return sync.OnceValue(func() map[string]string {
		m := map[string]string{}
		for section := range sections() {
			kind, ok := strings.CutPrefix(section, name+" ")
			if !ok || strings.Contains(kind, " ") {
				continue
			}
			for _, word := range wordsOf(section) {
				m[word] = kind
			}
		}
		return m
	})
}
