package term

import (
	"strings"
	"sync"
)

// irregular maps English words that do not show their stem to the word that they
// are forms of. Inflections and Uninflect share it.
var irregular = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for line := range strings.SplitSeq(irregularWords, "\n") {
		base, forms, _ := strings.Cut(strings.TrimSpace(line), " ")
		for f := range strings.FieldsSeq(forms) {
			words[f] = base
		}
	}
	return words
})

// mayBeIrregular has true at the shape of each of the words of irregular. Few other words
// have one of these shapes.
var mayBeIrregular = sync.OnceValue(func() *[1 << 12]bool {
	t := &[1 << 12]bool{}
	for word := range irregular() {
		t[shapeOf(word)] = true
	}
	return t
})

// shapeOf returns the first and the last letter of a word and its length, as five, five
// and two bits. The word must not be empty.
func shapeOf(word string) int {
	return int(word[0]&31)<<7 | int(word[len(word)-1]&31)<<2 | len(word)&3
}

const irregularWords = `arise arose arisen
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
child children
choose chose chosen
come came
creep crept
crisis crises
deal dealt
die dying
dig dug
do did done does
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
foot feet
forbid forbade forbidden
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone goes
grow grew grown
hang hung
have had has
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
lean leant
leave left
lend lent
life lives
light lit
lose lost
make made
man men
mean meant
meet met
mouse mice
overcome overcame
overthrow overthrew overthrown
overtake overtook overtaken
pay paid
person people
policeman policemen
prove proven
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
slay slew slain
sleep slept
slide slid
speak spoke spoken
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck stricken
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
thief thieves
tooth teeth
undergo underwent undergone
understand understood
undertake undertook undertaken
uphold upheld
wake woke woken
wear wore worn
weave wove woven
wife wives
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
woman women
congressman congressmen
chairman chairmen
spokesman spokesmen
spokeswoman spokeswomen
lawman lawmen
gunman gunmen
fireman firemen
fisherman fishermen
serviceman servicemen
businessman businessmen
write wrote written`
