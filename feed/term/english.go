package term

import (
	"slices"
	"strings"
	"sync"
)

// anglo inflects English words by rules and by a table.
type anglo struct {
	bases map[string][]string // of each form in the table, which has no other bases
	more  map[string][]string // the forms of each base in the table
}

// english reads the table: endings/en.txt and the irregular words that links know.
var english = sync.OnceValue(func() *anglo {
	a := &anglo{bases: map[string][]string{}, more: map[string][]string{}}
	for form, base := range irregular() {
		a.irregular(base, form)
	}
	data, err := endingFiles.ReadFile("endings/en.txt")
	if err != nil {
		panic(err) // it is embedded
	}
	for line := range strings.Lines(string(data)) {
		if words := strings.Fields(line); len(words) > 1 && words[0] == "=" {
			for _, form := range words[1:] {
				a.irregular(words[1], form)
			}
		}
	}
	for _, base := range alsoBases {
		a.irregular(base, base)
	}
	return a
})

// alsoBases are forms in the table that are bases too: found, founds and founded.
var alsoBases = []string{
	"bore", "bound", "broke", "cut", "drove", "felt", "fell", "found", "ground", "lay", "lead", "left", "light", "rose", "saw", "shot",
	"spoke", "thought", "tore", "wound", "born", "close", "lower", "better", "further", "elder",
}

func (a *anglo) irregular(base, form string) {
	if !slices.Contains(a.bases[form], base) {
		a.bases[form] = append(a.bases[form], base)
		a.more[base] = append(a.more[base], form)
	}
}

// forms adds the inflections of word to out: the words that share a base with it.
func (a *anglo) forms(word string, out *formSet) {
	if !isASCII(word) {
		return
	}
	for _, base := range a.basesOf(word) {
		for _, form := range slices.Concat([]string{base}, a.more[base], regular(base)) {
			if slices.Contains(a.basesOf(form), base) {
				out.add(form)
			}
		}
	}
}

// basesOf returns the words that word may be a form of, itself included.
func (a *anglo) basesOf(word string) []string {
	if known, ok := a.bases[word]; ok {
		return known
	}
	list := []string{word}
	for _, base := range regularBases(word) {
		if known, ok := a.bases[base]; !ok || slices.Contains(known, base) {
			list = append(list, base)
		}
	}
	return list
}

// regular returns words that would be forms of base by some rule. Not all are.
func regular(base string) []string {
	out := []string{base + "s", base + "es", base + "ed", base + "ing", base + "d", base + "ked", base + "king"}
	if n := len(base); n > 2 {
		double := base + base[n-1:]
		out = append(out, double+"ed", double+"ing", double+"es", base[:n-1]+"ies", base[:n-1]+"ied", base[:n-1]+"ing")
	}
	return out
}

// regularBases returns the bases of a regular form, some of which are not words.
func regularBases(word string) []string {
	n := len(word)
	switch {
	case n < 4:
		return nil
	case strings.HasSuffix(word, "ies"), strings.HasSuffix(word, "ied"):
		return []string{word[:n-3] + "y", word[:n-1]}
	case strings.HasSuffix(word, "s"):
		return basesOfPlural(word)
	case strings.HasSuffix(word, "eed"):
		return []string{word[:n-1]}
	case strings.HasSuffix(word, "ed"):
		return basesOfRoot(word[:n-2])
	case strings.HasSuffix(word, "ing"):
		return basesOfRoot(word[:n-3])
	}
	return nil
}

// basesOfPlural returns the bases of a word that ends in s.
func basesOfPlural(word string) []string {
	n := len(word)
	switch {
	case strings.HasSuffix(word, "ss"):
		return nil
	case n > 4 && endsIn(word, "ses", "shes", "ches", "xes", "zes", "oes"):
		return []string{word[:n-1], word[:n-2]}
	}
	return []string{word[:n-1]}
}

// basesOfRoot returns the bases of a root that ed or ing follows: stopp, hop, liv, call.
func basesOfRoot(root string) []string {
	n := len(root)
	if n < 2 || !strings.ContainsAny(root, "aeiouy") {
		return nil
	}
	last, before := root[n-1], root[n-2]
	switch {
	case n > 2 && last == before && !isVowel(last):
		return basesOfDouble(root)
	case short(root):
		return []string{root + "e"}
	case endsIn(root, "ick", "ack"):
		return []string{root, root[:n-1]}
	case last == 's' && !endsIn(root, "us", "ias", "vas") || last == 'v' || last == 'u':
		return []string{root + "e"}
	}
	return []string{root, root + "e"}
}

// basesOfDouble returns the bases of a root that ends in a consonant twice.
func basesOfDouble(root string) []string {
	n := len(root)
	single := root[:n-1]
	switch {
	case strings.IndexByte("sfz", root[n-1]) >= 0, root[n-1] == 'l' && syllables(root) == 1:
		return []string{root}
	case n < 4:
		return []string{root}
	}
	return []string{single, root}
}

// short reports whether root is one syllable that ends in one vowel and one consonant,
// which is doubled before an ending: hopping is not of hop and an ending.
func short(root string) bool {
	n := len(root)
	if syllables(root) != 1 || isVowel(root[n-1]) || strings.IndexByte("wxy", root[n-1]) >= 0 {
		return false
	}
	return isVowel(root[n-2]) && (n == 2 || !isVowel(root[n-3]) || strings.HasPrefix(root[max(0, n-4):], "qu") && n > 3)
}

// syllables counts the groups of vowels of root.
func syllables(root string) int {
	n := 0
	for i := range len(root) {
		if vowel := isVowel(root[i]) || i > 0 && root[i] == 'y'; vowel && (i == 0 || !isVowel(root[i-1])) {
			n++
		}
	}
	return n
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
