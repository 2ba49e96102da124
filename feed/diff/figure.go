package diff

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/term"
)

// Figure is a figure that changed: "killed four people" became "killed seven people".
type Figure struct {
	OldBlock, NewBlock int    // in the bodies, counted from 0
	Old, New           string // as written: "four", "seven", "$4.2bn"
	OldValue, NewValue string // in digits, without separators: "4", "7", "4.2"
	Before, After      string // the words next to it, if both stories have them: "killed", "people"
}

func (f *Figure) flip() {
	f.OldBlock, f.NewBlock = f.NewBlock, f.OldBlock
	f.Old, f.New = f.New, f.Old
	f.OldValue, f.NewValue = f.NewValue, f.OldValue
}

// numbersWritten are the numbers from one to twelve in words, by language.
var numbersWritten = map[string]string{
	"en": "one two three four five six seven eight nine ten eleven twelve",
	"de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
	"es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
	"fr": "un deux trois quatre cinq six sept huit neuf dix onze douze",
	"it": "uno due tre quattro cinque sei sette otto nove dieci undici dodici",
	"nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
	"pt": "um dois três quatro cinco seis sete oito nove dez onze doze",
}

// writtenOut returns the values of written-out numbers in the language of two stories;
// those of English if it has none, or the languages differ.
func writtenOut(a, b string) map[string]string {
	primary, _, _ := strings.Cut(a, "-")
	text, ok := numbersWritten[primary]
	if !ok || a != b {
		text = numbersWritten["en"]
	}
	digits := strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12")
	values := map[string]string{}
	for i, w := range strings.Fields(text) {
		values[w] = digits[i]
	}
	return values
}

// value is a figure that was read: its number and what is written with it. Two figures
// of one affix are of one unit.
type value struct{ number, affix string }

// valueOf reads a token as a figure.
func (c *comparison) valueOf(text string) (v value, ok bool) {
	if n, ok := c.written[strings.ToLower(text)]; ok {
		return value{number: n}, true
	}
	first, n := utf8.DecodeRuneInString(text)
	sign, rest := "", text
	switch {
	case unicode.Is(unicode.Sc, first):
		v.affix, rest = text[:n], text[n:]
	case first == '-' || first == '−':
		sign, rest = "-", text[n:]
	}
	end := figureEnd(rest)
	if end == 0 {
		return v, false
	}
	v.number = sign + number(rest[:end])
	switch suffix := strings.ToLower(rest[end:]); suffix {
	case "st", "nd", "rd", "th":
		v.affix += "th"
	default:
		v.affix += suffix
	}
	return v, true
}

// figureEnd returns where the figure at the start of text ends, before a unit; 0 if there
// is none.
func figureEnd(text string) int {
	end := 0
	for i, r := range text {
		switch {
		case unicode.IsDigit(r):
			end = i + utf8.RuneLen(r)
		case i == 0 || unicode.IsLetter(r) || r == '%':
			return end
		}
	}
	return end
}

// number returns a number without separators, as package term has it: "1000" of "1,000".
func number(text string) string {
	out := text
	term.Each(text, func(t []byte, start, end int) bool {
		if start == 0 && end == len(text) {
			out = string(t)
		}
		return false
	})
	return out
}

// year reports whether v may be a year.
func (v value) year() bool {
	return v.affix == "" && len(v.number) == 4 && (v.number[:2] == "18" || v.number[:2] == "19" || v.number[:2] == "20")
}

// figure is a figure in one of the changes of a link.
type figure struct {
	value

	at    int // the token
	gap   int // the number of the change
	alone bool
}

// maxFigurePairs bounds the pairs of figures of a link that are looked at.
const maxFigurePairs = 250_000

// pairFigures returns the figures of l that changed.
func (c *comparison) pairFigures(l *link) []Figure {
	var all [2][]figure
	at := [2]int{}
	for gap, s := range append(slices.Clip(l.equal), stretch{at: [2]int{len(l.text[0].tokens), len(l.text[1].tokens)}}) {
		alone := s.at[0] == at[0]+1 && s.at[1] == at[1]+1
		for side := range all {
			for i := at[side]; i < s.at[side]; i++ {
				if v, ok := c.valueOf(l.text[side].token(i)); ok {
					all[side] = append(all[side], figure{v, i, gap, alone})
				}
			}
			at[side] = s.at[side] + s.n
		}
	}
	a, b := all[0], all[1]
	if size := len(a) * len(b); size > maxFigurePairs || size > c.work {
		return nil
	}
	c.work -= len(a) * len(b)
	return l.choose(a, b)
}

