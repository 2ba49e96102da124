package query

import (
	"strconv"
	"strings"
	"time"

	"dateline/feed/locale"
	"dateline/feed/story"
)

var kinds = []struct {
	kind  story.Kind
	means string
}{
	{story.Plain, locale.Mark("plain stories")},
	{story.Urgent, locale.Mark("urgent lines")},
	{story.Lead, locale.Mark("leads, which replace an earlier version")},
	{story.Feature, locale.Mark("features")},
	{story.Analysis, locale.Mark("analyses")},
	{story.Interview, locale.Mark("interviews")},
	{story.Review, locale.Mark("reviews")},
	{story.Editorial, locale.Mark("editorials")},
	{story.Summary, locale.Mark("summaries")},
	{story.Correction, locale.Mark("corrections")},
	{story.Kill, locale.Mark("withdrawals")},
	{story.Advisory, locale.Mark("advisories")},
}

var flags = []struct {
	flag  Flag
	means string
}{
	{Unread, locale.Mark("not read yet")},
	{Read, locale.Mark("read")},
	{Starred, locale.Mark("starred")},
	{Tagged, locale.Mark("tagged by you")},
	{Noted, locale.Mark("with a note from you")},
	{Lead, locale.Mark("a lead")},
	{Urgent, locale.Mark("urgent")},
	{Corrected, locale.Mark("corrected later, with its takes and the correction")},
	{Killed, locale.Mark("withdrawn by a kill, with its takes")},
	{Embargoed, locale.Mark("held until a time that has not come, or cannot be read")},
}

var parts = []struct {
	part  Part
	means string
}{
	{Related, locale.Mark("with related headlines")},
	{Caption, locale.Mark("with a picture caption")},
	{Note, locale.Mark("with a note from the editors")},
}

func kindNames() (names []string) {
	for _, k := range kinds {
		names = append(names, string(k.kind))
	}
	return names
}

func kindRows() (rows []Entry) {
	for _, k := range kinds {
		rows = append(rows, Entry{"kind:" + string(k.kind), k.means})
	}
	return rows
}

func flagNames() (names []string) {
	for _, f := range flags {
		names = append(names, string(f.flag))
	}
	return names
}

func flagRows() (rows []Entry) {
	for _, f := range flags {
		rows = append(rows, Entry{"is:" + string(f.flag), f.means})
	}
	return rows
}

func partNames() (names []string) {
	for _, p := range parts {
		names = append(names, string(p.part))
	}
	return names
}

func partRows() (rows []Entry) {
	for _, p := range parts {
		rows = append(rows, Entry{"has:" + string(p.part), p.means})
	}
	return rows
}

func readKind(t term, _ time.Time) (Node, string) {
	for _, k := range kinds {
		if plain(t.text) == string(k.kind) {
			return Kind{k.kind}, ""
		}
	}
	return nil, locale.F("there is no kind %s", shown(t.text))
}

func readFlag(t term, now time.Time) (Node, string) {
	for _, f := range flags {
		switch {
		case plain(t.text) != string(f.flag):
		case f.flag == Embargoed:
			return Is{f.flag, now}, ""
		default:
			return Is{Flag: f.flag}, ""
		}
	}
	return nil, locale.F("there is no flag %s", shown(t.text))
}

func readPart(t term, _ time.Time) (Node, string) {
	for _, p := range parts {
		if plain(t.text) == string(p.part) {
			return Has{p.part}, ""
		}
	}
	return nil, locale.F("has: takes %s", either(partNames()))
}

// takeNames are the names of takes, by number.
var takeNames = []string{story.TakeUrgent: "urgent", story.TakeFirst: "first", story.TakeLead: "lead"}

var digits = strings.Split("0123456789", "")

func readTakes(t term, _ time.Time) (Node, string) {
	from, to, ranged := strings.Cut(plain(t.text), "-")
	first, ok := readTake(from)
	last, good := first, ok
	switch {
	case ranged && to == "":
		last = MaxTake
	case ranged:
		last, good = readTake(to)
	}
	switch {
	case !ok || !good:
		return nil, locale.F("take: takes 0 to %d, urgent, first, lead or a range", MaxTake)
	case last < first:
		return nil, locale.T("the range ends before it begins")
	}
	return Takes{first, last}, ""
}

func readTake(text string) (story.Take, bool) {
	for i, name := range takeNames {
		if text == name {
			return story.Take(i), true
		}
	}
	n, ok := number(text, 2)
	return story.Take(n), ok
}

// number reads up to limit digits.
func number(text string, limit int) (int, bool) {
	if text == "" || len(text) > limit || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// either returns a list for a sentence: "a, b or c".
func either(words []string) string {
	last := len(words) - 1
	return locale.F("%s or %s", strings.Join(words[:last], ", "), words[last])
}

// shown returns text in quotes for a Reason. It cuts long text and escapes control
// characters.
func shown(text string) string {
	const limit = 20
	if r := []rune(text); len(r) > limit {
		text = string(r[:limit]) + "…"
	}
	return strconv.Quote(text)
}
