package copydesk

import "strings"

// role is the part of a file in its story.
type role struct {
	story int    // see GroupOf
	text  int    // the take whose text it has, from 0: usually its own number
	level int    // how much of the story it has; 0 is the lede
	tag   string // as in its headline, without brackets
}

// part is a role in a group of ten files.
type part struct {
	story, take int
	tag         string
}

// parts are the usual roles.
var parts = [perGroup]part{
	{0, 0, "URGENT"}, {0, 1, ""}, {0, 2, "LEAD"}, {0, 3, "2nd LD"},
	{1, 0, ""}, {1, 1, "LEAD"},
	{2, 0, ""}, {3, 0, "News Focus"}, {4, 0, ""}, {5, 0, "Interview"},
}

// kind is what is special about a group of ten files.
type kind int

const (
	usual    kind = iota
	serial        // numbered, without an urgent
	prefixed      // takes have prefixes: UPDATE 1-
	cycle         // the first story is in ANPA envelopes, and its slug names it
	untagged      // the second story has no tags
	formula       // contracts of three companies
	like          // two earthquakes
	followed      // the third story goes on with one of the day before
)

// kinds lists the kinds with their shares in percent; the rest is usual.
var kinds = []struct {
	kind    kind
	percent int
}{{prefixed, 10}, {cycle, 6}, {untagged, 10}, {formula, 7}, {like, 7}, {followed, 15}}

// kindOf returns the kind of the group that file i or story i is in.
func kindOf(i int) kind {
	if isSerial(i) {
		return serial
	}
	n := newDice(i/perGroup, 11).n(100)
	for _, k := range kinds {
		if n -= k.percent; n < 0 {
			return k.kind
		}
	}
	return usual
}

// roleOf returns the role of file i.
func roleOf(i int) role {
	k := i % perGroup
	first := i - k
	if tag := amends(i); tag != "" {
		return role{first + parts[k-1].story, 0, 1, tag}
	}
	if r, ok := overnight(i); ok {
		return r
	}
	r := role{first + parts[k].story, parts[k].take, 1 + parts[k].take, parts[k].tag}
	r.tag = retag(i, kindOf(i), r.tag)
	switch {
	case k == 3 && strings.HasSuffix(r.tag, "UPDATE 2"):
		r.text, r.level = 2, 3
	case k < 4 && hasUrgent(kindOf(i)):
		r.level = r.text
	}
	return r
}

// hasUrgent reports whether the first story of a group of kind g begins with an urgent.
func hasUrgent(g kind) bool { return g != serial && g != prefixed }

// retag returns the tag of file i in a group of kind g.
func retag(i int, g kind, tag string) string {
	switch k := i % perGroup; {
	case g == serial && k < 4:
		return [...]string{"", "LEAD", "2nd LD", "3rd LD"}[k]
	case g == prefixed && k < 6:
		return [...]string{"", "UPDATE 1", "UPDATE 2", repeats[newDice(i, 12).n(len(repeats))], "", "UPDATE 1"}[k]
	case g == untagged && parts[k].story == 1, g == formula && k == 7:
		return ""
	}
	return tag
}

// repeats are the last tags of takes with prefixes.
var repeats = []string{"UPDATE 3", "RPT-UPDATE 2", "CORRECTED-UPDATE 2", "UPDATE 3", "REFILE-UPDATE 2"}

// amends returns the tag of file i if it corrects, kills or repeats the single story before
// it in its group, "" if it does not.
func amends(i int) string {
	if i%perGroup != perGroup-1 || (i-1)%perDay == seriesAt || isStock(i-1) || isOvernight(i-1) {
		return ""
	}
	switch n := newDice(i, 6).n(30); {
	case n < 3:
		return "CORRECTED"
	case n == 3:
		return killTag
	case n == 4:
		return "RPT"
	}
	return ""
}

// killTag is the tag of a kill.
const killTag = "KILL"

// The files of a day that may belong to a story that begins before midnight.
const (
	beforeMidnight = 98
	afterMidnight  = 6
	nextMorning    = 8
)

// overnight returns the role of file i if it belongs to a story that begins before midnight.
func overnight(i int) (role, bool) {
	if !isOvernight(i) {
		return role{}, false
	}
	switch i % perDay {
	case afterMidnight:
		return role{i - i%perDay - perGroup + parts[8].story, 1, 1, ""}, true
	case nextMorning:
		return role{i - i%perDay - perGroup + parts[8].story, 2, 2, "LEAD"}, true
	}
	return role{i - i%perGroup + parts[8].story, 0, 0, "URGENT"}, true
}

// isOvernight reports whether file i belongs to a story that begins before midnight, as
// on one day of three.
func isOvernight(i int) bool {
	last := i/perDay - 1 // the day on which it begins
	switch i % perDay {
	case beforeMidnight:
		last++
	case afterMidnight, nextMorning:
	default:
		return false
	}
	return last >= 0 && newDice(last, 13).n(3) == 0 && !isSerial(last*perDay) && !isSerial(last*perDay+perDay)
}

// The files of a day with the same headline on many days.
const (
	openingAt = 16
	seriesAt  = 48
	closingAt = 86
)

// isStock reports whether file i reports on shares.
func isStock(i int) bool { return i%perDay == openingAt || i%perDay == closingAt }

// recurs reports whether the headline of file i is that of other days too.
func recurs(i int) bool { return isStock(i) || i%perDay == seriesAt }

// killsInWords reports whether kill i names its story in its text only.
func killsInWords(i int) bool { return i/perGroup%2 == 0 }