// figurePair is a figure of each side that may be one that changed.
type figurePair struct{ i, j, score, distance int }

// choose pairs a and b, the best pair first, and returns the pairs that differ, in the order
// of b.
func (l *link) choose(a, b []figure) []Figure {
	var pairs []figurePair
	for i := range a {
		for j := range b {
			if n := l.score(&a[i], &b[j]); n >= minScore {
				pairs = append(pairs, figurePair{i, j, n, max(a[i].at-b[j].at, b[j].at-a[i].at)})
			}
		}
	}
	sort.Slice(pairs, func(x, y int) bool {
		p, q := pairs[x], pairs[y]
		return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.distance, q.distance), cmp.Compare(p.i, q.i), cmp.Compare(p.j, q.j)) < 0
	})
	usedA, counterpart := make([]bool, len(a)), make([]*figure, len(b))
	for _, p := range pairs {
		if !usedA[p.i] && counterpart[p.j] == nil {
			usedA[p.i], counterpart[p.j] = true, &a[p.i]
		}
	}
	var out []Figure
	for j, f := range counterpart {
		if f != nil && f.value != b[j].value {
			out = append(out, l.figure(f, &b[j]))
		}
	}
	return out
}

// minScore is the least score of two figures that are one that changed.
const minScore = 3

// score returns how much speaks for a and b being one figure: the unit, the words next to
// it, that one stands where the other stood, and that they are equal.
func (l *link) score(a, b *figure) int {
	if a.affix != b.affix || a.year() != b.year() {
		return 0
	}
	n := strength(l.neighbour(a, b, 1)) + strength(l.neighbour(a, b, -1))
	if a.affix != "" {
		n += 2
	}
	if a.gap == b.gap {
		n++
		if a.alone {
			n += 2
		}
	}
	if a.number == b.number {
		n += 3
	}
	return n
}

// weak are words that stand next to figures of all kinds.
var weak = strings.Fields("a and are as at by for from had has in is of on or than that the to was were with")

// strength returns how much speaks for two figures being one if both have a word next to
// them.
func strength(word string) int {
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case word == "":
		return 0
	case slices.Contains(weak, word), first >= firstWide && unicode.In(first, wide...) && !unicode.Is(unicode.Han, first):
		return 1
	}
	return 2
}

// neighbour returns the word after (by 1) or before (by -1) both a and b, "" if they differ.
func (l *link) neighbour(a, b *figure, by int) string {
	i, j := a.at+by, b.at+by
	s, t := l.text[0], l.text[1]
	if i < 0 || j < 0 || i >= len(s.keys) || j >= len(t.keys) || s.keys[i] != t.keys[j] || s.tokens[i].weight == 0 {
		return ""
	}
	return t.token(j)
}

func (l *link) figure(a, b *figure) Figure {
	return Figure{
		OldBlock: l.at[0][l.text[0].block(a.at)], NewBlock: l.at[1][l.text[1].block(b.at)],
		Old: l.text[0].token(a.at), New: l.text[1].token(b.at), OldValue: a.number, NewValue: b.number,
		Before: l.shown(a, b, -1), After: l.shown(a, b, 1),
	}
}

// shown returns neighbour if it is a word: a character of a script without spaces says
// nothing alone, unless it is a Chinese counter after the figure.
func (l *link) shown(a, b *figure, by int) string {
	w := l.neighbour(a, b, by)
	if w == "" || l.text[1].tokens[b.at+by].weight == word {
		return w
	}
	if r, _ := utf8.DecodeRuneInString(w); by > 0 && unicode.Is(unicode.Han, r) {
		return w
	}
	return ""
}

// token returns the text of token i.
func (p *passage) token(i int) string { return p.text[p.tokens[i].start:p.tokens[i].end] }

// block returns which of the blocks of p token i is in.
func (p *passage) block(i int) int {
	n, _ := slices.BinarySearch(p.ends, int(p.tokens[i].end))
	return n
}
