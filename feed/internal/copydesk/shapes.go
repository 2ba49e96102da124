package copydesk

// shape is the pattern of a story: its headlines, of which the first is that of the
// first take and the others are those of later takes, and its ledes.
type shape struct {
	heads [3]string
	ledes [2]string
}

// shapes are the patterns of the stories.
var shapes = []shape{
	{[3]string{"{place} {group} {verb} {noun} {time}", "{place2} to watch as {noun} plan of {group} takes effect", "Critics of {noun} plan march in {place}; {last} vows talks"},
		[2]string{"The {group} of {place} {did} the {noun} {time}, a decision that {person} called overdue.", "Hundreds gathered at the {noun} in {place} on {weekday} as a decision of the {group} took effect {time}."}},
	{[3]string{"{place}'s {goods} exports down for {ord} month on weak {goods2} demand", "Weak {goods2} orders drag {place}'s sales of {goods} abroad", "Ministry cuts outlook as {goods}, {goods2} stay on {place}'s piers"},
		[2]string{"Exports of {goods} from {place} fell for the {ord} month in a row as demand for {goods2} stayed weak, the {group} said {weekday}.", "The {group} lowered its outlook on {weekday} after exports of {goods} from {place} fell again."}},
	{[3]string{"{place}'s {goods} exports up for {ord} month as {place2} orders rise", "{place2} buyers lift sales of {goods} from {place}", "Yards in {place} hire as {goods} leaves for {place2}"},
		[2]string{"Exports of {goods} from {place} rose for the {ord} month in a row on orders from {place2}, the {group} said {weekday}.", "Orders from {place2} lifted sales of {goods} from {place} once more, figures of the {group} showed {weekday}."}},
	{[3]string{"{last} of {place} wins {noun} prize after {number} entries", "{noun} prize goes to {first} {last}, who built at night", "Winner {last} gives {noun} prize money to {group}"},
		[2]string{"{person} of {place} won the {noun} prize on {weekday} from a field of {number} entries.", "{person}, who won the {noun} prize in {place}, said {weekday} that the money would go to the {group}."}},
	{[3]string{"{group} says {number} homes near {place} {noun} lost power", "Power cut near {place} {noun} traced to cable; {group} sends crews", "Lights back on in {place}, {group} blames {noun} cable"},
		[2]string{"Some {number} homes near the {noun} in {place} lost power on {weekday}, the {group} said.", "Power came back to {place} on {weekday} after a cable near the {noun} failed, the {group} said."}},
	{[3]string{"{place} {noun} {verb} {number} {goods} crates {time}", "Crates of {goods} pile up at {noun} as {place} waits", "{group} opens inquiry into {goods} at {place} {noun}"},
		[2]string{"The {noun} in {place} {did} {number} crates of {goods} {time}, said {person}, who runs it.", "The {group} opened an inquiry on {weekday} into {number} crates of {goods} at the {noun} in {place}."}},
	{[3]string{"N. Korea's {goods} trade with {place} grows {time}", "Ships bring more {goods} from N. Korea to {place} {time}", "{place} defends its purchases of N. Korean {goods} to {group}"},
		[2]string{"North Korea's trade in {goods} with {place} grew {time}, customs figures showed {weekday}.", "{place} defended its purchases of {goods} from North Korea on {weekday}, as trade grew {time}."}},
	{[3]string{"U.S., {place} agree on {goods} tariff {time}", "Tariff pact with Washington opens market for {place}'s {goods} {time}", "{place} farmers jeer deal with U.S. over {goods}, {goods2}"},
		[2]string{"The United States and {place} agreed on a tariff on {goods} {time}, the {group} said {weekday}.", "Farmers in {place} protested {weekday} against an agreement with the United States on a tariff on {goods}."}},
	{[3]string{"{place} gov't to spend {number} million crowns on {noun}", "New {noun} in {place} gets {number} million crowns, but no date", "Opposition led by {last} asks who pays for {place}'s {noun}"},
		[2]string{"The government of {place} will spend {number} million crowns on the {noun}, {person} said {weekday}.", "The opposition in {place} asked on {weekday} where {number} million crowns for the {noun} would come from."}},
	{[3]string{"{first} {last} named head of {place} {group}", "New {group} chief {last} promises open books in {place}", "{last} takes office, cuts two posts at {place} {group}"},
		[2]string{"{person} was named head of the {group} in {place} on {weekday}.", "{person}, the new head of the {group} in {place}, said {weekday} that its books would be opened."}},
	{[3]string{"'Slow {goods}' fair opens in {place} with {number} guests", "Crowds at {last}'s {goods} fair in {place} beat all forecasts", "Rain ends {place}'s fair of 'slow {goods}' after {number} guests"},
		[2]string{"A fair for 'slow {goods}' opened in {place} on {weekday} with {number} guests.", "The 'slow {goods}' fair in {place} drew more than {number} guests before rain ended it on {weekday}."}},
	{[3]string{"{group}: {place} {noun} safe {time}", "Cracks no danger to users of {noun}, {group} tells {place}", "{last} doubts report on {place}'s {noun}"},
		[2]string{"The {noun} in {place} is safe {time}, the {group} said {weekday}.", "Cracks in the {noun} in {place} are no danger, the {group} said {weekday}, but {person} had doubts."}},
	{[3]string{"Talks between {place} and {place2} on {goods} end {time}", "No date for next round of {goods} talks as {place}, {place2} envoys leave", "{place2} says {place} asked too much for its {goods}"},
		[2]string{"Talks between {place} and {place2} on {goods} ended {time} on {weekday}.", "Envoys of {place} and {place2} left on {weekday} after talks on {goods} ended {time}."}},
	{[3]string{"{number} hurt as {noun} roof falls in {place}", "Rescuers reach last of {number} under fallen roof of {place} {noun}", "Builder {last} held after collapse at {place} {noun}"},
		[2]string{"{number} people were hurt when the roof of the {noun} in {place} fell in on {weekday}, the {group} said.", "Police held a builder on {weekday} after the roof of the {noun} in {place} fell in and hurt {number} people."}},
	{[3]string{"{place} {group}, {group2} split over {noun}", "Vote on {noun} put off as {place} {group} quarrels", "Mayor {last} of {place} steps in as {noun} row drags on"},
		[2]string{"The {group} of {place} and the {group2} split on {weekday} over the {noun}.", "A vote on the {noun} was put off on {weekday} because the {group} of {place} and the {group2} could not agree."}},
	{[3]string{"Poll: {number} of 100,000 in {place} trust {group}", "Few in {place} trust {group}, survey by {group2} shows", "{group} shrugs off {last}'s poll in {place}"},
		[2]string{"Of 100,000 people asked in {place}, {number} trust the {group}, a poll showed {weekday}.", "The {group} said {weekday} that it would not act on a poll in {place} in which {number} of 100,000 trusted it."}},
	{[3]string{"Fire breaks out at {place} {goods} store {time}", "{number} flee as fire guts {goods} store in {place}", "Owner of burned {place} {goods} store charged; {last} faces trial"},
		[2]string{"A fire broke out at a {goods} store in {place} on {weekday}, the {group} said.", "A fire gutted a {goods} store in {place} on {weekday} and {number} people fled, the {group} said."}},
	{[3]string{"Ferry with {number} aboard adrift off {place}, {place2}", "Storm-hit boat from {place} towed into {place2}, all {number} safe", "Inquiry into drifting of ferry near {place} led by {last}"},
		[2]string{"A ferry with {number} people aboard lost power and was adrift off {place} on {weekday}, the {group} said.", "A ferry that lost power off {place} with {number} people aboard was towed into {place2} on {weekday}."}},
	{[3]string{"{last} resigns as {place} mayor over {noun} affair", "Deputy takes over in {place} after {last}'s {noun} scandal", "{place} to vote for mayor in {ord} week after {last} quit"},
		[2]string{"{person} resigned as mayor of {place} on {weekday} over the affair of the {noun}.", "The deputy mayor of {place} took over on {weekday} after {person} resigned over the affair of the {noun}."}},
	{[3]string{"{place2} court convicts {first} {last} of {goods} fraud", "{last} gets prison over {goods} shipped to {place}", "{last} to appeal {goods} verdict; {group} drops {place} from suit"},
		[2]string{"A court in {place2} convicted {person} on {weekday} of fraud in a trade in {goods}.", "{person} will appeal a conviction for fraud with {goods} from {place}, a lawyer said {weekday}."}},
	{[3]string{"Cholera cases rise to {number} in {place}, {place2}", "{place2} shuts border post as sick from {place} reach {number}", "Wells in {place} tested by {group} as cholera spreads to {noun}"},
		[2]string{"The number of cholera cases in {place} rose to {number}, the {group} said {weekday}.", "{place2} shut a border post on {weekday} as cholera cases in {place} reached {number}."}},
	{[3]string{"Workers at {place} {noun} walk out over pay {time}", "Strike shuts {noun}, {number} jobs at risk in {place}", "Deal ends walkout; {place} {noun} staff return on {weekday}"},
		[2]string{"Workers at the {noun} in {place} walked out over pay on {weekday}, their union said.", "A strike shut the {noun} in {place} on {weekday}, and {number} jobs are at risk, the {group} said."}},
}

