package copydesk

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
)

// soil adds the dirt of file i, and returns the text in its encoding.
func soil(i int, s string) []byte {
	if i%7 == 2 {
		s = wrapped(s)
	}
	switch {
	case isKorean(i):
		s = koreanHeadline + "\n" + koreanLede + s
	case i%37 == 11:
		s = strings.Replace(s, ". ", ".\x1b]0;owned\a \x1b[31m", 2)
	case i%59 == 30:
		s = strings.Replace(s, ". ", ".\u202e\u200b ", 1)
	}
	if i%5 == 4 {
		s = strings.ReplaceAll(s, "\n", "\r\n")
	}
	return encoded(i, s)
}

// isKorean reports whether plain copy is of a desk that writes two languages.
func isKorean(i int) bool { return i%(5*perGroup) == 26 && formOf(i) == Plain && !isOvernight(i) }

// koreanHeadline and koreanLede precede the story of a desk that writes two languages.
const koreanHeadline = "엘러리항 여객선 운항 재개"
const koreanLede = "(엘러리=메리디안) 여객선이 이틀 만에 다시 떠났다고 항만청이 밝혔다.\n"

// encoded returns s in the encoding of file i.
func encoded(i int, s string) []byte {
	switch {
	case isKorean(i):
		if b, err := korean.EUCKR.NewEncoder().Bytes([]byte(s)); err == nil {
			return b
		}
	case i%23 == 5:
		s = strings.ReplaceAll(s, "\"", "”")
		if b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s)); err == nil {
			return b
		}
	case i%29 == 6:
		b := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return b
	case i%31 == 8:
		return append([]byte{0xef, 0xbb, 0xbf}, s...)
	case i%41 == 13:
		return []byte(strings.Replace(s, " said", " \xff\xfesaid", 1))
	}
	return []byte(s)
}

// column is the length of hard-wrapped lines.
const column = 68

// wrapped returns s with hard-wrapped lines and blank lines between paragraphs, up
// to the end mark.
func wrapped(s string) string {
	body, tail, found := strings.Cut(s, "(END)\n")
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	for para := range strings.SplitSeq(strings.TrimRight(body, "\n"), "\n") {
		for len(para) > column {
			at := strings.LastIndexByte(para[:column], ' ')
			if at <= 0 {
				break
			}
			b.WriteString(para[:at] + "\n")
			para = para[at+1:]
		}
		b.WriteString(para + "\n\n")
	}
	if found {
		b.WriteString("(END)\n" + tail)
	}
	return b.String()
}
