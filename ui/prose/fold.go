package prose

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folder folds a text for comparison and maps offsets in the folded text to offsets
// in the text.
type folder struct {
	out  []byte
	unit []unit
	text string
}

// A unit is a character with its accents, or a run of white space. A hit consists of
// one or more units.
type unit struct {
	at   int // offset in the folded text
	from int // offset in the text
}

// fold folds text into f.out.
func (f *folder) fold(text string) {
	f.out, f.unit, f.text = f.out[:0], f.unit[:0], text
	inSpace := false
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch blank := unicode.IsSpace(r); {
		case blank && inSpace, !blank && len(f.unit) > 0 && !inSpace && joins(r):
			f.append(r)
		default:
			f.unit = append(f.unit, unit{at: len(f.out), from: i})
			inSpace = blank
			if blank {
				f.out = append(f.out, ' ')
			} else {
				f.append(r)
			}
		}
		i += size
	}
}

// append appends r in folded form.
func (f *folder) append(r rune) {
	switch {
	case r < utf8.RuneSelf:
		if unicode.IsSpace(r) {
			return
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		f.out = append(f.out, byte(r))
	case r >= 0xac00 && r <= 0xd7a3 || r >= 0x4e00 && r <= 0x9fff:
		f.out = utf8.AppendRune(f.out, r)
	case r >= 0x1161 && r <= 0x11c2:
		f.compose(r)
	case !unicode.IsSpace(r):
		f.compat(r)
	}
}

// compose appends r, a vowel or final consonant of a Korean syllable that is written
// in letters. It composes r with the letters before it.
func (f *folder) compose(r rune) {
	last, n := utf8.DecodeLastRune(f.out)
	switch {
	case r <= 0x1175 && last >= 0x1100 && last <= 0x1112:
		r = 0xac00 + ((last-0x1100)*21+r-0x1161)*28
	case r > 0x11a7 && last >= 0xac00 && last <= 0xd7a3 && (last-0xac00)%28 == 0:
		r = last + r - 0x11a7
	default:
		n = 0
	}
	f.out = utf8.AppendRune(f.out[:len(f.out)-n], r)
}

// compat appends r decomposed, in lower case and without accents.
func (f *folder) compat(r rune) {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	var wide [64]byte
	for parts := norm.NFKD.Append(wide[:0], buf[:n]...); len(parts) > 0; {
		r, n := utf8.DecodeRune(parts)
		parts = parts[n:]
		if isAccent(r) {
			continue
		}
		if same, ok := lookalikes[r]; ok {
			f.out = append(f.out, same...)
			continue
		}
		f.out = utf8.AppendRune(f.out, unicode.ToLower(r))
	}
}

// lookalikes maps characters to the characters that a reader types for them.
var lookalikes = map[rune]string{
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '“': `"`, '”': `"`, '„': `"`, '‟': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-",
	'ß': "ss", 'ẞ': "ss", 'ς': "σ", 'ı': "i", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe",
	'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d",
}

// isAccent reports whether r is a mark that a search ignores. The voicing marks of
// kana and the vowel signs of Indian scripts are not: they make another letter.
func isAccent(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r <= 0x36f, r >= 0x483 && r <= 0x487, r >= 0x591 && r <= 0x5c7,
		r >= 0x610 && r <= 0x61a, r >= 0x64b && r <= 0x65f, r == 0x670,
		r >= 0x6d6 && r <= 0x6ed, r == 0x640,
		r >= 0x1ab0 && r <= 0x1aff, r >= 0x1dc0 && r <= 0x1dff,
		r >= 0x200b && r <= 0x200f, r >= 0x20d0 && r <= 0x20ff,
		r >= 0xfe00 && r <= 0xfe0f, r >= 0xfe20 && r <= 0xfe2f:
		return unicode.In(r, unicode.M, unicode.Cf, unicode.Lm)
	}
	return false
}

// joins reports whether r is part of the same unit as the character before it.
func joins(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r >= 0x1160 && r <= 0x11ff, r == 0xff9e, r == 0xff9f:
		return true
	}
	return isAccent(r) || unicode.Is(unicode.M, r)
}

// start returns the start in the text of the unit that starts at k in the folded
// text, or -1 if there is none.
func (f *folder) start(k int) int {
	u := sort.Search(len(f.unit), func(u int) bool { return f.unit[u].at >= k })
	for u < len(f.unit) && f.unit[u].at == k && f.empty(u) {
		u++
	}
	if u == len(f.unit) || f.unit[u].at != k {
		return -1
	}
	return f.unit[u].from
}

// empty reports whether the folded form of unit u is empty.
func (f *folder) empty(u int) bool {
	return u+1 < len(f.unit) && f.unit[u+1].at == f.unit[u].at
}

// end returns the end in the text of the unit that ends at k in the folded text, or
// -1 if there is none.
func (f *folder) end(k int) int {
	if k == len(f.out) {
		return len(f.text)
	}
	u := sort.Search(len(f.unit), func(u int) bool { return f.unit[u].at >= k })
	if u == len(f.unit) || f.unit[u].at != k {
		return -1
	}
	return f.unit[u].from
}

// foldQuery folds a query.
func foldQuery(query string) string {
	f := folder{}
	f.fold(query)
	return string(f.out)
}
