package wire

import (
	"testing"

	"dateline/feed/story"
)

func TestRulesHaveNamesAndRegions(t *testing.T) {
	seen := map[string]region{}
	for _, r := range rules {
		if r.name == "" || r.in == 0 || r.read == nil {
			t.Errorf("rule %+v lacks a field", r)
		}
		if seen[r.name]&r.in != 0 {
			t.Errorf("rule %q is twice in one region", r.name)
		}
		seen[r.name] |= r.in
	}
}

// The regions in which each line must become a part end with a rule that takes
// any line.
func TestTheLastRuleOfARegionTakesAnyLine(t *testing.T) {
	for _, in := range []region{aboveDateline, atDateline, inBody, afterBody} {
		for _, text := range []string{"The ferry sailed.", "-", "(", "항구", "1", "\u200b!"} {
			d := newDraft(newSheet("a\n"+text), Origin{})
			d.story.Headline.Text = "a"
			d.lede.line = 1
			if n := d.readPart(in, 1, 2); n == 0 {
				t.Errorf("region %b: no rule takes %q", in, text)
			}
		}
	}
}

func TestTheFirstRuleThatTakesTheLineWins(t *testing.T) {
	for text, want := range map[string]story.BlockKind{
		"- a\n- b": story.List, "> a": story.Quote, "a  1\nb  2": story.Code, "* * *": story.Heading, "The ferry sailed.": story.Paragraph, "In this photo a ferry sails. (Meridian)": story.Caption,
	} {
		d := newDraft(newSheet(text), Origin{})
		d.story.Dateline.Agency = "Meridian"
		if n := d.readPart(inBody, 0, len(d.lines)); n == 0 || len(d.story.Body) != 1 || d.story.Body[0].Kind != want {
			t.Errorf("%q is %+v, want a %s", text, d.story.Body, want)
		}
	}
}

func TestTheHeadersEndWithTheFirstOtherLine(t *testing.T) {
	d := newDraft(newSheet("BULLETIN\n2024-10-03 14:22\nHarbor ferry resumes service\nBULLETIN\n"), Origin{})
	if i := d.read(inEnvelope, 0, len(d.lines), headerLines); i != 2 || len(d.story.Envelope.Lines) != 2 || !d.flash {
		t.Errorf("the headers end on line %d with %d lines", i, len(d.story.Envelope.Lines))
	}
	if i := d.read(inEnvelope, 0, len(d.lines), 1); i != 1 {
		t.Errorf("the limit of one part ends on line %d", i)
	}
}
