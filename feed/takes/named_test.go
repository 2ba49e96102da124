package takes

import (
	"testing"

	"dateline/feed/story"
)

// printOf returns the print of a story of a day in March with a headline, a text and names.
func printOf(day int, title, text string, names story.Story) *Print {
	s := names
	s.Headline = story.Headline{Text: title, Title: title, Kind: story.Plain, Take: 1}
	s.Date = story.Date{Year: 2031, Month: 3, Day: day}
	s.Body = []story.Block{{Kind: story.Paragraph, N: 1, Text: text}}
	var m Maker
	p, err := Unpack(m.Print(&s).Pack(nil))
	if err != nil {
		panic(err)
	}
	return p
}

func TestStoriesWithOneNameAreTakesOfOneOnAnyDay(t *testing.T) {
	const sails, opens = "The harbor ferry sailed at dawn on Friday with forty people on board.", "A new pier was opened by the mayor of the old town with a long speech."
	old := printOf(1, "Ferry sails", sails, story.Story{UIDs: []string{"urn:ferry"}, URLs: []string{"skarn.example/ferry"}, Version: 1})
	for name, c := range map[string]struct {
		other *Print
		want  Why
	}{
		"the same identifier": {printOf(20, "Pier opens", opens, story.Story{UIDs: []string{"urn:ferry"}, Version: 2}), UID},
		"the same text":       {printOf(20, "Ferry sails", sails, story.Story{UIDs: []string{"urn:ferry"}, Version: 2}), Copy},
		"one made from it":    {printOf(20, "Pier opens", opens, story.Story{UIDs: []string{"urn:pier"}, Replaces: "urn:ferry"}), Made},
		"the same address":    {printOf(20, "Ferry sails", "It sails again and again all over the bay and the sound.", story.Story{UIDs: []string{"urn:x"}, URLs: []string{"skarn.example/ferry"}}), URL},
		"an address of all":   {printOf(1, "Pier opens", opens, story.Story{URLs: []string{"skarn.example/ferry"}}), ""},
		"other names":         {printOf(20, "Ferry sails", "It sails.", story.Story{UIDs: []string{"urn:other"}, URLs: []string{"skarn.example/other"}, Replaces: "urn:third", Version: 1}), ""},
		"no names":            {printOf(20, "Ferry sails", "It sails.", story.Story{}), ""},
	} {
		why, _ := Compare(old, c.other)
		back, _ := Compare(c.other, old)
		if why != c.want || back != c.want {
			t.Errorf("%s: %q and %q, want %q", name, why, back, c.want)
		}
	}
}

func TestOfOneDateTheHigherVersionIsNewer(t *testing.T) {
	a, b := printOf(1, "Ferry sails", "It sails to the pier and back.", story.Story{UIDs: []string{"urn:ferry"}, Version: 2}), printOf(1, "Ferry sails", "It sails.", story.Story{UIDs: []string{"urn:ferry"}, Version: 10})
	if Order(a, b) >= 0 || Newest([]*Print{b, a}) != 0 {
		t.Error("version 2 is newer than version 10")
	}
	if c := printOf(1, "Ferry sails", "It sails.", story.Story{UIDs: []string{"urn:ferry"}, Version: 1000}); c.version() != 255 || c.uid>>versionBits != a.uid>>versionBits {
		t.Errorf("version 1000 is %d", c.version())
	}
}
