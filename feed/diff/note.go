package diff

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dateline/feed/story"
)

// Check compares the paragraphs that editors' notes name with those that changed. Each list
// is in order. Notes number the paragraphs of one story, the old or the new.
type Check struct {
	Numbers   Of    // Old or New
	Named     []int // in the notes
	Changed   []int // named, and changed or moved
	Unchanged []int // named, but not changed
	Missing   []int // named, but the story has no such paragraph
	Unnamed   []int // changed, but not named; empty if a note says that it is about all paragraphs
}

// names are the paragraphs that notes name.
type names struct {
	last       [2]int   // the number of the last paragraph, by oldSide and curSide
	numbers    [2][]int // those that are named, by side
	throughout bool
}

// checks compares the notes of cur with changes. It returns nothing if they name no
// paragraph.
func checks(old, cur *story.Story, changes []Change) []Check {
	n := names{last: [2]int{old.Paragraphs(), cur.Paragraphs()}}
	for _, note := range cur.Notes {
		n.read(note)
	}
	var all []Check
	for side, body := range [2][]story.Block{old.Body, cur.Body} {
		named := n.numbers[side]
		if len(named) == 0 {
			continue
		}
		slices.Sort(named)
		ch := Check{Numbers: [2]Of{Old, New}[side], Named: slices.Compact(named)}
		changed, has := changedOf(side, body, changes)
		for _, k := range ch.Named {
			switch {
			case changed[k]:
				ch.Changed = append(ch.Changed, k)
			case has[k]:
				ch.Unchanged = append(ch.Unchanged, k)
			default:
				ch.Missing = append(ch.Missing, k)
			}
		}
		for _, b := range body {
			if _, named := slices.BinarySearch(ch.Named, b.N); !named && changed[b.N] && !n.throughout {
				ch.Unnamed = append(ch.Unnamed, b.N)
			}
		}
		all = append(all, ch)
	}
	return all
}

// changedOf returns the numbers of the paragraphs of body that changed, and of all.
func changedOf(side int, body []story.Block, changes []Change) (changed, has map[int]bool) {
	changed, has = map[int]bool{}, map[int]bool{}
	for _, ch := range changes {
		blocks := ch.Old
		if side == curSide {
			blocks = ch.New
		}
		for _, i := range blocks {
			if n := body[i].N; n > 0 {
				has[n] = true
				changed[n] = changed[n] || ch.Kind != Same
			}
		}
	}
	return changed, has
}

// maxRange is the number of paragraphs in the longest range that a note names.
const maxRange = 100

// maxNote is how many bytes of a note are read.
const maxNote = 8000

// mark is a word, a number or a sign in a note.
type mark struct {
	text    string // in lower case; "" of a number
	number  int
	ordinal bool // "3rd", "third"
	verb    bool // what the desk did, as in ADDS
}

// marks cuts a note into marks.
func marks(note story.Note) []mark {
	var all []mark
	text := note.Text[:min(len(note.Text), maxNote)]
	for len(text) > 0 {
		n := max(1, whileRune(text, unicode.IsLetter))
		if text[0] >= '0' && text[0] <= '9' {
			n = whileRune(text, func(r rune) bool { return r >= '0' && r <= '9' })
		}
		piece := text[:n]
		text = text[n:]
		if number, err := strconv.Atoi(piece); err == nil {
			suffix := strings.ToLower(text[:min(2, len(text))])
			all = append(all, mark{number: number, ordinal: slices.Contains(suffixes, suffix)})
			if all[len(all)-1].ordinal {
				text = text[2:]
			}
			continue
		}
		if piece = strings.ToLower(piece); strings.TrimSpace(piece) == "" {
			continue
		}
		m := mark{text: piece, verb: slices.Contains(note.Verbs, strings.ToUpper(piece))}
		if k := slices.Index(ordinals, piece); k >= 0 {
			m = mark{number: k + 1, ordinal: true}
		}
		all = append(all, m)
	}
	return all
}

// Words of notes.
var (
	suffixes = []string{"st", "nd", "rd", "th"}
	ordinals = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
	counts   = strings.Fields("one two three four five six seven eight nine ten eleven twelve")

	// These stand before a paragraph that the note does not say changed.
	places = strings.Fields("after before below following follows from up pickup until with")
	// The paragraphs of these are numbered as in the old story, those of adds as in the new.
	removes = strings.Fields("deletes drops omits cuts removes subs substitutes")
	adds    = strings.Fields("adds add adding inserts includes")
)

