package copydesk

import "strings"

// A sentence has an opening or none, a clause and an ending or none. Stories of one
// archive share few runs of words, as real ones do.
var openings = []string{
	"In {place}, ", "By noon ", "For {first}, ", "Since the {ord} of the month ", "Near the {noun} ", "On the way to {place} ", "Unlike {place}, ",
	"With {number} crowns at stake, ", "As rain fell, ", "Asked about {goods}, ", "Late on {weekday} ", "Despite the cold ", "Before the vote ",
	"At a meeting in {place} ", "Under the plan, ", "According to a clerk, ", "Weeks earlier ", "To the surprise of the {group}, ", "In a letter to {last}, ",
	"After {number} hours ", "Away from the cameras ", "In a report of {number} pages, ",
	"Once the {noun} was dry, ", "On orders from {place} ", "In the {ord} hour ", "Beyond {place} ", "With {goods} short, ", "Two streets from the {noun} ",
	"At {number} crowns a head, ", "While {last} slept, ", "Under a tent in {place} ", "Against the advice of {first} ",
}

var clauses = []string{
	"the {group} in {place} kept the {noun} open", "{number} workers checked the {goods} store", "residents asked for a new {noun}",
	"{person} counted {number} crates twice", "{last} told reporters to wait", "prices of {goods} rose by {number} crowns a ton",
	"trucks carrying {goods} turned back at {place}", "engineers lowered {number} sensors into the {noun}", "the {group} declined to name a date",
	"shops near the {noun} closed early", "a vote on {goods} was expected", "nobody in {place} had heard the alarm", "{person} drove {number} kilometers to {place}",
	"the cost was put at {number} million crowns", "{place} agreed to pay the smaller part", "the clerk of {last} found {number} faults",
	"officials from {place} met the {group}", "{number} people signed a petition", "the {noun} had served {place} for {number} years",
	"police took {number} boxes of papers away", "a hearing was set for {weekday}", "{last} would not say whether {first} resigned",
	"the {group} asked for {number} more inspectors", "schools in {place} stayed shut", "a bank lent {number} million crowns against {goods}",
	"two judges read the file on the {noun}", "the ship from {place} unloaded {goods}", "fishers mended nets beside the {noun}",
	"{person} won {number} votes in {place}", "the pumps at the {noun} failed {time}", "a doctor treated {number} people for cold",
	"the line to {place} was cut {time}", "insurers refused to pay for {goods}", "the minister flew home from {place}",
	"radio stations read the names of {number} families", "the price of a ticket to {place} doubled", "children planted {number} trees by the {noun}",
	"the old {noun} was sold to {last}", "the {group} and {last} shook hands", "no one from {place} was on the list",
	"a tug brought {goods} for {number} households", "the tower beside the {noun} leaned", "{last} blamed the makers of {goods}",
	"lawyers for {last} left without a word", "a second team arrived from {place}", "the {group} printed {number} leaflets",
	"{goods} lay in heaps along the {noun}", "a boy of {number} raised the alarm in {place}", "the mayor of {place} lost {number} pounds of mail",
	"tenants counted cracks in the {noun}", "{person} kept the keys to the {noun}", "a bell in {place} rang for {number} minutes",
	"the {group} moved its desk to {place}", "wages at the {noun} lag behind those in {place}", "{last} sold {number} shares",
	"two ferries passed {place} in fog", "the budget for the {noun} shrank by {number} crowns", "a jury in {place} heard {last}",
	"snow closed the pass above {place}", "{number} letters reached the {group}", "nurses from {place} worked double shifts",
	"the {goods} of {last} won a ribbon", "a fence now rings the {noun}", "the {group} lost its only boat", "students painted the {noun} {time}",
	"{person} played the organ in {place}", "customs men weighed {number} sacks of {goods}", "a dog found {last} beside the {noun}",
	"the road from {place} sank {number} centimeters", "the {group} doubled its fines", "{place} lent its crane to {last}",
	"fog hid the {noun} from {place}", "bakers in {place} ran out of {goods}", "an auditor of the {group} asked for {number} receipts",
	"the roof of the {noun} leaks", "a choir of {number} sang for {last}", "the {noun} will change hands {time}", "{person} wrote a song about {goods}",
	"voters in {place} waited {number} minutes", "the {group} keeps two sets of books", "a gale tore {number} tiles off the {noun}",
}

var endings = []string{
	" {time}", ", said {person}, who speaks for the {group}", ", the {group} said", ", and {last} agreed", " on {weekday}", ", as in {place} a year ago",
	", the {ord} time this year", " while {place} looked on", ", a figure that {last} disputes", " without a word to {place}", " for less than {number} crowns",
	", records of the {group} show", ", according to {person}", " in front of {number} people", ", though {goods} was scarce", " because of the {noun}",
	", neighbors of {last} said", " at the request of {place}", " until {weekday}", ", which the {group} denies",
	", to the relief of {place}", " and {number} times since", ", {last} wrote in a letter", " before {person} woke", ", as {place} had feared", " after {number} years of delay",
	", the clerk of the {group} noted", " in spite of {last}", ", said a neighbor from {place}", " as {goods} grew dear", ", {number} fewer than in spring", " at the gate of the {noun}",
}

// quotes are what people say.
var quotes = []string{
	"\"We counted {number} crates twice and the figure stands,\" said {person}, who speaks for the {group}.",
	"\"Nobody here sells {goods} for less,\" {last} told reporters at the {noun}.",
	"\"I heard it from {place} before I heard it from the {group},\" said {person}.",
	"\"If the {noun} closes, {number} of us go with it,\" {person} said.",
	"\"Ask me again on {weekday},\" said {last}.",
	"\"There is {goods} enough for {number} winters,\" said {person} of {place}.",
	"\"Let them come to {place} and look,\" said {last}.", "\"I have {number} reasons to stay,\" {person} told the {group}.",
	"\"They took the {goods} and left the bill,\" said {person}.", "\"A {noun} without {goods} is a wall,\" {last} said.",
	"\"Who counts on the {group} counts twice,\" said {person}, {number}.", "\"It was dark, and {first} was at the {noun},\" {last} recalled.",
	"\"My father built the {noun}, and {first} shall have it,\" {last} said.",
}

// sentence returns a sentence with the people and places of a story.
func (c *cast) sentence(d *dice) string {
	if d.n(10) == 0 {
		return c.tell(d, pick(d, quotes))
	}
	s := pick(d, clauses)
	if d.n(5) < 2 {
		s = pick(d, openings) + s
	}
	if d.n(5) < 4 {
		s += pick(d, endings)
	}
	s = c.tell(d, s) + "."
	return strings.ToUpper(s[:1]) + s[1:]
}
