// Package words has the words that wire copy is read by, a language a file:
// names of months, tags of headlines, marks of an end. README.md says what the
// sections of a file mean and how to add a language.
//
// The files are read once, when the first word is asked for; a program that
// reads no copy does not pay for them.
package words

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

//go:embed *.txt
var embedded embed.FS

// added are the texts of languages that Add was given.
var (
	added []string
	inUse atomic.Bool
)

// Add adds the text of a language file to those of the program. It must be
// called before anything is read; later it panics.
func Add(text string) {
	if inUse.Load() {
		panic("words: Add after the first use")
	}
	added = append(added, text)
}

// sections are the words of all files by the name of their section.
var sections = sync.OnceValue(func() map[string][]string {
	inUse.Store(true)
	m := make(map[string][]string, 128)
	names, err := fs.Glob(embedded, "*.txt")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		data, err := embedded.ReadFile(name)
		if err != nil {
			panic(err)
		}
		read(m, string(data))
	}
	for _, text := range added {
		read(m, text)
	}
	return m
})

// read adds the words of one file to m. A line "section: word | word" begins a
// section, an indented line goes on with it, "#" begins a remark.
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
		list := m[section]
		for word := range strings.SplitSeq(rest, "|") {
			if word = unquote(strings.TrimSpace(word)); word != "" {
				list = append(list, word)
			}
		}
		m[section] = list
	}
}

// unquote takes the quotation marks off a word that begins or ends with a space.
func unquote(word string) string {
	if len(word) > 2 && word[0] == '"' && word[len(word)-1] == '"' {
		return word[1 : len(word)-1]
	}
	return word
}

// List returns a function that gives the words of a section, those of the
// program's own files in the order of the files.
func List(section string) func() []string {
	return sync.OnceValue(func() []string { return sections()[section] })
}

// Longest is List with longer words before shorter ones, for words that may
// begin with each other.
func Longest(section string) func() []string {
	return sync.OnceValue(func() []string {
		list := slices.Clone(sections()[section])
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
		return list
	})
}

// Set returns a function that gives the words of sections as a set.
func Set(names ...string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := map[string]bool{}
		for _, name := range names {
			for _, word := range sections()[name] {
				m[word] = true
			}
		}
		return m
	})
}

// Map returns a function that gives each word of the sections "name kind" with
// the kind of its section.
func Map(name string) func() map[string]string {
	return sync.OnceValue(func() map[string]string {
		m := map[string]string{}
		for section, list := range sections() {
			kind, ok := strings.CutPrefix(section, name+" ")
			if !ok || strings.Contains(kind, " ") {
				continue
			}
			for _, word := range list {
				m[word] = kind
			}
		}
		return m
	})
}
