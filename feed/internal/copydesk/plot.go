package copydesk

// A story is known by a number: that of the first file of its group of ten, and which
// story of the group it is.

// shapeOf returns the shape of a story.
func shapeOf(story int) *shape {
	n, g := story%perGroup, kindOf(story)
	switch slot := story - n + storyAt[n]; {
	case slot%perDay == openingAt:
		return &opening
	case slot%perDay == closingAt:
		return &closing
	case g == formula && n >= 2 && n <= 4:
		return &contract
	case g == like && (n == 2 || n == 4):
		return &quake
	case origin(story) == story:
		return &shapes[newDice(story, 16).n(len(shapes))]
	case n == 3:
		return &analysis
	case n == 5:
		return &profile
	}
	return &nextDay
}

// storyAt has the place in its group of ten of the first file of each story.
var storyAt = [...]int{0, 4, 6, 7, 8, 9}

// origin returns the story that a story goes back to: every second analysis and interview
// of a group is about its first story. It is story itself for most.
func origin(story int) int {
	n := story % perGroup
	switch {
	case kindOf(story) == formula:
		return story
	case (n == 3 || n == 5) && newDice(story, 17).n(2) == 0:
		return story - n
	case n == 2 && story >= perDay && kindOf(story) == followed && !recurs(story-n+storyAt[n]):
		return story - n - perDay
	}
	return story
}

// neighbor returns the place of the earthquake that a story shares a day with, or "".
func neighbor(story int) string {
	if story%perGroup == 4 && kindOf(story) == like {
		return castIn(story-2, day(story)).places[0]
	}
	return ""
}

// rises reports whether the figures of a story rise from take to take.
func rises(story int) bool { return newDice(story, 18).n(2) == 0 }

// recastAt returns the take from which the headline of a story is another one, and
// whether there is one.
func recastAt(story int) (int, bool) {
	d := newDice(story, 19)
	if d.n(100) >= recast {
		return 0, false
	}
	return 1 + d.n(3), true
}

// recast is the share of stories that get another headline, in percent.
const recast = 40

// stage returns which headline of its shape a take has.
func stage(r role) int {
	at, ok := recastAt(r.story)
	s := shapeOf(r.story)
	switch {
	case !ok || r.text < at || s.heads[1] == "":
		return 0
	case r.text > at+1 && s.heads[2] != "":
		return 2
	}
	return 1
}
