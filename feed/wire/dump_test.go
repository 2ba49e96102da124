package wire

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/wiretest"
)

// dump returns the parts of s in a form that people can check.
func dump(s *story.Story) string {
	var b strings.Builder
	put := func(label string, at story.Span, format string, args ...any) { putLine(&b, label, at, format, args...) }
	dumpEnvelope(&b, s.Envelope)
	h := s.Headline
	put("headline", h.Span, "%s%s", h.Text, standin(h))
	fmt.Fprintf(&b, "%-9s kind=%s take=%d tags=%q title=%q\n", "", h.Kind, h.Take, h.Tags, h.Title)
	for _, n := range s.Notes {
		put("note", n.Span, "%s", n.Text)
		if n.After > 0 {
			fmt.Fprintf(&b, "%-9s after=%d\n", "", n.After)
		}
		fmt.Fprintf(&b, "%-9s verbs=%v paragraphs=%v embargo=%q\n", "", n.Verbs, n.Paragraphs, n.Embargo)
	}
	if s.Byline.Text != "" {
		put("byline", s.Byline.Span, "%s %q", s.Byline.Text, s.Byline.Names)
	}
	if d := s.Dateline; d.Text != "" {
		put("dateline", d.Span, "%s", d.Text)
		fmt.Fprintf(&b, "%-9s %s\n", "", wiretest.Dateline(d))
	}
	fmt.Fprintf(&b, "%-9s %s from %s\n", "date", s.Date, s.Date.From)
	for _, k := range s.Body {
		label := string(k.Kind)
		if k.N > 0 {
			label = strconv.Itoa(k.N)
		}
		put(label, k.Span, "%s", strings.ReplaceAll(k.Text, "\n", "\n          | "))
		if k.Credit != "" || k.Rights != "" {
			fmt.Fprintf(&b, "%-9s credit=%q rights=%q\n", "", k.Credit, k.Rights)
		}
	}
	for _, l := range s.SignOff.Lines {
		put("sign-off", l.Span, "%s", l.Text)
	}
	if len(s.SignOff.Emails) > 0 {
		fmt.Fprintf(&b, "%-9s emails=%q\n", "", s.SignOff.Emails)
	}
	if s.Ended() {
		put("end", s.EndMark.Span, "%s cut=%v", s.EndMark.Text, s.Cut)
	}
	for _, k := range s.Keywords {
		put("keyword", k.Span, "%s", k.Text)
	}
	for _, r := range s.Related {
		put("related", r.Span, "[%s] %s kind=%s take=%d tags=%q", r.Section, r.Text, r.Kind, r.Take, r.Tags)
	}
	for _, l := range s.Tail {
		put("tail", l.Span, "%s", l.Text)
	}
	for _, d := range s.Doubts {
		fmt.Fprintf(&b, "%-9s %d  %s: %s\n", "doubt", d.Line, d.Problem, d.Detail)
	}
	return b.String()
}

// putLine writes a line with a label and the lines of a part.
func putLine(b *strings.Builder, label string, at story.Span, format string, args ...any) {
	fmt.Fprintf(b, "%-9s %s  ", label, lines(at))
	fmt.Fprintf(b, format, args...)
	b.WriteByte('\n')
}

func dumpEnvelope(b *strings.Builder, e story.Envelope) {
	for _, l := range e.Lines {
		putLine(b, "envelope", l.Span, "%s", l.Text)
	}
	for _, l := range e.Contacts {
		putLine(b, "contacts", l.Span, "%s", l.Text)
	}
	if e.Slug != "" || e.Priority != "" || e.Category != "" || e.Words != 0 {
		fmt.Fprintf(b, "%-9s slug=%q priority=%q category=%q words=%d\n", "", e.Slug, e.Priority, e.Category, e.Words)
	}
	if e.Number != "" || len(e.Takes) > 0 || len(e.Keywords) > 0 || e.Sent.Month != 0 {
		fmt.Fprintf(b, "%-9s number=%q service=%q takes=%q keywords=%q sent=%s\n", "", e.Number, e.Service, e.Takes, e.Keywords, e.Sent)
	}
}

func standin(h story.Headline) string {
	if h.Standin {
		return " (stand-in)"
	}
	return ""
}

func lines(s story.Span) string {
	if s.First == s.Last {
		return strconv.Itoa(s.First)
	}
	return fmt.Sprintf("%d-%d", s.First, s.Last)
}
