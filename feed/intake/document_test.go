package intake

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline/feed/story"
)

// brief returns a story in short: a line for each part that is there.
func brief(s *story.Story) string {
	var b strings.Builder
	line := func(name, text string) {
		if text != "" {
			b.WriteString(name + ": " + text + "\n")
		}
	}
	line("headline", s.Headline.Text)
	line("date", s.Date.String())
	line("places", strings.Join(s.Dateline.Places, ", "))
	line("agency", s.Dateline.Agency)
	line("byline", strings.Join(s.Byline.Names, ", "))
	for _, k := range s.Keywords {
		line("keyword", k.Text)
	}
	for _, k := range s.Body {
		line(string(k.Kind), k.Text)
	}
	for _, d := range s.Doubts {
		line(d.Problem, d.Detail)
	}
	return b.String()
}

// spanText returns a block as "1-2 text".
func spanText(b story.Block) string {
	return fmt.Sprintf("%d-%d %s", b.Span.First, b.Span.Last, b.Text)
}

const note = `---
title: (2nd LD) Ferry sails again
tags: [ferry, "harbor"]
location: Tolvik
source: https://meridian.example/ferry
publisher: Quay Press
author: Ilse Brandt
date: 2031-03-14 13:53:23 -0400
---

# (2nd LD) Ferry sails again

By Dora Holm

PORT ELLERY, March 13 (Meridian) -- The harbor *ferry* sailed
on **Friday**.[^1]

## What the port says

> We lost one anchor.

- one item
- another with ` + "`code`" + `
  1. nested

| Pier  | Boats |
|-------|------:|
| North | 12    |
| 부두  | 3     |

[![The ferry leaves port.](f.jpg)](large.jpg)

![alt](g.jpg)
The ferry comes back.

<p>HTML &amp; <b>text</b></p>

{{< video 1 >}}

See [[Storm halts ferry|the first report]]. &#27;[31m

[^1]: A footnote.

---

The end.
`

func TestANoteIsReadWithItsFrontMatterAndAsCopy(t *testing.T) {
	s := Read(File{Path: "ferry.md", Data: []byte(note)})[0]
	want := `headline: (2nd LD) Ferry sails again
date: 2031-03-14T13:53:23-04:00
places: PORT ELLERY
agency: Meridian
byline: Dora Holm
keyword: ferry
keyword: harbor
paragraph: The harbor ferry sailed on Friday.
heading: What the port says
quote: We lost one anchor.
list: - one item
- another with code
  1. nested
code: Pier   Boats
North     12
부두       3
caption: The ferry leaves port.
caption: The ferry comes back.
paragraph: HTML & text
paragraph: See the first report.
paragraph: The end.
`
	if got := brief(s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if s.Headline.Take != story.TakeLead+1 || s.Headline.Title != "Ferry sails again" {
		t.Errorf("%+v", s.Headline)
	}
	lines := strings.Split(note, "\n")
	for _, b := range s.Body {
		first := strings.Fields(b.Text)[0]
		if at := strings.Join(lines[b.Span.First-1:b.Span.Last], " "); !strings.Contains(at, strings.Trim(first, "[]")) {
			t.Errorf("%q is in lines %d to %d: %q", b.Text, b.Span.First, b.Span.Last, at)
		}
	}
	if at := s.Dateline.Span; at.First != 15 {
		t.Errorf("the dateline is in line %d", at.First)
	}
}

func TestFrontMatterFillsWhatTheCopyLeavesOpen(t *testing.T) {
	data := strings.Replace(strings.Replace(note, "By Dora Holm\n\n", "", 1), "PORT ELLERY, March 13 (Meridian) -- ", "", 1)
	s := Read(File{Path: "ferry.md", Data: []byte(data)})[0]
	got := []any{s.Dateline.Places, s.Dateline.Agency, s.Byline.Names, !s.Date.Clock.IsZero()}
	if want := []any{[]string{"Tolvik"}, "Quay Press", []string{"Ilse Brandt"}, true}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Front matter may have escaped characters in quotes, which are not cleaned with the text.
func TestEscapesInFrontMatterReachNoPart(t *testing.T) {
	for lang, want := range map[string]string{"de": "de", "en-GB": "en", `"\u001b[31mred"`: "en", `"\u001b]0;de\u0007"`: "en", "english": "en"} {
		data := `---
title: "\u001b[31mFerry sails"
lang: ` + lang + `
tags: ["\u001b]0;x\u0007harbor"]
source: "\u001b[2JMeridian"
place: "\u001b[31mTolvik"
author: "\u001b[31mDora Holm"
---
The ferry sails again after two days in dock, and it is full.
`
		s := Read(File{Path: "a.md", Data: []byte(data)})[0]
		if s.Language != want {
			t.Errorf("%s: the language is %q, want %q", lang, s.Language, want)
		}
		if got := brief(s) + s.Language; strings.ContainsAny(got, "\x1b\a") || !strings.Contains(got, "Tolvik") || !strings.Contains(got, "Dora Holm") {
			t.Errorf("%s: %q", lang, got)
		}
	}
}
