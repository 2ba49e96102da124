package search

import (
	"fmt"
	"strings"
)

// Plan describes how f is read, for a log: in which order, within which ids, and
// from which streams.
func (f *Found) Plan() string {
	order := "newest, streamed"
	if f.ranked != nil {
		order = fmt.Sprintf("ranked, %d in memory", len(f.ranked))
	}
	return fmt.Sprintf("%s; ids %d to %d; %s", order, f.lo, f.hi, plan(f.x))
}

// maxPlanned is how many bytes of a full-text expression are shown.
const maxPlanned = 200

func plan(x expr) string {
	switch x := x.(type) {
	case matching:
		return fmt.Sprintf("match %.*s", maxPlanned, string(x))
	case marked:
		return "marked " + string(x)
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
