package pairs

import (
	"cmp"
	"slices"
	"sync"
	"unicode"
)

// Guess is the language of a text by its pairs of letters.
type Guess struct {
	Language string
	Letters  int // the letters of the text
	Cost     int // the cost of the text, in units
	Margin   int // by how much the text costs more in any other language, in units
}

// foreign is the cost of a letter that a language does not have, in units.
const foreign = 10 * Unit

// Likeliest returns the language in which the letters of text cost least, of those in
// Latin letters or of those in the script of the letter like. Marks do not count.
func Likeliest(text string, like rune) Guess {
	latin := unicode.Is(unicode.Latin, like)
	g := Guess{}
	second := 0
	for _, l := range byNumber() {
		if l.Latin() != latin || !latin && l.Class(like) == Edge {
			continue
		}
		cost, letters := l.Weigh(text)
		cost += seldom[l.Name]
		switch {
		case g.Language == "":
			g.Language, g.Letters, g.Cost, second = l.Name, letters, cost, 1<<30
		case cost < g.Cost:
			g.Language, g.Cost, second = l.Name, cost, g.Cost
		default:
			second = min(second, cost)
		}
	}
	g.Margin = second - g.Cost
	return g
}

// seldom is the cost of assuming a language that is much like a more usual one, in
// units.
var seldom = map[string]int{"af": 4 * Unit, "fo": 4 * Unit, "gl": 4 * Unit, "gd": 4 * Unit}

// byNumber returns the languages in the order of the table.
var byNumber = sync.OnceValue(func() []*Language {
	var all []*Language
	for _, l := range Languages() {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b *Language) int { return cmp.Compare(a.Number, b.Number) })
	return all
})

// Weigh returns the cost of text in l, in units, and the number of its letters.
func (l *Language) Weigh(text string) (cost, letters int) {
	before := uint8(Edge)
	latin := l.Latin()
	for _, r := range text {
		next := uint8(Edge)
		switch small := r | 0x20; {
		case r < 0x80 && latin && small >= 'a' && small <= 'z' && r != 'I':
			next = uint8(small-'a') + 1
			letters++
		case r < 0x80 && r != 'I':
		case unicode.IsLetter(r):
			letters++
			if next = l.Class(r); next == Edge {
				cost += foreign
			}
		}
		if before|next != Edge {
			cost += l.Cost(before, next)
		}
		before = next
	}
	if before != Edge {
		cost += l.Cost(before, Edge)
	}
	return cost, letters
}
