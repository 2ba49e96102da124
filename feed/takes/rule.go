package takes

// rule is a rule about the texts of two stories that nothing tells apart.
type rule struct {
	why   Why
	holds func(c *pairing) bool
}

// rules are tried in this order.
var rules = []rule{
	{Headline, (*pairing).sameHeadline},
	{Flash, (*pairing).flash},
	{Recast, (*pairing).recast},
	{Text, (*pairing).sameText},
}

// taken reports whether the stories are different takes, at least one with a tag.
func (c *pairing) taken() bool {
	return (c.a.flags | c.b.flags).has(tagged) && c.a.take != c.b.take
}

// sameHeadline holds for stories with the same headline, but for its figures.
func (c *pairing) sameHeadline() bool {
	switch {
	case !c.key:
		return false
	case (c.a.flags | c.b.flags).has(tabular):
		return c.body >= 0.85 && c.figures >= 0.9
	case c.taken():
		return c.days == 0 || c.body >= 0.2 || c.lede >= 0.2
	case c.days == 0:
		return c.body >= 0.12 && c.figures >= 0.35
	}
	return c.body >= 0.5 && c.figures >= 0.5
}

// flash holds for a flash and its story.
func (c *pairing) flash() bool {
	f, of := c.a, c.b
	if f.size > of.size {
		f, of = of, f
	}
	if !f.isFlash() || c.days > 0 || c.title < 0.4 || c.head < 1 {
		return false
	}
	return f.titleIn(of) >= 0.7
}

// titleIn returns the share of the title of p that is in the title and the lede of of, by
// weight.
func (p *Print) titleIn(of *Print) float64 {
	const low = 1<<weightBits - 1
	var all, in float64
	for _, w := range p.title {
		all += float64(w & low)
		if has(of.title, weightBits, w>>weightBits) || has(of.words, 0, w>>weightBits) {
			in += float64(w & low)
		}
	}
	if all == 0 {
		return 0
	}
	return in / all
}

// has reports whether a sorted list has a value but for its lowest bits.
func has(list []uint32, bits int, value uint32) bool {
	for _, v := range list {
		if v>>bits == value {
			return true
		}
	}
	return false
}

// agree reports whether names and figures do not tell the stories apart.
func (c *pairing) agree() bool {
	least := 0.5
	if (c.a.flags | c.b.flags).has(tagged) {
		least = 0.34
	}
	return c.names >= least && c.figures >= 0.5
}

// recast holds for takes whose note says that the headline changed.
func (c *pairing) recast() bool {
	return (c.a.flags | c.b.flags).has(recast) && c.taken() && (c.body >= 0.15 || c.lede >= 0.3) && c.agree()
}

// sameText holds for stories that share much of their texts.
func (c *pairing) sameText() bool {
	if !c.agree() {
		return false
	}
	tag := (c.a.flags | c.b.flags).has(tagged)
	switch {
	case c.body >= 0.45:
		return c.title >= 0.3 || c.lede >= 0.5 || tag
	case c.title >= 0.45:
		return (c.body >= 0.12 || c.lede >= 0.12) && c.figures >= 0.99 || tag && c.title >= 0.6 && c.body >= 0.08
	}
	return false
}

// correction holds for a correction and the story that it corrects.
func (c *pairing) correction() (Why, uint8) {
	a, b := c.a, c.b
	if b.Corrects() && !a.Corrects() {
		a, b = b, a
	}
	if !a.Corrects() || b.Corrects() || c.days > CorrectionDays || a.Day() < b.Day() || len(a.places) > 0 && len(b.places) > 0 && !meets(a.places, b.places) {
		return "", 0
	}
	c.shares = measure(a, b)
	if c.title >= 0.8 && (c.body >= 0.2 || c.lede >= 0.2 || namesOld(a, b)) {
		return Correction, sure
	}
	return "", 0
}

// namesOld reports whether the note of the correction c names a figure that p has and c
// has not.
func namesOld(c, p *Print) bool {
	for _, n := range c.noted {
		if has(p.figures, 1, n) && !has(c.figures, 1, n) {
			return true
		}
	}
	return false
}
