package feed_test

import (
	"testing"

	"dateline/feed"
	"dateline/feed/story"
)

// mentionFiles are a summary of a week and the stories of that week, of the week before,
// and one about the same that is a summary itself.
var mentionFiles = map[string]string{
	"week.txt": `(Summary) The week in Ellery, Oct. 7-13
PORT ELLERY, Oct. 13, 2024 (Meridian) -- The following are the main stories of the week.

MONDAY, Oct. 7 -- The harbor board buys two electric ferries for the crossing to Tolvik. Nobody was surprised.

(LEAD) Dockworkers end strike at Port Ellery

Lighthouse keeper of Skarn retires after forty ...

The town band of Karvik was late again, and played until the lamps went out.

A comet is seen over Ostvik.
(END)
`,
	"ferries.txt":    "Harbor board buys two electric ferries\nPORT ELLERY, Oct. 7, 2024 (Meridian) -- The harbor board of Port Ellery bought two electric ferries for the crossing to Tolvik on Monday.\n(END)\n",
	"strike1.txt":    "Dockworkers end strike at Port Ellery\nPORT ELLERY, Oct. 9, 2024 (Meridian) -- Dockworkers ended their strike.\n(END)\n",
	"old.txt":        "Harbor board buys two electric buses\nPORT ELLERY, Sept. 1, 2024 (Meridian) -- The harbor board bought two electric buses for the crossing to Tolvik.\n(END)\n",
	"lighthouse.txt": "Lighthouse keeper of Skarn retires after forty years and two storms\nSKARN, Oct. 10, 2024 (Meridian) -- He is going to live inland.\n(END)\n",
	"band.txt":       "Ship's cook wins the lottery\nKARVIK, Oct. 11, 2024 (Meridian) -- A cook won. The town band played.\n(END)\n",
	"comet.txt":      "A comet is seen over Ostvik\nOSTVIK, Aug. 11, 2024 (Meridian) -- It was seen by two.\n(END)\n",
	"top.txt":        "(Summary) Dockworkers end strike at Port Ellery\nPORT ELLERY, Oct. 9, 2024 (Meridian) -- These are the top stories.\n(END)\n",
}

func TestTheParagraphsOfASummaryLeadToItsStories(t *testing.T) {
	s := open(t, source(t, folder(t, mentionFiles)), feed.Dirs{})
	scan(t, s)
	st, err := s.Story(t.Context(), story.NewID("week.txt"))
	if err != nil {
		t.Fatal(err)
	}
	m, err := s.Mentions(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	got := map[int]string{}
	for n, rows := range m {
		got[n] = rows[0].Path
	}
	want := map[int]string{2: "ferries.txt", 3: "strike1.txt", 4: "lighthouse.txt"}
	if len(got) != len(want) {
		t.Errorf("the paragraphs lead to %v, want %v", got, want)
	}
	for n, path := range want {
		if got[n] != path {
			t.Errorf("paragraph %d leads to %q, want %q", n, got[n], path)
		}
	}
	ferries, err := s.Story(t.Context(), story.NewID("ferries.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if m, err := s.Mentions(t.Context(), ferries); len(m) != 0 || err != nil {
		t.Errorf("a story that is no summary has the mentions %v, %v", m, err)
	}
}
