package search

import (
	"fmt"
	"strings"
)

// Plan describes how r is read, for a log: in which order, within which ids, and
// from which streams.
func (r *Result) Plan() string {
	order := "newest, streamed"
	if r.ranked != nil {
		order = fmt.Sprintf("ranked, %d in memory", len(r.ranked))
	}
	return fmt.Sprintf("%s; ids %d to %d; %s", order, r.lo, r.hi, plan(r.x))
}

// maxPlanned is the number of bytes of a full-text expression that are shown.
const maxPlanned = 200

func plan(x expr) string {
	switch x := x.(type) {
	case matching:
		return fmt.Sprintf("match %.*s", maxPlanned, string(x))
	case listed:
		return fmt.Sprintf("%d stories", len(x))
	case marked:
		return "marked " + x.mark
	case grouped:
		return "with several takes"
	case folded:
		return "one take of each story of (" + plan(x.of) + ")"
	case allOf:
		return "all of (" + plans(x) + ")"
	case anyOf:
		return "any of (" + plans(x) + ")"
	case notOf:
		return "not (" + plan(x.of) + ")"
	}
	return "nothing"
}

func plans(list []expr) string {
	parts := make([]string, len(list))
	for i, x := range list {
		parts[i] = plan(x)
	}
	return strings.Join(parts, ", ")
}
