// Package label names the kind or the take of a story as rows show it: LEAD, 2LD,
// feat. It is pure.
package label

import (
	"strconv"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// Short returns the label of a row in a narrow list, at most 6 cells unless it
// names the problem of a file. It is "" for a plain first take.
func Short(r *story.Row) string {
	h := &r.Headline
	if s, ok := short[h.Kind]; ok && r.Problem == "" {
		return s
	}
	switch {
	case r.Problem != "", h.Take == story.TakeFirst:
		return Long(r)
	case h.Take > story.TakeLead:
		return strconv.Itoa(int(h.Take)-1) + "LD"
	case h.Take <= story.TakeUrgent:
		return "URG"
	}
	return Long(r)
}

// Long returns the label of a row where there is room: "2nd LD", "interview".
func Long(r *story.Row) string {
	switch h := &r.Headline; {
	case r.Problem != "":
		return r.Problem
	case h.Kind == story.Correction || h.Kind == story.Kill:
		return short[h.Kind]
	case h.Take != story.TakeFirst:
		return h.Take.String()
	case h.Kind != story.Plain:
		return string(h.Kind)
	}
	return ""
}

// short holds the kinds whose label is not their name. A desk must not miss those
// in capitals.
var short = map[story.Kind]string{
	story.Correction: "CORR", story.Kill: "KILL", story.Feature: "feat", story.Analysis: "anlys", story.Interview: "intv",
	story.Review: "rev", story.Editorial: "edit", story.Summary: "sum", story.Advisory: "advis",
}

// Visited is the mark of a story that the reader has visited.
const Visited = "✓"

// Alert reports whether r is urgent, a correction or a kill.
func Alert(r *story.Row) bool {
	return r.Problem == "" &&
		(r.Headline.Kind == story.Correction || r.Headline.Kind == story.Kill || r.Headline.Take <= story.TakeUrgent)
}

// Own returns the reader's tags as rows show them: "#later #sea"; "" for none.
func Own(tags []string) string {
	var b strings.Builder
	for _, t := range tags {
		if t = clean.Line(t); t != "" {
			b.WriteString(" #" + t)
		}
	}
	return strings.TrimSpace(b.String())
}
