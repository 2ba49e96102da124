package takes

// correction holds for a correction and the story that it corrects.
func (c *pairing) correction() (Why, uint8) {
	a, b := c.a, c.b
	if b.Corrects() {
		a, b = b, a
	}
	if !c.corrects() || c.days > CorrectionDays || elsewhere(a, b) {
		return "", 0
	}
	c.shares = measure(a, b)
	if c.title < 0.8 || c.names < 0.5 || lacks(a, b) && lacks(b, a) {
		return "", 0
	}
	if (c.body >= 0.2 || c.lede >= 0.2) && (c.figures >= 0.5 || namesOld(a, b)) {
		return Correction, sure
	}
	return "", 0
}

// corrects reports whether one of the stories is a correction, and is not of an earlier day than
// the other, which is none.
func (c *pairing) corrects() bool {
	a, b := c.a, c.b
	if b.Corrects() {
		a, b = b, a
	}
	return a.Corrects() && !b.Corrects() && a.Day() >= b.Day()
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
