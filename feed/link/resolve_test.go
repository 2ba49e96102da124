package link

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/feed/story"
)

// head returns a headline with its tag in brackets, as the parser returns it.
func head(text string) story.Headline {
	h := story.Headline{Text: text, Title: text, Kind: story.Plain, Take: story.TakeFirst}
	tag, rest, ok := strings.Cut(strings.TrimPrefix(text, "("), ") ")
	if !strings.HasPrefix(text, "(") || !ok {
		return h
	}
	h.Title, h.Tags, h.Kind = rest, []string{tag}, story.Lead
	switch tag {
	case "URGENT":
		h.Kind, h.Take = story.Urgent, story.TakeUrgent
	case "LEAD":
		h.Take = 2
	case "2nd LD":
		h.Take = 3
	case "News Focus":
		h.Kind, h.Take = story.Analysis, story.TakeFirst
	case "CORRECTED":
		h.Kind, h.Take = story.Correction, story.TakeFirst
	case "KILL":
		h.Kind, h.Take = story.Kill, story.TakeFirst
	}
	return h
}

func resolve(ref story.Headline, from Candidate, candidates []Candidate) (Match, []story.ID) {
	return NewChoice(ref, candidates).For(from)
}

// at returns a story whose ID and path are its headline, dated day days after March 1, 2031.
func at(day int, text string, places ...string) Candidate {
	d := time.Date(2031, 3, 1+day, 0, 0, 0, 0, time.UTC)
	return Candidate{
		ID: story.ID(text), Path: text, Headline: head(text), Places: places,
		Date: story.Date{Year: d.Year(), Month: int(d.Month()), Day: d.Day(), From: story.FromName},
	}
}

func TestResolveReturnsTheBestClass(t *testing.T) {
	from := at(0, "Council meets")
	for _, c := range []struct {
		ref     string
		archive string // headlines, separated by bars; "+n " before one is its day
		match   Match
		ids     string
	}{
		{"Ferry resumes service", "Ferry resumes service|(LEAD) Ferry resumes service", Exact, "Ferry resumes service"},
		{"(LEAD) Ferry resumes service", "Ferry resumes service|(LEAD) Ferry resumes service", Exact, "(LEAD) Ferry resumes service"},
		{"N.K. ferry ‘resumes’ service", "North Korea ferry resumes service", Normalised, "North Korea ferry resumes service"},
		{"Ferry resumes service", "(URGENT) Ferry resumes service|(2nd LD) Ferry resumes service|(LEAD) Ferry resumes service", Version, "(2nd LD) Ferry resumes service"},
		{"(2nd LD) Ferry resumes service", "Ferry resumes service", Version, "Ferry resumes service"},
		{"Ferry resumes service after two...", "Ferry resumes service after two-day halt|Ferry sinks", Cut, "Ferry resumes service after two-day halt"},
		{"Ferry resumes service after two-day halt", "Ferry resumes service af...", Cut, "Ferry resumes service af..."},
		{"(LEAD) Ferry resumes service af...", "Ferry resumes service after halt|(LEAD) Ferry resumes service after halt|(2nd LD) Ferry resumes service after halt", Cut, "(LEAD) Ferry resumes service after halt"},
		{"Ferry...", "Ferry resumes service after two-day halt", None, ""},
		{"Port Ellery ferry resumes its service after storm", "+3 Port Ellery ferry resumed service after storm", Close, "Port Ellery ferry resumed service after storm"},
		{"Port Ellery ferry resumes its service after storm", "+30 Port Ellery ferry resumed service after storm", None, ""},
		{"Port Ellery ferry resumes its service after storm", "(News Focus) Port Ellery ferry resumed service after storm", None, ""},
		{"Ferry resumes service", "Ferry halts service", None, ""},
		{"Daily summary", "+300 Daily summary|+1 Daily summary ", Normalised, "Daily summary "},
		{"", "", None, ""},
	} {
		var candidates []Candidate
		for h := range strings.SplitSeq(c.archive, "|") {
			day := 0
			if d, rest, ok := strings.Cut(h, " "); ok && strings.HasPrefix(d, "+") {
				h = rest
				for _, r := range d[1:] {
					day = day*10 + int(r-'0')
				}
			}
			if h != "" {
				candidates = append(candidates, at(day, h))
			}
		}
		if c.ref == "Daily summary" {
			// Both are exact but for a space, which would decide here.
			candidates[0].Headline.Text += "  "
		}
		m, ids := resolve(head(c.ref), from, candidates)
		got := make([]string, len(ids))
		for i, id := range ids {
			got[i] = string(id)
		}
		if m != c.match || strings.Join(got, "|") != c.ids {
			t.Errorf("%q in %q is %s %q, want %s %q", c.ref, c.archive, m, got, c.match, c.ids)
		}
	}
}

