package meta

import "strings"

// maxSpellings bounds Spellings.
const maxSpellings = 20000

// Spellings remembers the keys of values, because stories share most of theirs.
type Spellings map[string]spelling

// spelling is a value as it is written, and its key.
type spelling struct{ text, key string }

func (k Spellings) of(text string) spelling {
	s, ok := k[text]
	if !ok {
		if len(k) >= maxSpellings {
			clear(k)
		}
		text = strings.Clone(text) // it may be a part of a whole story
		s = spelling{text, ValueKey(text)}
		k[text] = s
	}
	return s
}
