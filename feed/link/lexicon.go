package link

import (
	"slices"
	"strings"
	"sync"
)

// irregular are the forms that no ending gives away.
var irregular = map[string]string{
	"said": "say", "says": "say", "rose": "ris", "risen": "ris", "fell": "fall", "fallen": "fall",
	"won": "win", "lost": "los", "held": "hold", "met": "meet", "left": "leav", "began": "begin",
	"begun": "begin", "sold": "sell", "bought": "buy", "sent": "send", "spent": "spend", "found": "find",
	"made": "mak", "took": "tak", "taken": "tak", "gave": "giv", "given": "giv", "went": "go",
	"came": "com", "kept": "keep", "told": "tell", "built": "build", "broke": "break", "broken": "break",
	"chose": "choos", "chosen": "choos", "shot": "shoot", "struck": "strik", "died": "die", "dies": "die",
	"grew": "grow", "grown": "grow", "knew": "know", "led": "lead", "paid": "pay", "ran": "run",
	"saw": "see", "seen": "see", "sought": "seek", "stood": "stand", "stolen": "steal", "stole": "steal",
	"swore": "swear", "sworn": "swear", "threw": "throw", "women": "woman", "men": "man",
	"children": "child", "people": "peopl", "news": "news", "series": "series", "talks": "talk",
	"korean": "korea", "koreans": "korea",
}

// numerals are numbers written out.
var numerals = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "dozen": "12", "hundred": "100",
	"thousand": "1000", "million": "million", "billion": "billion", "trillion": "trillion",
	"first": "1th", "second": "2th", "third": "3th", "fourth": "4th", "fifth": "5th", "sixth": "6th",
	"seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "twice": "2x", "half": "half",
	"once": "1x", "double": "2x", "triple": "3x", "both": "both", "single": "1",
}

// turning words turn a story round or place it in time: both titles have them
// or neither does.
var turning = sync.OnceValue(func() map[string]bool {
	return set(`not no nor never without none nobody cannot cant dont doesnt didnt isnt wasnt wont
	deny refus reject fail un non anti ex former late acting deputy vice interim would-be
	may might could would will should must to ahead before after until since again more less than
	plan consider urg against if unless despite nearly almost alleg accus suspect`)
})

// sharp words tell one story from the next one like it; a title that has one
// is not close to one without.
var sharp = sync.OnceValue(func() map[string]bool {
	return set(`again another still also new old next last early late other same only first final
	north south east west northern southern eastern western upper lower inner outer left right
	male femal man woman boy girl father mother son daughter husband wife brother sister
	morning evening night noon monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december
	spring summer autumn winter week month year day quarter decade
	dead kill hurt injur wound missing arrest charg convict acquit releas jail free sentenc
	interview review analysis opinion editorial profil obituary correction update summary photo video`)
})

// opposites are words that name the two sides of one scale; a title with one
// is never close to a title with another of its line.
var opposites = sync.OnceValue(func() map[string][]int {
	return lines(`up down
	ris fall drop rose gain los climb slid plung surg jump sink advanc retreat rebound slump
	win los beat defeat draw ti
	open clos shut reopen
	start end stop halt begin finish resum suspend continu paus
	accept reject refus approv deny oppos veto
	rais cut lower lift hik trim
	increas decreas expand shrink widen narrow grow contract
	import export buyer seller buy sell
	arriv leav depart enter exit join quit return
	confirm deny admit
	high low record
	higher lower
	surplus deficit profit loss
	support oppos back
	pass fail
	kill injur wound hurt surviv
	arrest releas free jail
	male femal men women man woman boy girl
	north south east west
	monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december
	morning evening noon night
	spring summer autumn winter
	week month year day quarter decade hour minut
	strong weak easy hard hot cold warm cool fast slow larg small big littl rich poor
	attack defend invad withdraw
	ban allow permit legaliz
	hir fir appoint dismiss elect oust nam sack resign promot demot
	ally rival friend enemy
	guilty innocent convict acquit
	gold silver bronz
	heavy light early late young old
	president premier minister mayor governor king queen princ princess ambassador envoy senator
	father mother son daughter husband wif brother sister uncl aunt
	earthquak flood fir storm drought typhoon tornado landslid`)
})

// alikes are words that desks put for one another.
var alikes = sync.OnceValue(func() map[string][]int {
	return lines(`say tell announc stat
	vow pledg promis
	probe investigat inquiry investigation
	chief head leader
	talk meeting negotiation
	firm company
	worker employe staff
	cop polic
	build construct
	buy purchas acquir
	kid child children
	aid help assist
	blaz fir
	quak earthquak
	accord deal agreement pact
	demand call
	slam blast criticiz condemn
	nuke nuclear
	missil rocket
	ship vessel boat
	show display
	near close
	visit tour
	big larg major
	name appoint nam
	warn caution
	hail prais laud
	ex former
	fix repair mend
	film movi
	crash collision
	plane aircraft airplan
	rally protest demonstration
	launch start begin
	reveal disclos unveil
	mull consider weigh`)
})

// lines puts each word of a line into the group of that line. A word may be in
// several.
func lines(text string) map[string][]int {
	m := map[string][]int{}
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		for w := range strings.FieldsSeq(line) {
			m[w] = append(m[w], n)
			if s := stem(w); s != w {
				m[s] = append(m[s], n)
			}
		}
		n++
	}
	return m
}

func opposite(a, b string) bool { return a != b && meet(opposites()[a], opposites()[b]) }

func synonyms(a, b string) bool { return meet(alikes()[a], alikes()[b]) && !opposite(a, b) }

func meet(a, b []int) bool {
	return slices.ContainsFunc(a, func(n int) bool { return slices.Contains(b, n) })
}
