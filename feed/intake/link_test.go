package intake

import (
	"strings"
	"testing"

	"dateline/feed/story"
)

// relatedOf returns the related headlines of s in short, a line each.
func relatedOf(s *story.Story) string {
	lines := make([]string, 0, len(s.Related))
	for _, r := range s.Related {
		l := []string{r.Text}
		for _, part := range [][2]string{{"uid", r.Target.UID}, {"url", r.Target.URL}, {"path", r.Target.Path}, {"name", r.Target.Name}, {"in", r.Section}} {
			if part[1] != "" {
				l = append(l, part[0]+"="+part[1])
			}
		}
		lines = append(lines, strings.Join(l, " "))
	}
	return strings.Join(lines, "\n")
}

func TestLinksOfMarkdownAreRelatedHeadlines(t *testing.T) {
	const text = `---
title: Week in Skarn
guid: urn:week
canonical: https://www.skarn.example/week/
---
The [ferry](ferry.md) [sails](ferry.md#top) to [Port Ellery](../b%20c/Port.md?a=1).
See [[Pier opens]], [[notes/2031|the notes]] and [the harbor](/news/harbor/).

[up](../../../etc/passwd) [self](week.md) [me](https://skarn.example/week) [top](#top) [mail](mailto:a@skarn.example)
[out](https://quay.example/a?utm_source=b) ![](a.png) [file](a.pdf) [home](https://quay.example) [x](javascript:1)
`
	const want = `ferry path=a/ferry.md in=Links
Port Ellery path=b c/Port.md in=Links
Pier opens name=Pier opens in=Links
the notes name=notes/2031 in=Links
the harbor name=news/harbor in=Links
out url=quay.example/a in=Links`
	s := Read(File{Path: "a/week.md", Data: []byte(text)})[0]
	if got := relatedOf(s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if strings.Join(s.UIDs, " ") != "urn:week" || strings.Join(s.URLs, " ") != "skarn.example/week" {
		t.Errorf("identifiers %q, addresses %q", s.UIDs, s.URLs)
	}
	if at := s.Related[0].Span; at.First != 6 || at.Last != 6 {
		t.Errorf("the first link is at %+v", at)
	}
	if body := s.Body[0].Text; !strings.Contains(body, "The ferry sails to Port Ellery. See Pier opens, the notes and the harbor.") {
		t.Errorf("%q", body)
	}
}

func TestTheNumberOfLinksIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Week\n\n")
	for i := range 3 * maxRelated {
		b.WriteString("[a](x" + strings.Repeat("y", i%700) + ".md) [b](z" + strings.Repeat("y", i/700) + ".md)\n")
	}
	if s := Read(File{Path: "a.md", Data: []byte(b.String())})[0]; len(s.Related) > maxRelated || len(s.Related) < 100 {
		t.Errorf("%d links", len(s.Related))
	}
}

func FuzzTargetOf(f *testing.F) {
	for _, s := range []string{"../a%20b.md#c", "//a/b", "/a/../..", "https://[::1", "a:b", "?x", "..", "%00", "\u202e.md"} {
		f.Add("a/b.md", s)
	}
	f.Fuzz(func(t *testing.T, file, address string) {
		for _, base := range []string{"", "https://quay.example/a/"} {
			got, ok := targetOf(file, base, address)
			if ok == (got == story.Target{}) {
				t.Errorf("%q: %+v, %t", address, got, ok)
			}
		}
		if got, ok := nameTarget(file, address); ok == (got == story.Target{}) {
			t.Errorf("%q: %+v, %t", address, got, ok)
		}
	})
}
