package line

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/words"
)

// EndsSentence reports whether s ends with the mark of a sentence. Quotation marks
// and brackets may follow the mark.
func EndsSentence(s string) bool {
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t' || s[len(s)-1] == '\r') {
		s = s[:len(s)-1]
	}
	for s != "" {
		if isLetter(s[len(s)-1]) {
			return false
		}
		r, size := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔', '．', '｡':
			return true
		case '"', '\'', '”', '’', '»', '«', ')', ']', '」', '』', '）', '】', '›', '*', '`':
			s = s[:len(s)-size]
		default:
			return false
		}
	}
	return false
}

// SentenceBytes is the length at which FirstSentence cuts a sentence.
const SentenceBytes = 400

// abbreviations are words, in lower case, whose full stop does not end a sentence.
var abbreviations = words.Set("abbreviation")

// FirstSentence returns the first sentence of text. A sentence of more than
// SentenceBytes is cut between words.
func FirstSentence(text string) string {
	p := Head(text, SentenceBytes)
	for i, r := range p {
		size := utf8.RuneLen(r)
		switch r {
		case '。', '！', '？', '।', '۔', '؟':
			return text[:closed(p, i+size)]
		case '.', '!', '?', '…':
			end := closed(p, i+size)
			if end < len(p) && p[end] != ' ' || r == '.' && (abbreviated(p[:i]) || continuesLower(p[end:])) {
				continue
			}
			return text[:end]
		}
	}
	if len(p) == len(text) {
		return text
	}
	if i := strings.LastIndexByte(p, ' '); i > 0 {
		return p[:i] + "..."
	}
	return p + "..."
}

// closed returns the index after the quotation marks and brackets at s[i:].
func closed(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("\"'”’»)]」』）", r) {
			break
		}
		i += size
	}
	return i
}

func continuesLower(s string) bool { return StartsLower(strings.TrimLeft(s, " ")) }

// abbreviated reports whether s ends with a word whose full stop is part of it.
func abbreviated(s string) bool {
	w := s[strings.LastIndexAny(s, " (\"'“-")+1:]
	if w == "" {
		return false
	}
	r, size := utf8.DecodeRuneInString(w)
	return size == len(w) && unicode.IsUpper(r) || strings.Contains(w, ".") && len(w) < 8 || abbreviations()[strings.ToLower(w)] || words.Month(w) > 0 && len(w) <= 4
}
