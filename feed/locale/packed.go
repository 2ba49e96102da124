package locale

import (
	"compress/flate"
	_ "embed" // the translations
	"encoding/binary"
	"io"
	"strings"
)

// packed has all translations, as the command write packs them: the number of sentences as a
// varint and the Hash of each in four bytes; then, for each language, its name and its texts,
// both after their length as a varint. The texts are in the order of the hashes, separated by
// TextSeparator, and compressed. An empty one is not translated.
//
//go:embed packed
var packed string

// The separators of texts, and of the forms of a plural in a text.
const (
	TextSeparator = "\x00"
	FormSeparator = "\x01"
)

// English is the language of the code, which needs no translations.
const English = "en"

// Hash returns the key of a text in a context, "" for none: the FNV-1a hash of both.
func Hash(context, text string) uint32 {
	const offset, prime = 2166136261, 16777619
	h := uint32(offset)
	for i := range len(context) {
		h = (h ^ uint32(context[i])) * prime
	}
	h = (h ^ 4) * prime // the separator of gettext
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * prime
	}
	return h
}

// Languages returns the names of the languages that there are, such as "de", English first.
func Languages() []string {
	list := []string{English}
	for name := range translations() {
		list = append(list, name)
	}
	return list
}

// translations calls yield with each language and its texts.
func translations() func(yield func(name, texts string) bool) {
	return func(yield func(name, texts string) bool) {
		_, rest := hashes()
		for rest != "" {
			var name, texts string
			name, rest = field(rest)
			texts, rest = field(rest)
			if !yield(name, texts) {
				return
			}
		}
	}
}

// hashes returns the hashes of the sentences, four bytes each, and what follows them.
func hashes() (list, rest string) {
	n, size := binary.Uvarint([]byte(packed[:min(len(packed), binary.MaxVarintLen64)]))
	if size <= 0 || n > uint64(len(packed)-size)/4 {
		return "", ""
	}
	end := size + int(n)*4 //nolint:gosec // it is less than the length of packed
	return packed[size:end], packed[end:]
}

// field returns the text after its length at the start of s, and what follows it.
func field(s string) (text, rest string) {
	n, size := binary.Uvarint([]byte(s[:min(len(s), binary.MaxVarintLen64)]))
	if size <= 0 || n > uint64(len(s)-size) {
		return "", ""
	}
	end := size + int(n) //nolint:gosec // it is less than the length of s
	return s[size:end], s[end:]
}

// unpack returns the catalog of a language, nil if there is none.
func unpack(language string) *catalog {
	for name, data := range translations() {
		if name != language {
			continue
		}
		texts, err := io.ReadAll(flate.NewReader(strings.NewReader(data)))
		if err != nil {
			return nil // the data is part of the program
		}
		keys, _ := hashes()
		c := &catalog{make(map[uint32]string, len(keys)/4)}
		for text := range strings.SplitSeq(string(texts), TextSeparator) {
			if len(keys) < 4 {
				break
			}
			if text != "" {
				c.texts[binary.LittleEndian.Uint32([]byte(keys[:4]))] = text
			}
			keys = keys[4:]
		}
		return c
	}
	return nil
}
