package prompt

import "slices"

// History is the earlier texts of a line, the latest first, and the one that is
// recalled.
type History struct {
	texts []string
	at    int    // the index of the text in the line, counted from 1; 0 for typed text
	draft string // the typed text, while an earlier one is in the line
}

// NewHistory returns a history of texts, the latest first.
func NewHistory(texts []string) History { return History{texts: texts} }

// maxRemembered is how many texts Remember keeps.
const maxRemembered = 50

// Remember returns texts, the latest first, with text as the latest.
func Remember(texts []string, text string) []string {
	texts = slices.DeleteFunc(slices.Clone(texts), func(t string) bool { return t == text })
	texts = slices.Insert(texts, 0, text)
	return texts[:min(len(texts), maxRemembered)]
}

// Step puts the text that is n steps older into p, or for a negative n the newer one;
// the newest is the text that was typed. Beyond either end it does nothing and returns
// false.
func (h *History) Step(p *Prompt, n int) bool {
	at := h.at + n
	if at < 0 || at > len(h.texts) {
		return false
	}
	if h.at == 0 {
		h.draft = p.Text()
	}
	h.at = at
	if at == 0 {
		p.Set(h.draft)
	} else {
		p.Set(h.texts[at-1])
	}
	return true
}

// Typed says that the text in the line was typed.
func (h *History) Typed() { h.at = 0 }

// Completion goes through the completions of a text.
type Completion struct{ left []string }

// Step replaces the text of p by the first of its completions, and with the same
// completions again by the next one. It reports whether the text has changed. The
// function list returns the completions of a text.
func (c *Completion) Step(p *Prompt, list func(text string) []string) bool {
	if len(c.left) == 0 {
		c.left = list(p.Text())
	}
	if len(c.left) == 0 {
		return false
	}
	next := c.left[0]
	c.left = append(c.left[1:], next)
	if len(c.left) == 1 {
		c.left = nil // the next step goes on from here
	}
	changed := next != p.Text()
	p.Set(next)
	return changed
}

// End says that the text will change in another way.
func (c *Completion) End() { c.left = nil }
