package term

import "unicode/utf8"

// Fold returns text with its letters and digits as they are in terms: in lower
// case, of normal width and without accents. Everything else stays as it is,
// except for characters that show nothing, which are removed.
func Fold(text string) string {
	i := 0
	for i < len(text) && ascii[text[i]] != beyond && lower[text[i]] == text[i] {
		i++
	}
	if i == len(text) {
		return text
	}
	var room [128]byte // enough for most texts
	out := append(room[:0], text[:i]...)
	for i < len(text) {
		if b := text[i]; b < utf8.RuneSelf {
			out = append(out, lower[b])
			i++
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		if c, _ := classAt(text, i); c != nothing && c != voice {
			out = append(out, foldAt(text, i)...)
		}
		i += n
	}
	return string(out)
}