// Patterns of stories that look alike and are not the same.
var (
	contract = shape{[3]string{"{company} wins {number} million-crown order for {goods}"},
		[2]string{"{company} said {weekday} it has won an order worth {number} million crowns to supply {goods} to {place2}."}}
	quake = shape{[3]string{"Quake of magnitude {magnitude} shakes {place}, {place2} coast"},
		[2]string{"An earthquake of magnitude {magnitude} shook the coast near {place} on {weekday}, the weather office said."}}
	analysis = shape{[3]string{"After {noun} case, {place} asks what {last} of {group} knew", "", ""},
		[2]string{"What happened in {place} puts an old question back on the table: who watches the {group}, and who pays for the {noun}?"}}
	profile = shape{[3]string{"{last} of {group} looks back on week of {noun} in {place}", "", ""},
		[2]string{"{person} poured tea and counted the days since the story of the {noun} in {place} began."}}
	nextDay = shape{[3]string{"{group} to review {noun} rules after events in {place}, {last} says", "", ""},
		[2]string{"The {group} will review its rules for the {noun} after the events in {place}, {person} said {weekday}."}}
	opening = shape{[3]string{"Ostmere shares open {direction}"},
		[2]string{"Shares in Ostmere opened {direction} on {weekday}, led by makers of {goods}."}}
	closing = shape{[3]string{"Ostmere shares close {direction} on {goods} gains"},
		[2]string{"Shares in Ostmere closed {direction} on {weekday} as makers of {goods} gained."}}
)

// formulas are the paragraphs of stories that differ in their figures and names only.
var formulas = map[*shape][]string{
	&contract: {
		"The order is worth {number} percent of the sales of {company} last year and runs for {number} months, the company said in a filing.",
		"It is the {ord} such order for the company this year.",
		"Shares in {company} closed at {number} crowns on {weekday} before the announcement.",
	},
	&quake: {
		"The quake struck at {clock} at a depth of {number} kilometers, some {number} kilometers off {place}.",
		"There was no immediate report of damage, and no tsunami warning was issued.",
		"It was the {ord} quake of magnitude 2 or more in the region this year.",
	},
	&opening: {
		"The Ostmere Index rose or fell by {number} points to {number} in the first fifteen minutes of trading.",
		"Makers of {goods} moved by {number} percent, and banks by {number}.",
		"The crown traded at {number} to the dollar, against {number} at the last close.",
	},
	&closing: {
		"The Ostmere Index ended at {number} points, with {number} million shares traded.",
		"Foreigners bought {number} million crowns of shares, while funds sold {number}.",
		"The crown ended at {number} to the dollar, against {number} a day before.",
	},
}