func TestTwoEquallyGoodTargetsAreBothOffered(t *testing.T) {
	a, b := at(1, "Ferry resumes service"), at(1, "Ferry resumes service")
	a.ID, b.ID, b.Path = "a", "b", "z"
	m, ids := resolve(head("Ferry resumes service"), at(0, "x"), []Candidate{b, a})
	if m != Exact || !slices.Equal(ids, []story.ID{"a", "b"}) {
		t.Errorf("%s %v, want both", m, ids)
	}
}

func TestTheNearestIsFirstAndThreeOthersFollow(t *testing.T) {
	var daily []Candidate
	for _, day := range []int{9, 2, 4, 400, 3, -50, 1} {
		c := at(day, "Ferry resumes service")
		c.ID = story.ID(strconv.Itoa(day))
		daily = append(daily, c)
	}
	for _, head := range []string{"Ferry resumes service", "FERRY RESUMES SERVICE"} {
		m, ids := resolve(story.Headline{Text: head, Title: head, Kind: story.Plain, Take: story.TakeFirst}, at(3, "x"), daily)
		if !slices.Equal(ids, []story.ID{"3", "2", "4", "1"}) {
			t.Errorf("%s %v, want the nearest, and of two the earlier", m, ids)
		}
	}
	if m, ids := resolve(head("Ferry resumes service"), at(200, "x"), daily[:4]); !slices.Equal(ids, []story.ID{"9", "4", "2", "400"}) {
		t.Errorf("%s %v, want all, nearest first", m, ids)
	}
}

func TestTheTagOfAnEnvelopeIsNotPartOfAHeadline(t *testing.T) {
	lead := at(0, "Ferry resumes ‘service’")
	lead.Headline.Kind, lead.Headline.Take = story.Lead, 2
	if m, _ := resolve(head("Ferry resumes 'service'"), at(0, "x"), []Candidate{lead}); m != Normalised {
		t.Errorf("%s, want %s", m, Normalised)
	}
}

func TestAStoryNeverLinksToItself(t *testing.T) {
	self := at(0, "(LEAD) Ferry resumes service")
	later := at(0, "(2nd LD) Ferry resumes service")
	if m, ids := resolve(self.Headline, self, []Candidate{self, later}); m != None {
		t.Errorf("its own headline leads to %s %v", m, ids)
	}
	double := self
	double.ID = "copy"
	if m, ids := resolve(self.Headline, self, []Candidate{self, double}); m != Exact || ids[0] != "copy" {
		t.Errorf("its own headline leads to %s %v, want the copy", m, ids)
	}
}

func TestAStoryMayLinkToAnotherTakeOfItself(t *testing.T) {
	self := at(0, "(LEAD) Ferry resumes service")
	urgent := at(0, "(URGENT) Ferry resumes service")
	m, ids := resolve(urgent.Headline, self, []Candidate{self, urgent})
	if m != Exact || len(ids) != 1 || ids[0] != urgent.ID {
		t.Errorf("%s %v, want the urgent", m, ids)
	}
}
