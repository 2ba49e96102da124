package search_test

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

// tale is a small story for the naive search.
type tale struct {
	path          string
	title         []string
	body          [][]string // paragraphs of words
	places, tags  []string
	agency, lang  string
	format        string
	kind          story.Kind
	take          story.Take
	date          story.Date
	related, note bool
	caption       bool
	read, starred bool
	version       int
}

// vocabulary has words, some of which are inflections of others, and Hangul, which is
// found inside words.
var vocabulary = []string{
	"ferry", "ferries", "storm", "storms", "harbor", "Bridge", "rate", "café", "1,150", "U.S.", "금리", "기준금리는", "동결", "利上げ",
}

// inflections are groups of words that match each other.
var inflections = [][]string{{"ferry", "ferries"}, {"storm", "storms"}}

// The values that tales have.
var (
	places    = []string{"PORT ELLERY", "Port Vale", "SEOUL", "서울", "St. Annick"}
	tags      = []string{"LEAD", "2nd LD", "A&B", "\"quoted\"", "예산", "🙂", strings.TrimSpace(strings.Repeat("long ", 60))}
	agencies  = []string{"", "Meridian", "연합", "A&B"}
	languages = []string{"en", "ko", "zh-Hant", ""}
	formats   = []string{"wire", "markdown", "newsml-g2", ""}
	kinds     = []story.Kind{"", story.Plain, story.Lead, story.Urgent, story.Correction, story.Feature}
)

// anchor is a story with every word, so that every inflection is known.
var anchor = tale{path: "anchor.txt", title: vocabulary, lang: "en", take: 1, date: story.Date{Year: 2024, Month: 8, Day: 14}}

func drawTale(t *rapid.T, path string) tale {
	word := rapid.SampledFrom(vocabulary)
	s := tale{
		path: path, title: rapid.SliceOfN(word, 1, 3).Draw(t, "title"),
		body:   rapid.SliceOfN(rapid.SliceOfN(word, 1, 4), 0, 2).Draw(t, "body"),
		places: rapid.SliceOfN(rapid.SampledFrom(places), 0, 2).Draw(t, "places"),
		tags:   rapid.SliceOfN(rapid.SampledFrom(tags), 0, 2).Draw(t, "tags"),
		agency: rapid.SampledFrom(agencies).Draw(t, "agency"),
		lang:   rapid.SampledFrom(languages).Draw(t, "lang"),
		format: rapid.SampledFrom(formats).Draw(t, "format"),
		kind:   rapid.SampledFrom(kinds).Draw(t, "kind"),
		take:   story.Take(rapid.SampledFrom([]int{0, 1, 1, 1, 2, 3, 15, 16, 45, 99, 120}).Draw(t, "take")),
		date:   drawDate(t),
	}
	bits := rapid.Uint8().Draw(t, "flags")
	s.related, s.note, s.caption, s.read, s.starred = bits&1 != 0, bits&2 != 0, bits&4 != 0, bits&8 != 0, bits&16 != 0
	return s
}

// drawDate draws one of a few days, so that stories share days. Some dates have a
// clock in a distant zone, some have no year and some are unknown.
func drawDate(t *rapid.T) story.Date {
	day := time.Date(2024, 8, 15, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.SampledFrom([]int{0, 0, 0, 1, -1, 16, 20, 140, -600}).Draw(t, "day"))
	d := story.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}
	switch rapid.SampledFrom([]string{"day", "day", "clock", "no year", "none", "old"}).Draw(t, "date") {
	case "clock":
		zone := time.FixedZone("", 3600*rapid.SampledFrom([]int{0, 9, 14, -12, -23, 23}).Draw(t, "zone"))
		hour := rapid.SampledFrom([]int{0, 1, 12, 23}).Draw(t, "hour")
		d.Clock = time.Date(d.Year, day.Month(), d.Day, hour, 30, 0, 0, zone)
	case "no year":
		d.Year = 0
	case "none":
		d = story.Date{}
	case "old":
		d.Year = rapid.SampledFrom([]int{1, 999, 1000, 1599, 1605, 2700, 2999, 3000}).Draw(t, "year")
	}
	return d
}

func (s *tale) story() *story.Story {
	st := &story.Story{ID: story.NewID(s.path), Path: s.path, Date: s.date, Language: s.lang, Format: s.format}
	title := strings.Join(s.title, " ")
	st.Headline = story.Headline{Text: title, Title: title, Kind: s.kind, Take: s.take, Tags: s.tags}
	st.Dateline.Places, st.Dateline.Agency = s.places, s.agency
	for _, p := range s.body {
		st.Body = append(st.Body, story.Block{Kind: story.Paragraph, Text: strings.Join(p, " ")})
	}
	if s.caption {
		st.Body = append(st.Body, story.Block{Kind: story.Caption, Text: "pictured"})
	}
	if s.note {
		st.Notes = []story.Note{{Text: "noted"}}
	}
	if s.related {
		st.Related = []story.Related{{Headline: story.Headline{Text: "Elsewhere", Title: "Elsewhere", Take: 1}}}
	}
	return st
}

func (s *tale) file(x *fill.Indexer) fill.File {
	digest := fmt.Appendf(nil, "%-32s", fmt.Sprint(s.path, s.version))[:16]
	return fill.File{Path: s.path, Size: 1, ModTime: time.Unix(1e9, 0), Sure: true, Digest: digest, Docs: []fill.Doc{x.Doc(s.story())}}
}

// said returns the words of each part of s. A phrase does not reach from one part
// into the next.
func (s *tale) said(title bool) [][]string {
	if title {
		return [][]string{s.title}
	}
	out := append([][]string{s.title}, s.body...)
	for _, t := range s.tags {
		out = append(out, strings.Fields(t))
	}
	return out
}

// same reports whether a word of a text matches a word of a query.
func same(asked, found string, inflect bool) bool {
	asked, found = strings.ToLower(asked), strings.ToLower(found)
	if asked == found || asked == "cafe" && found == "café" || asked == "us" && found == "u.s." || asked == "1150" && found == "1,150" {
		return true
	}
	if strings.ContainsFunc(asked, func(r rune) bool { return r >= 0x3000 }) {
		return strings.Contains(found, asked)
	}
	return inflect && slices.ContainsFunc(inflections, func(l []string) bool {
		return slices.Contains(l, asked) && slices.Contains(l, found)
	})
}

// says reports whether words are adjacent in a part of s.
func (s *tale) says(words []string, title, inflect bool) bool {
	for _, part := range s.said(title) {
		for i := range part {
			if i+len(words) <= len(part) && slices.EqualFunc(words, part[i:i+len(words)], func(a, f string) bool { return same(a, f, inflect) }) {
				return true
			}
		}
	}
	return false
}

// hasPrefix reports whether a word of s begins with prefix.
func (s *tale) hasPrefix(prefix string, title bool) bool {
	for _, part := range s.said(title) {
		if slices.ContainsFunc(part, func(w string) bool { return strings.HasPrefix(strings.ToLower(w), prefix) }) {
			return true
		}
	}
	return false
}
