package story

import "strconv"

// Kind is the kind of story that a headline announces.
type Kind string

// The kinds, as they are in JSON.
const (
	Plain      Kind = "story"
	Urgent     Kind = "urgent"
	Lead       Kind = "lead"
	Feature    Kind = "feature"
	Analysis   Kind = "analysis"
	Interview  Kind = "interview"
	Review     Kind = "review"
	Editorial  Kind = "editorial"
	Summary    Kind = "summary"
	Correction Kind = "correction"
	Kill       Kind = "kill"
	Advisory   Kind = "advisory"
)

// Take counts the versions of a story: 0 urgent, 1 first story, 2 LEAD,
// 3 2nd LD, and so on.
type Take int

// The takes that have names.
const (
	TakeUrgent Take = 0
	TakeFirst  Take = 1
	TakeLead   Take = 2
)

// String returns the name that a desk gives the take: "URGENT", "", "LEAD", "2nd LD".
func (t Take) String() string {
	switch {
	case t <= TakeUrgent:
		return "URGENT"
	case t == TakeFirst:
		return ""
	case t == TakeLead:
		return "LEAD"
	}
	n := int(t) - 1
	return strconv.Itoa(n) + ordinal(n) + " LD"
}

func ordinal(n int) string {
	if n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}
