package copydesk

import "strings"

// dice is a random source (splitmix64) that is the same on every machine.
type dice struct{ state uint64 }

// newDice returns the dice of file i for one purpose, such as its headline.
func newDice(i, purpose int) *dice {
	d := &dice{uint64(i)*0x9e3779b97f4a7c15 ^ uint64(purpose)*0xd1b54a32d192ed03}
	d.next()
	return d
}

// next returns the next random number.
func (d *dice) next() uint64 {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// n returns a number from 0 to limit-1.
func (d *dice) n(limit int) int { return int(d.next() % uint64(limit)) }

// pick returns an element of list.
func pick(d *dice, list []string) string { return list[d.n(len(list))] }

// fill replaces each {slot} in s with a word of its list.
func (d *dice) fill(s string) string { return fill(s, d.word) }

// fill replaces each {slot} in s with what word returns for it.
func fill(s string, word func(slot string) string) string {
	var b strings.Builder
	b.Grow(len(s) * 2)
	for {
		before, rest, ok := strings.Cut(s, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		slot, after, _ := strings.Cut(rest, "}")
		b.WriteString(word(slot))
		s = after
	}
}

// word returns a word for a slot.
func (d *dice) word(slot string) string {
	switch slot {
	case "number":
		return numbers[d.n(len(numbers))]
	case "mail":
		return strings.ToLower(pick(d, firsts)[:1] + "." + pick(d, lasts))
	}
	return pick(d, slots[slot])
}
