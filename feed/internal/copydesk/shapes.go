package copydesk

// shapes are the patterns of headlines.
var shapes = []string{
	"{place} {group} {verb} {noun} {time}",
	"{place}'s {goods} exports down for {ord} month on weak {goods} demand",
	"{place}'s {goods} exports up for {ord} month as {place} orders rise",
	"{last} of {place} wins {noun} prize after {number} entries",
	"{group} says {number} homes near {place} {noun} lost power",
	"{place} {noun} {verb} {number} {goods} crates {time}",
	"N. Korea's {goods} trade with {place} grows {time}",
	"U.S., {place} agree on {goods} tariff {time}",
	"{place} gov't to spend {number} million crowns on {noun}",
	"{first} {last} named head of {place} {group}",
	"'Slow {goods}' fair opens in {place} with {number} guests",
	"{group}: {place} {noun} safe {time}",
	"Talks between {place} and {place} on {goods} end {time}",
	"{number} hurt as {noun} roof falls in {place}",
	"{place} {group}, {group} split over {noun}",
	"Poll: {number} of 100,000 in {place} trust {group}",
}

// sentences are the patterns of sentences in the body.
var sentences = []string{
	"The {group} in {place} said the {noun} would stay open while {number} workers check the {goods} store.",
	"\"We counted {number} crates twice and the figure stands,\" said {first} {last}, who speaks for the {group}.",
	"Residents of {place} have asked for a new {noun} since the old one was shut {time}.",
	"According to {first} {last}, a clerk of the {group}, {number} people signed the petition within a week.",
	"The cost is put at {number} million crowns, of which {place} will pay the smaller part.",
	"Prices of {goods} rose by {number} crowns a ton in {place}, while {goods} held steady.",
	"The plan goes to the {group} next month, and a vote is expected {time}.",
	"{first} {last}, {number} kilometers away in {place}, heard the news on the radio and drove to the {noun}.",
	"No one was hurt, the {group} added, and the {noun} was cleared {time}.",
	"It was the {ord} such case this year, after {place} and {place} reported the same.",
	"\"Nobody here sells {goods} for less,\" {last} told reporters at the {noun}.",
	"Officials from {place} will meet the {group} on Thursday to settle who owns the {noun}.",
	"A report by the {group} found {number} faults in the {noun}, {number} of them serious.",
	"The {noun} was built by {first} {last}'s grandfather and has served {place} ever since.",
	"Trucks carrying {goods} were turned back at {place} and waited there {time}.",
	"Engineers lowered {number} sensors into the {noun} and read them every hour.",
	"The {group} declined to say whether {last} would resign.",
	"In {place}, where trade in {goods} feeds most families, shops closed early as word spread.",
}
