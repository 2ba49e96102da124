package copydesk

import (
	"strconv"
	"strings"
)

// writeBody writes the paragraphs of file i, a line each.
func writeBody(b *strings.Builder, i int) {
	for _, p := range paragraphs(i) {
		b.WriteString(p)
		b.WriteByte('\n')
	}
}

// paragraphs returns the paragraphs of file i. Takes of a story share most of them.
func paragraphs(i int) []string {
	switch f := formOf(i); f {
	case Kill:
		return withdrawal(i)
	case Series:
		return digest(i)
	}
	r, c := roleOf(i), castOf(i)
	s := shapeOf(r.story)
	out := []string{lede(i)}
	if list := formulas[s]; list != nil {
		d := newDice(r.story, 20)
		for _, p := range list {
			out = append(out, c.tell(d, p))
		}
		return out
	}
	if r.level == 0 {
		return out[:1]
	}
	return append(append(out, figures(c)), rest(c, r)...)
}

// lede returns the first paragraph of file i.
func lede(i int) string {
	r := roleOf(i)
	s := shapeOf(r.story)
	if stage(r) > 0 {
		return castOf(i).head(s.ledes[1])
	}
	return castOf(i).head(s.ledes[0])
}

// totals are sentences with the figure of a story.
var totals = []string{
	"The figure was put at {number} by {person}, who speaks for the {group}.", "{place} had counted {number} by evening.",
	"It was {number} at last count, the {group} of {place} said.", "{last} gave the number as {number} and said it may change.",
	"A list that hung at the {noun} had {number} lines.", "Clerks in {place} wrote down {number} and signed the page.",
}

// figures returns the paragraph with the figure of the story.
func figures(c *cast) string {
	d := newDice(c.story, 22)
	return c.head(pick(d, totals)) + " " + c.sentence(d)
}

// rest returns the paragraphs below the figure: some of the first take, of which later
// takes drop some and edit others, and new ones, every second near the top.
func rest(c *cast, r role) []string {
	var out []string
	if from := origin(r.story); from != r.story {
		out = append(out, paragraph(c, from, 0, 0))
	}
	first := 6 + newDice(r.story, 20).n(6)
	for j := range first + 2*(r.level-1) {
		d := newDice(r.story, 3000+j)
		if r.level > 1 && j < first && d.n(100) < 15 {
			continue
		}
		edit := 0
		for level := 2; level <= r.level; level++ {
			if d.n(4) == 0 {
				edit = level
			}
		}
		p := paragraph(c, r.story, j, edit)
		if j >= first && j%2 == 0 {
			out = append([]string{p}, out...)
			continue
		}
		out = append(out, p)
	}
	return out
}

// paragraph returns paragraph j of a story, with another last sentence for each edit.
func paragraph(c *cast, story, j, edit int) string {
	d := newDice(story, 1000+j)
	var sentences []string
	for range 1 + d.n(2) {
		sentences = append(sentences, c.sentence(d))
	}
	if edit > 0 {
		d = newDice(story, 5000+j*16+edit)
	}
	return strings.Join(append(sentences, c.sentence(d)), " ")
}

// withdrawal returns the paragraphs of a kill.
func withdrawal(i int) []string {
	c := castOf(i)
	reason := c.head("The {group} says that {person} never spoke of the {noun}.")
	if killsInWords(i) {
		return []string{"EDITORS: Please kill the story headlined '" + Title(i) + "', " + strings.ToUpper(place(i)) + ", sent " + monthDay(i) + ". " + reason +
			" A kill is mandatory. No story will be sent instead."}
	}
	return []string{"Editors are asked to withdraw the story \"" + Title(i) + "\" that was sent on " + day(i).Format("Monday") + ".", reason}
}

// digest returns the paragraphs of a summary: ledes of stories of the last hours.
func digest(i int) []string {
	out := []string{"These are the stories of the last " + strconv.Itoa(perGroup) + " hours:"}
	for j := i - 2; j >= 0 && j > i-30 && len(out) < 6; j -= 5 {
		if f := formOf(j); f != Kill && f != Series && f != Agate {
			out = append(out, lede(j))
		}
	}
	return out
}
