package link

import (
	"slices"
	"strings"
	"sync"
)

// The lists in this file are the vocabulary of news English for the rules of closeness.
// They hold the base form of each word; its inflections go with it.

// alwaysNames are words that are always names. Key writes them out
// from initials, so that capitals do not show them.
var alwaysNames = set("north south korea korean")

// numerals are numbers written as words.
var numerals = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "dozen": "12", "hundred": "100",
	"thousand": "1000", "million": "million", "billion": "billion", "trillion": "trillion",
	"first": "1th", "second": "2th", "third": "3th", "fourth": "4th", "fifth": "5th", "sixth": "6th",
	"seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "twice": "2x", "half": "half",
	"once": "1x", "double": "2x", "triple": "3x", "both": "both", "single": "1",
}

// turning words turn a story around or place it in time: both titles have them
// or neither does.
var turning = sync.OnceValue(func() lexicon {
	return newLexicon(`not no nor never without none nobody cannot cant dont doesnt didnt isnt wasnt wont
	deny refuse reject fail un non anti ex former late acting deputy vice interim would-be
	may might could would will should must to ahead before after until since again more less than
	plan consider urge against if unless despite nearly almost allege accuse suspect`)
})

// sharp words distinguish a story from a similar one: a title with one of them is
// not close to a title without it.
var sharp = sync.OnceValue(func() lexicon {
	return newLexicon(`again another still also new old next last early late other same only first final
	north south east west northern southern eastern western upper lower inner outer left right
	male female man woman boy girl father mother son daughter husband wife brother sister
	morning evening night noon monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december
	spring summer autumn winter week month year day quarter decade
	dead kill hurt injure wound missing arrest charge convict acquit release jail free sentence
	interview review analysis opinion editorial profil obituary correction update summary photo video`)
})

// lexicon is a set of words and of their stems.
type lexicon map[string]bool

func newLexicon(words string) lexicon {
	l := lexicon(set(words))
	for w := range strings.FieldsSeq(words) {
		l[stem(w)] = true
	}
	return l
}

func (l lexicon) has(w *word) bool { return l[w.full] || l[w.stem] }

// opposites lists the sides of scales, one scale a line: titles that have words of two
// sides of one line are never close. A side is a word, or the words up to a slash.
var opposites = sync.OnceValue(func() scales {
	return newScales(`up down
	rise rose gain climb surge jump advanc rebound / fall drop lose slide plunge sink retreat slump
	win lose beat defeat draw tie
	open / reopen / close shut
	start begin / resume / continue / end stop halt finish conclude / suspend pause
	accept approve endors / reject refuse deny oppose veto
	raise lift hike / cut lower trim slash
	increase expand grow widen / decrease shrink narrow contract
	import export buyer seller buy sell
	arrive enter / leave depart exit quit / join / return
	confirm deny admit
	high low record
	higher lower
	surplus deficit profit loss
	support oppose back
	pass fail
	kill / injure wound hurt / survive
	arrest detain / release free / jail
	male female men women man woman boy girl
	north south east west
	monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december
	morning evening noon night
	spring summer autumn winter
	week month year day quarter decade hour minute
	strong weak easy hard hot cold warm cool fast slow large small big little rich poor
	attack defend invad withdraw
	ban prohibit outlaw / allow permit legalize
	hire appoint name / fire dismiss oust sack / elect / resign quit / promote / demote
	ally rival friend enemy
	guilty innocent convict acquit
	gold silver bronze
	heavy light early late young old
	president premier minister mayor governor king queen prince princess ambassador envoy senator
	father mother son daughter husband wife brother sister uncle aunt
	earthquake flood fire storm drought typhoon tornado landslide`)
})

func opposite(a, b string) bool { return a != b && opposites().part(a, b) }

// scales holds the lines that a word is in and its side there, by its stem.
type scales map[string][]side

type side struct{ line, number int }

func newScales(text string) scales {
	s := scales{}
	for n, line := range strings.Split(text, "\n") {
		sides := strings.Split(line, "/")
		if len(sides) == 1 {
			sides = strings.Fields(line)
		}
		for k, words := range sides {
			for w := range strings.FieldsSeq(words) {
				s[stem(w)] = append(s[stem(w)], side{n, k})
			}
		}
	}
	return s
}

// part reports whether the stems a and b are on two sides of one line and on one side of none.
func (s scales) part(a, b string) bool {
	apart := false
	for _, x := range s[a] {
		for _, y := range s[b] {
			if x == y {
				return false
			}
			apart = apart || x.line == y.line
		}
	}
	return apart
}

// alikes lists words that desks use for one another, one meaning a line.
var alikes = sync.OnceValue(func() groups {
	return newGroups(`say tell announc state
	vow pledg promise
	probe investigate inquiry investigation
	chief head leader boss
	talk meeting negotiation discussion
	firm company
	worker employee staff
	cop police officer
	build construct
	buy purchase acquire
	kid child children
	aid help assist assistance
	blaze fire
	quake earthquake
	accord deal agreement pact treaty
	demand call
	slam blast criticize condemn denounc
	nuke nuclear
	missile rocket
	ship vessel boat
	cargo freight
	show display
	near close
	visit tour
	big large major
	name appoint
	warn caution
	hail praise laud
	ex former
	fix repair mend
	film movi picture
	crash collision
	plane aircraft airplane jet
	rally protest demonstration
	launch start begin
	reveal disclose unveil
	end conclude finish
	shut close
	hurt injure wound
	rise climb increase
	gain advanc
	fall drop decline
	surge soar jump
	plunge tumble slump
	resign quit
	fire sack dismiss
	jail imprison
	detain arrest
	trade commerce
	fraud swindle
	home house
	store warehouse depot
	shop store
	case infection
	order contract
	spend pay
	collapse fall
	strike walkout stoppage
	poll survey
	vote ballot
	storm gale
	flee escape
	rescu save
	guard protect
	hide conceal
	ask request
	urge call
	reject refuse
	approve endors
	ban prohibit outlaw
	allow permit
	raise hike lift increase
	cut reduc lower trim slash
	delay postpon
	cancel scrap
	choose select pick
	lawyer attorney
	murder homicide
	doctor physician
	fear worry concern
	row dispute quarrel
	clash fight battle
	army military
	troop soldier
	rebel insurgent
	scandal affair
	prize award
	guest visitor
	crew team
	tax levy
	wage pay salary
	rule regulation
	law legislation
	error mistake
	danger risk threat
	mull consider weigh`)
})

func synonyms(a, b string) bool { return alikes().meet(a, b) && !opposite(a, b) }

// groups holds the numbers of the lines that a word is in, by its stem.
type groups map[string][]int

func newGroups(text string) groups {
	g := groups{}
	for n, line := range strings.Split(text, "\n") {
		for w := range strings.FieldsSeq(line) {
			g[stem(w)] = append(g[stem(w)], n)
		}
	}
	return g
}

// meet reports whether the stems a and b are in one line.
func (g groups) meet(a, b string) bool {
	other := g.lines(b)
	return slices.ContainsFunc(g.lines(a), func(n int) bool { return slices.Contains(other, n) })
}

// lines returns the numbers of the lines of a stem. The stem of a short verb may have the
// ending of its past.
func (g groups) lines(stem string) []int {
	if lines := g[stem]; lines != nil {
		return lines
	}
	return g[strings.TrimSuffix(stem, "ed")]
}
