package takes

import (
	"strings"
	"sync"
)

// meaning is what is known of a word before any story is read.
type meaning struct {
	weight uint8  // of a word of headlines; 0 for one that does not count
	number uint32 // the hash of the figure that it stands for, 0 for none
	dated  bool   // a day or month, which is no name
	stages uint16
	sides  uint64
}

// lexicon holds the words with a meaning by the hashes of what is written and of its stem.
type lexicon struct {
	words   map[uint32]meaning
	filter  [1024]bool // by the lowest bits of the hashes in words
	numbers [1024]bool // the same of words that are numbers
}

// find returns the meaning of the word with a hash.
func (x *lexicon) find(h uint32) (meaning, bool) {
	if !x.filter[h%uint32(len(x.filter))] {
		return meaning{}, false
	}
	m, ok := x.words[h]
	return m, ok
}

// number returns the hash of the figure that the word with a hash stands for, 0 for none.
func (x *lexicon) number(h uint32) uint32 {
	if !x.numbers[h%uint32(len(x.numbers))] {
		return 0
	}
	return x.words[h].number
}

var known = sync.OnceValue(func() *lexicon {
	x := &lexicon{words: map[uint32]meaning{}}
	x.each(words(scales), func(m *meaning, n, side int) { m.sides |= 1 << (2*n + side) })
	x.each(words(stages), func(m *meaning, n, _ int) { m.stages |= 1 << n })
	x.each([][][]string{{strings.Fields(calendar)}}, func(m *meaning, _, _ int) { m.dated, m.weight = true, light })
	x.each([][][]string{{strings.Fields(common)}}, func(m *meaning, _, _ int) { m.weight = light })
	x.each([][][]string{{strings.Fields(unimportant)}}, func(m *meaning, _, _ int) { m.weight = 0 })
	for n, w := range strings.Fields(numerals) {
		x.set(w, func(m *meaning) { m.number, m.weight = lone(itoa(n+1)), ordinary })
		x.numbers[lone(w)%uint32(len(x.numbers))] = true
	}
	return x
})

// words cuts a table into its lines, sides and words.
func words(table string) [][][]string {
	var out [][][]string
	for line := range strings.SplitSeq(table, "\n") {
		var sides [][]string
		for side := range strings.SplitSeq(line, "|") {
			sides = append(sides, strings.Fields(side))
		}
		out = append(out, sides)
	}
	return out
}

// each calls set for the meaning of each word of a table, with the number of its line and
// of its side.
func (x *lexicon) each(table [][][]string, set func(m *meaning, line, side int)) {
	for n, line := range table {
		for side, list := range line {
			for _, w := range list {
				x.set(w, func(m *meaning) { set(m, n, side) })
			}
		}
	}
}

// set changes the meaning of a word and of its stem.
func (x *lexicon) set(w string, change func(*meaning)) {
	for _, h := range [...]uint32{lone(w), stem(w)} {
		m, ok := x.words[h]
		if !ok {
			m.weight = weigh(w)
		}
		change(&m)
		x.words[h] = m
		x.filter[h%uint32(len(x.filter))] = true
	}
}

// lone returns the hash of the one token of w, or of a pair of characters.
func lone(w string) uint32 {
	l := newLexer(w)
	l.next()
	first := l.hash
	if l.next() {
		return pair(first, l.hash)
	}
	return first
}

// unimportant lists words that do not count in headlines.
const unimportant = `a an the in on at of for by as and or with from into its his her their is are was were be been to that this
	it he she they who which has have had but than not no after over amid s
	der die das den dem des ein eine einer und im in am zu zum zur von vom mit auf für an aus bei
	le la les de des du un une et en au aux dans sur pour par el los las del y a con por para
	o os as da do dos e em no na il lo gli i di della nel al
	в на и с по за из к о от у для не`

// common lists words of headlines that say little about a story.
const common = `say tell announce state report new news make get take see set hit face call seek plan want need urge vow
	will would may might can could should more most less first last next two year day week month today
	u.s us united states north south east west government official minister ministry president leader police court party
	people man woman home city country world state national local group company firm market share stock
	percent pct million billion about against before ahead during between near out up down off back still also
	start end begin open close rise fall gain drop win lose kill die dead injure hurt big high low top key major
	talk meeting visit deal case plan law bill vote election rate price sale trade bank report`

// calendar lists days and months. May, March and Sun are words too, and are left out.
const calendar = `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
	january february april june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec gmt
	montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember`

// numerals lists the numbers from one on that are written as words.
const numerals = `one two three four five six seven eight nine ten eleven twelve`

// scales lists the two sides of scales: takes of one story are not on different sides.
const scales = `up rise gain climb jump surge advance rebound higher rally 상승 급등 강세 반등 上昇 続伸 反発 上涨 走高|down fall drop lose slide plunge sink decline retreat slump lower tumble 하락 급락 약세 下落 続落 反落 下跌 走低
	win victory beat|lose defeat loss
	open|shut close end
	begin start launch resume|end stop halt finish suspend
	accept approve|reject refuse deny
	raise hike lift increase 인상|cut lower trim decrease reduce 인하
	export 수출|import 수입
	arrive enter join|leave depart exit quit
	confirm|deny
	strong|weak
	surplus|deficit
	profit|loss
	support back|oppose
	pass|fail
	arrest detain jail|release free
	guilty convict|innocent acquit
	hire appoint|fire dismiss sack
	hot warm|cold
	male men|female women
	north northern|south southern
	east eastern|west western
	buy|sell
	allow permit|ban
	sunny dry|rainy wet`

// stages lists the stages that a report may be of, one a line.
const stages = `open early morning 개장 寄り付き 开盘 opening
	midday midsession noon midmorning 장중 前引け
	close late evening end closing 마감 大引け 收盘
	preview expected expect due`
