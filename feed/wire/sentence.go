package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
)

const sentenceBytes = 400 // a first sentence of more is cut between words

// abbreviations end in a full stop that ends no sentence, in small letters.
var abbreviations = set("mr mrs ms dr prof gen col lt capt sgt maj sen rep gov st ste jr sr no vs inc corp co ltd adm cmdr rev hon pres dept est approx bros messrs mt ft cf dr. hr fr bzw ca nr u.a z.b art sra srta sto г ул им")

// firstSentence is the first sentence of text, cut between words where it is
// very long.
func firstSentence(text string) string {
	p := head(text, sentenceBytes)
	for i, r := range p {
		size := utf8.RuneLen(r)
		switch r {
		case '。', '！', '？', '।', '۔', '؟':
			return text[:closed(p, i+size)]
		case '.', '!', '?', '…':
			end := closed(p, i+size)
			if end < len(p) && p[end] != ' ' || r == '.' && (abbreviated(p[:i]) || goesOnSmall(p[end:])) {
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

// closed is i behind the quotes and brackets that stand there.
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

func goesOnSmall(s string) bool { return startsLower(strings.TrimLeft(s, " ")) }

// abbreviated reports whether s ends with a word whose full stop is part of it.
func abbreviated(s string) bool {
	w := s[strings.LastIndexAny(s, " (\"'“-")+1:]
	if w == "" {
		return false
	}
	r, size := utf8.DecodeRuneInString(w)
	return size == len(w) && unicode.IsUpper(r) || strings.Contains(w, ".") && len(w) < 8 || abbreviations[strings.ToLower(w)] || month(w) > 0 && len(w) <= 4
}

// standin puts the first sentence of the lede where the headline would stand.
func (p *parser) standin() {
	for i := range p.s.Body {
		b := &p.s.Body[i]
		if b.Kind == story.Code || b.Text == "" {
			continue
		}
		text, _, _ := strings.Cut(b.Text, "\n")
		text = firstSentence(text)
		p.s.Headline = story.Headline{Text: text, Title: text, Kind: story.Plain, Take: story.TakeFirst, Standin: true, Span: b.Span}
		return
	}
	p.s.Headline = story.Headline{Kind: story.Plain, Take: story.TakeFirst, Standin: true}
}
