// Package label names the kind or the take of a story as rows show it: LEAD, 2LD,
// feat. It is pure.
package label

import (
	"strconv"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
)

// Short returns the label of a row in a narrow list, at most 6 cells unless it
// names the problem of a file. It is "" for a plain first take.
func Short(r *story.Row) string {
	h := &r.Headline
	if s, ok := short[h.Kind]; ok && r.Problem == "" {
		return locale.T(s)
	}
	switch {
	case r.Problem != "", h.Take == story.TakeFirst:
		return Long(r)
	case h.Take > story.TakeLead:
		return strconv.Itoa(int(h.Take)-1) + "LD"
	case h.Take <= story.TakeUrgent:
		return locale.T("URG")
	}
	return Long(r)
}

// Long returns the label of a row where there is room: "2nd LD", "interview".
func Long(r *story.Row) string {
	switch h := &r.Headline; {
	case r.Problem != "":
		return r.Problem
	case h.Kind == story.Correction || h.Kind == story.Kill:
		return locale.T(short[h.Kind])
	case h.Take <= story.TakeUrgent:
		return locale.T("URGENT")
	case h.Take != story.TakeFirst:
		return h.Take.String()
	case h.Kind != story.Plain:
		return locale.T(names[h.Kind])
	}
	return ""
}

// short holds the kinds whose label is not their name. A desk must not miss those
// in capitals.
var short = map[story.Kind]string{
	story.Correction: locale.Mark("CORR"), story.Kill: locale.Mark("KILL"), story.Feature: locale.Mark("feat"),
	story.Analysis: locale.Mark("anlys"), story.Interview: locale.Mark("intv"), story.Review: locale.Mark("rev"),
	story.Editorial: locale.Mark("edit"), story.Summary: locale.Mark("sum"), story.Advisory: locale.Mark("advis"),
}

// names holds the names of the kinds.
var names = map[story.Kind]string{
	story.Urgent: locale.Mark("urgent"), story.Lead: locale.Mark("lead"), story.Feature: locale.Mark("feature"),
	story.Analysis: locale.Mark("analysis"), story.Interview: locale.Mark("interview"), story.Review: locale.Mark("review"),
	story.Editorial: locale.Mark("editorial"), story.Summary: locale.Mark("summary"), story.Advisory: locale.Mark("advisory"),
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