// read adds the paragraphs that a note names.
//
//	UPDATES toll in paras 1, 3-4     1, 3, 4 of the new story
//	SUBS 3rd and 4th grafs           3, 4 of the old one, as in all notes with an ordinal and "graf"
//	DELETES para 11                  11 of the old one
//	RECASTS headline, lead           1 of the new one
//	ADDS quote in last two paras     the last ones of the new one
//	LEADS with 4 grafs. Pick up 5th graf; INSERTS 2 grafs after 4th graf: none
func (n *names) read(note story.Note) {
	list := marks(note)
	verb := ""
	for i, m := range list {
		switch {
		case m.verb:
			verb = m.text
		case m.text == "throughout":
			n.throughout = true
		case (m.text == "lead" || m.text == "lede") && followsVerb(list, i):
			n.numbers[curSide] = append(n.numbers[curSide], 1)
		case isParagraph(m.text):
			n.paragraphs(list, i, verb)
		}
	}
}

func isParagraph(word string) bool {
	return word == "para" || word == "paras" || word == "graf" || word == "grafs" || word == "graphs" || strings.HasPrefix(word, "paragra")
}

// followsVerb reports whether list[i] is what a verb is about: "RECASTS headline, lead".
func followsVerb(list []mark, i int) bool {
	for i--; i >= 0; i-- {
		switch list[i].text {
		case ",", "and", "&", "headline", "hed":
		default:
			return list[i].verb && !slices.Contains(adds, list[i].text)
		}
	}
	return false
}

// paragraphs adds the numbers before or after list[i], the word "paragraphs" or "grafs".
func (n *names) paragraphs(list []mark, i int, verb string) {
	start := i
	for start > 0 && (list[start-1].ordinal || start < i && isSeparator(list[start-1].text)) {
		start--
	}
	for start < i && !list[start].ordinal {
		start++
	}
	ordinal := start < i
	if start > 0 && slices.Contains(places, list[start-1].text) {
		return
	}
	side := curSide
	graf := strings.HasPrefix(list[i].text, "gra")
	if slices.Contains(removes, verb) || ordinal && graf && !slices.Contains(adds, verb) {
		side = oldSide
	}
	found := numbersIn(list[start:i], true)
	if !ordinal {
		found = numbersIn(list[i+1:], strings.HasSuffix(list[i].text, "s"))
	}
	if len(found) == 0 {
		found = n.atAnEnd(list[:i], side)
	}
	n.numbers[side] = append(n.numbers[side], found...)
}

// atAnEnd returns the paragraphs that list names at its end: "last", "last two" or "first
// two".
func (n *names) atAnEnd(list []mark, side int) (found []int) {
	i, count := len(list)-1, 1
	if i > 0 && !list[i].ordinal {
		if k := slices.Index(counts, list[i].text); k >= 0 {
			i, count = i-1, k+1
		} else if list[i].number > 0 {
			i, count = i-1, min(list[i].number, maxRange)
		}
	}
	if i < 0 {
		return nil
	}
	switch {
	case list[i].text == "last" || list[i].text == "final":
		for k := max(1, n.last[side]-count+1); k <= n.last[side]; k++ {
			found = append(found, k)
		}
	case list[i].ordinal && list[i].number == 1:
		for k := range count {
			found = append(found, k+1)
		}
	}
	return found
}

func isSeparator(s string) bool {
	switch s {
	case "to", "through", ",", "and", "&", "et", "und", "y":
		return true
	}
	return isDash(s)
}

// numbersIn returns the numbers at the start of list: "6-7, 10 and 12". If they are not
// several, it returns only the first, or a range with a dash: "para 1 to 121" may say that a
// figure is now 121.
func numbersIn(list []mark, several bool) []int {
	var found []int
	ranged := false
	for i, m := range list {
		switch {
		case m.text == "" && (i == 0 || list[i-1].text != ""):
			first := m.number
			if ranged && len(found) > 0 {
				first = found[len(found)-1] + 1
			}
			for k := max(1, first); k <= m.number && k < first+maxRange; k++ {
				found = append(found, k)
			}
			ranged = false
		case isDash(m.text):
			ranged = true
		case several && isSeparator(m.text):
			ranged = m.text == "to" || m.text == "through"
		default:
			return found
		}
	}
	return found
}

func isDash(s string) bool { return s == "-" || s == "–" || s == "~" }
