package split

import (
	"bytes"

	"dateline/feed/story"
)

// maxKey is the length of the longest key that is not a digest.
const maxKey = 40

// keyOf returns the key for a name that a story has in its file: the name with "-"
// for all characters that are not safe in a path, or a digest of it if it is long or
// is an address. It is empty if name is.
func keyOf(name []byte) string {
	name = trim(name)
	if len(name) > maxKey || bytes.ContainsAny(name, ":@/") {
		return digest(name)
	}
	out := make([]byte, 0, len(name))
	for _, b := range name {
		switch {
		case isLetter(b), isDigit(b), b == '.', b == '_':
			out = append(out, b)
		case b >= 0x80:
			return digest(name)
		case len(out) > 0 && out[len(out)-1] != '-':
			out = append(out, '-')
		}
	}
	return string(bytes.Trim(out, "-._"))
}

// digest returns a key of eight characters for name, "" for an empty name.
func digest(name []byte) string {
	if len(name) == 0 {
		return ""
	}
	return string(story.NewID(string(name))[:8])
}

// headLines is the number of lines at the top of a story that may have its number and
// slug.
const headLines = 8

// storyKey returns the key of a story by the lines of its header: the number of the
// message, else the slug, else "".
func storyKey(data []byte, start, end int) string {
	n, slug := 0, ""
	for l := range lines(data[start:min(end, start+1024)]) {
		if len(l.text) == 0 {
			continue
		}
		if n++; n > headLines {
			break
		}
		if code, ok := telexCode(l.text); ok {
			if bytes.ContainsAny(code, "0123456789") {
				return keyOf(code)
			}
			continue
		}
		if word := firstWord(l.text); isNumber(word) && len(l.text) <= maxHead {
			return keyOf(word)
		}
		if slug == "" {
			slug = keyOf(slugOf(l.text))
		}
	}
	return slug
}
