package takes

import "slices"

// Why says in a word why two stories are takes of one.
type Why string

// The reasons, those of identity first.
const (
	Copy       Why = "copy"          // the same text
	Number     Why = "same number"   // the same serial
	Slug       Why = "same slug"     // the same slug
	Headline   Why = "same headline" // the same headline, but for figures
	Correction Why = "correction"    // one corrects the other
	Flash      Why = "flash"         // one is a flash, and the other has its words
	Recast     Why = "recast"        // a note says that the headline changed
	Text       Why = "text"          // much of the text is the same

	UID  Why = "same identifier" // the same identifier
	URL  Why = "same address"    // the same address
	Made Why = "version"         // one was made from the other

	Kill Why = "kill" // a kill of the others; Compare does not return it

	// What a reader says. Compare never returns these.
	Joined Why = "joined" // they are takes of one story, whatever they say
	Cut    Why = "cut"    // they are not, nor are stories that they belong to
)

// The weights of reasons that are sure, whatever the texts share. Groups are not cut at
// them.
const (
	certain = 250
	sure    = 200
)

// Days is the most days between two takes that are compared, unless their names say that they
// are one.
const Days = 2

// IsName reports whether w says that the stories have the same text or name, which any number of
// others may have as well.
func (w Why) IsName() bool { return w == Copy || w == UID || w == URL || w == Made }

// CorrectionDays is the most days between a correction and the story that it corrects.
const CorrectionDays = 31

// Compare returns why a and b are takes of one story, and how sure that is. Why is empty if
// they are not. Compare(b, a) is the same.
func Compare(a, b *Print) (why Why, weight uint8) {
	if a.alone() || b.alone() {
		return "", 0
	}
	c := pairing{a: a, b: b, days: daysBetween(a, b)}
	if why := c.named(); why != "" {
		return why, certain
	}
	if c.days > Days {
		return c.correction()
	}
	if c.isCopy() {
		return Copy, certain
	}
	if !c.sameGenre() {
		return "", 0
	}
	if a.serial != 0 && b.serial != 0 && c.days == 0 {
		return c.serial()
	}
	if a.slug != 0 && a.slug == b.slug {
		c.shares = measure(a, b)
		return c.slug()
	}
	if a.slug != 0 && b.slug != 0 || elsewhere(a, b) && !c.atScene() || c.atOtherStages() {
		return "", 0
	}
	return c.texts()
}

// texts decides by the texts of the stories.
func (c *pairing) texts() (why Why, weight uint8) {
	c.shares = measureTexts(c.a, c.b)
	if c.unlike() && !c.a.Corrects() && !c.b.Corrects() {
		return "", 0
	}
	return c.byRules()
}

// byRules decides by the rules about texts. It has its own copy of c, which is put on the
// heap: most pairs do not come here.
func (c pairing) byRules() (why Why, weight uint8) {
	c.measureFacts(c.a, c.b)
	if c.apart() {
		return "", 0
	}
	for _, rule := range rules {
		if rule.holds(&c) {
			if c.corrects() {
				return Correction, c.weight()
			}
			return rule.why, c.weight()
		}
	}
	return c.correction()
}

// pairing is two stories that are compared.
type pairing struct {
	a, b *Print
	days int64
	shares
}

// daysBetween returns the days between two stories. If the years of both are not known, they
// are not of one day.
func daysBetween(a, b *Print) int64 {
	if a.undated() && b.undated() {
		return 1
	}
	return max(a.Day()-b.Day(), b.Day()-a.Day())
}

// minCopy is the number of tokens of a text that is not sent on two days by chance.
const minCopy = 20

// isCopy reports whether the stories have the same text.
func (c *pairing) isCopy() bool {
	return c.a.copied == c.b.copied && c.a.size == c.b.size && (c.days == 0 || c.a.size >= minCopy)
}

// sameGenre reports whether the stories are of one genre. A correction may be of any.
func (c *pairing) sameGenre() bool {
	return c.a.genre() == c.b.genre() || c.a.Corrects() || c.b.Corrects()
}

// genre returns the kind of p, the same for all takes of news.
func (p *Print) genre() uint8 {
	switch k := kinds[p.kind]; k {
	case "urgent", "lead":
		return 0
	}
	return p.kind
}

// serial decides about stories of one day that both have a serial.
func (c *pairing) serial() (Why, uint8) {
	if c.a.serial == c.b.serial {
		return Number, certain
	}
	return "", 0
}

// slug decides about stories with the same slug. Those of one day are takes, unless both
// are first ones, or nothing in their texts is the same; those of two days are takes if both have tags.
func (c *pairing) slug() (Why, uint8) {
	tags := c.a.flags & c.b.flags
	switch {
	case (c.a.flags ^ c.b.flags).has(tabular), c.body < 0.2 && c.lede < 0.15 && c.figures < 0.5:
		return "", 0
	case c.days == 0 && (c.successive() || c.key || c.body >= 0.45), c.days == 1 && tags.has(tagged) && c.successive():
		return Slug, certain
	}
	return c.correction()
}

// apart reports whether something in the texts says that the stories are two.
func (c *pairing) apart() bool {
	a, b := c.a, c.b
	if opposed(a.sides, b.sides) && c.body < 0.6 && (c.lede < 0.3 || !c.successive()) {
		return true
	}
	return lacks(a, b) && lacks(b, a)
}

// atOtherStages reports whether the stories report on different stages of a day.
func (c *pairing) atOtherStages() bool {
	a, b := c.a.stages, c.b.stages
	return a != 0 && b != 0 && a&b == 0
}

// elsewhere reports whether the places of both stories are known and are not the same.
func elsewhere(a, b *Print) bool {
	return len(a.places) > 0 && len(b.places) > 0 &&
		!slices.ContainsFunc(a.places, func(p uint32) bool { return slices.Contains(b.places, p) })
}

// evens has the bits of the first sides of all scales.
const evens = 0x5555555555555555

// opposed reports whether a and b are on the two sides of a scale.
func opposed(a, b uint64) bool {
	first := a & evens & (b >> 1 & evens) &^ (a >> 1) &^ b
	second := b & evens & (a >> 1 & evens) &^ (b >> 1) &^ a
	return first|second != 0
}

// weight returns the weight of the pair if a rule about texts holds.
func (c *pairing) weight() uint8 {
	w := 60*c.title + 60*c.body + 40*c.lede + 20*c.names + 15*c.figures
	return uint8(min(max(w, 1), sure-1))
}
