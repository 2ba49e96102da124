package article

import (
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/prose"
)

func TestTheLineBelowTheHeadlineHasTagsPlaceDateAndWriters(t *testing.T) {
	text := []story.Block{{Text: "Text."}}
	takes := make([]feed.Take, 3)
	for want, tt := range map[string]struct {
		st    story.Story
		takes []feed.Take
	}{
		"":                     {st: story.Story{Headline: story.Headline{Kind: story.Plain, Take: 1}}},
		"2nd LD · URGENT":      {st: story.Story{Headline: story.Headline{Tags: []string{"2nd LD", "URGENT"}, Kind: story.Lead, Take: 3}}},
		"2nd LD of 3 · URGENT": {st: story.Story{Headline: story.Headline{Tags: []string{"2nd LD", "URGENT"}, Kind: story.Lead, Take: 3}}, takes: takes},
		"first of 3 takes":     {st: story.Story{Headline: story.Headline{Kind: story.Plain, Take: 1}}, takes: takes},
		"CORR":                 {st: story.Story{Headline: story.Headline{Kind: story.Correction, Take: 1}}},
		"without a headline":   {st: story.Story{Headline: story.Headline{Kind: story.Plain, Take: 1, Standin: true}, Body: text}},
		"KARVIK/PORT ELLERY, Norland · Meridian · Thu 3 Oct 2024 · Ana Holm, Jon Berg": {st: story.Story{
			Headline: story.Headline{Take: 1},
			Dateline: story.Dateline{Places: []string{"KARVIK", "PORT ELLERY"}, Region: "Norland", Agency: "Meridian"},
			Date:     story.Date{Year: 2024, Month: 10, Day: 3},
			Byline:   story.Byline{Text: "By Ana Holm and Jon Berg", Names: []string{"Ana Holm", "Jon Berg"}},
		}},
		"KARVIK · By our staff": {st: story.Story{Headline: story.Headline{Take: 1}, Dateline: story.Dateline{Places: []string{"KARVIK"}}, Byline: story.Byline{Text: "By our staff"}}},
	} {
		p := &Page{around: Around{Takes: tt.takes}}
		b := builder{page: p, st: &tt.st}
		if got := cell.Join(b.meta()...); got != want {
			t.Errorf("the line is %q, want %q", got, want)
		}
	}
}

func TestTheSourceOfAnInferredDateIsNamed(t *testing.T) {
	words := []story.Block{{Kind: story.Paragraph, Text: "Three short words."}}
	for want, st := range map[string]story.Story{
		"":                      {Date: story.Date{From: story.FromWeekday}},
		"date from the weekday": {Date: story.Date{Month: 10, Day: 3, From: story.FromWeekday}},
		"year from the weekday": {Date: story.Date{Month: 10, Day: 3, From: story.FromWeekday}, Dateline: story.Dateline{Month: 10}},
		"8 characters, 1 min":   {Language: "ja", Body: []story.Block{{Kind: story.Paragraph, Text: "連絡船が再開した。"}}},
		"3 words, 1 min":        {Body: words, Date: story.Date{Month: 10, Day: 3, From: story.FromDateline}},
	} {
		if got := sourceAndLength(&st); got != want {
			t.Errorf("source and length are %q, want %q", got, want)
		}
	}
	for n, want := range map[float64]string{0.01: "1 min", 1.49: "1 min", 1.5: "2 min", 59: "59 min", 60: "1 h 0 min", 100: "1 h 40 min"} {
		if got := readingTime(n); got != want {
			t.Errorf("%v minutes are %s, want %s", n, got, want)
		}
	}
}

func TestACreditNamesSourceAndRights(t *testing.T) {
	for want, b := range map[string]story.Block{
		"": {}, "Meridian": {Credit: "Meridian"}, "No Use": {Rights: "No Use"}, "Meridian · No Use": {Credit: "Meridian", Rights: "No Use"},
	} {
		if got := credit(&b); got != want {
			t.Errorf("the credit is %q, want %q", got, want)
		}
	}
}

func TestAFileWithoutAStoryShowsTheProblem(t *testing.T) {
	for problem, want := range map[string]bool{
		story.Unreadable: true, story.Binary: true, story.TooLarge: true, story.Unsupported: true, story.NoBody: true, "another": false,
	} {
		st := &story.Story{ID: "x", Path: "a.txt", Doubts: []story.Doubt{{Problem: problem, Detail: "cannot be read"}}}
		p := open(1, 80, 24)
		p.Show(story.Row{}, st, Around{}, feed.Place{})
		if got := strings.Contains(screen(p), "a.txt: cannot be read"); got != want {
			t.Errorf("%s: the problem is shown: %v", problem, got)
		}
	}
}

func TestPartsOfOneKindAreGrouped(t *testing.T) {
	st := &story.Story{
		ID: "x", Headline: story.Headline{Title: "Ferry"}, Path: "a.txt",
		Notes:    []story.Note{{Text: "(note one)"}, {Text: "(note two)"}},
		Body:     []story.Block{{Kind: story.Paragraph, Text: "Body one."}, {Kind: story.Caption, Text: "Caption two."}},
		SignOff:  story.SignOff{Lines: []story.Line{{Text: "sign one"}, {Text: "sign two"}}},
		Keywords: []story.Line{{Text: "ferry"}, {Text: "storm"}},
		Tail:     []story.Line{{Text: "tail one"}, {Text: "tail two"}},
	}
	p := open(1, 80, 60)
	p.Show(story.Row{}, st, Around{}, feed.Place{})
	got := strings.TrimSpace(screen(p))
	for line := range strings.SplitSeq(got, "\n") {
		got = strings.Replace(got, line, strings.TrimSpace(line), 1)
	}
	for _, want := range []string{
		"│ (note one)\n│ (note two)\n\nBody one.\n\n│ Caption two.", "sign one\nsign two\n\nferry · storm\n\ntail one\ntail two",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("\n%s\nis not in\n%s", want, got)
		}
	}
}

func TestANoteStandsWhereItStoodInTheCopy(t *testing.T) {
	st := &story.Story{
		ID: "x", Headline: story.Headline{Title: "Ferry"}, Path: "a.txt",
		Notes: []story.Note{{Text: "(above)"}, {Text: "(inside)", After: 1}, {Text: "(below)", After: 2}},
		Body:  []story.Block{{Kind: story.Paragraph, Text: "Body one."}, {Kind: story.Paragraph, Text: "Body two."}},
	}
	p := open(1, 80, 60)
	p.Show(story.Row{}, st, Around{}, feed.Place{})
	got := strings.Join(strings.Fields(strings.ReplaceAll(screen(p), "│", "")), " ")
	if want := "(above) Body one. (inside) Body two. (below)"; !strings.Contains(got, want) {
		t.Errorf("%q is not in %q", want, got)
	}
}

// shown returns the screen of a story with one related headline and the stories a.
func shown(a Around) string {
	rel := story.Related{Headline: story.Headline{Text: "Talks on tolls", Title: "Talks on tolls"}}
	st := &story.Story{ID: "x", Headline: story.Headline{Text: "Ferry", Title: "Ferry", Take: 2}, Related: []story.Related{rel}}
	p := open(1, 100, 40)
	p.Show(story.Row{ID: "x"}, st, a, feed.Place{})
	return strings.Join(strings.Fields(screen(p)), " ")
}

func TestALinkDescribesItsTarget(t *testing.T) {
	to := []story.Row{{ID: "t", Headline: story.Headline{Text: "Toll talks", Title: "Toll talks", Take: 2}, Date: story.Date{Year: 2024, Month: 10, Day: 3}}}
	fix := &story.Row{Headline: story.Headline{Title: "Tolls, corrected", Kind: story.Correction}}
	for want, l := range map[string]feed.Link{
		"1 Talks on tolls LEAD 3 Oct 2024":                              {Match: link.Exact, Targets: to},
		"1 Talks on tolls LEAD 3 Oct 2024 as Toll talks":                {Match: link.Version, Targets: to},
		"1 Talks on tolls LEAD 3 Oct 2024 perhaps Toll talks":           {Match: link.Close, Targets: to},
		"1 Talks on tolls LEAD 3 Oct 2024 correction: Tolls, corrected": {Match: link.Exact, Targets: to, Correction: fix},
		"Related not in the archive 1 Talks on tolls":                   {},
	} {
		if got := shown(Around{Links: []feed.Link{l}}); !strings.HasSuffix(got, want) {
			t.Errorf("%q does not end in %q", got, want)
		}
	}
	if got := shown(Around{Links: []feed.Link{{}}, Reading: true}); !strings.HasSuffix(got, "not found so far 1 Talks on tolls") {
		t.Errorf("during a scan: %q", got)
	}
	if got := shown(Around{}); !strings.HasSuffix(got, "Related could not be looked up 1 Talks on tolls") {
		t.Errorf("after a failed look-up: %q", got)
	}
}

func TestTheAddressOfAMissingStoryIsShown(t *testing.T) {
	address := story.Target{URL: "quay.example/tolls"}
	st := &story.Story{ID: "x", Headline: story.Headline{Title: "Ferry"}, Related: []story.Related{
		{Headline: story.Headline{Text: "Talks on tolls"}, Target: address},
		{Headline: story.Headline{Text: "quay.example/tolls"}, Target: address},
	}}
	p := open(1, 80, 60)
	p.Show(story.Row{}, st, Around{Links: make([]feed.Link, 2)}, feed.Place{})
	if got := strings.Join(strings.Fields(screen(p)), " "); !strings.HasSuffix(got, "1 Talks on tolls quay.example/tolls 2 quay.example/tolls") {
		t.Errorf("%q", got)
	}
}

func TestOnlyANewerTakeIsAnnounced(t *testing.T) {
	take := func(id string, n int, kind story.Kind) feed.Take {
		return feed.Take{Row: story.Row{ID: story.ID(id), Headline: story.Headline{Text: "Take " + id, Title: "Take " + id, Take: story.Take(n), Kind: kind}}}
	}
	for _, tt := range []struct {
		takes []feed.Take
		want  string
	}{
		{nil, ""},
		{[]feed.Take{take("x", 2, story.Plain), take("b", 3, story.Plain)}, "newer Take b"},
		{[]feed.Take{take("b", 3, story.Plain), take("x", 2, story.Plain)}, ""},
		{[]feed.Take{take("x", 2, story.Plain), take("b", 2, story.Plain)}, ""},
		{[]feed.Take{take("x", 2, story.Plain), take("b", 1, story.Kill)}, ""},
		{[]feed.Take{take("x", 2, story.Plain), take("b", 3, story.Plain), take("fix", 1, story.Correction)}, "newer Take b"},
		{[]feed.Take{take("x", 2, story.Correction)}, ""},
	} {
		got := shown(Around{Takes: tt.takes})
		if tt.want == "" && strings.Contains(got, "Take") || !strings.Contains(got, tt.want) {
			t.Errorf("%v: %q, want %q", tt.takes, got, tt.want)
		}
	}
}

func TestRelatedHeadlinesAreInTheirSections(t *testing.T) {
	st := &story.Story{ID: "x", Headline: story.Headline{Title: "Ferry"}}
	for i, section := range []string{"", "", "Background", "Background", ""} {
		st.Related = append(st.Related, story.Related{Section: section, Headline: story.Headline{Text: "Head " + string(rune(97+i)), Title: "Head " + string(rune(97+i))}})
	}
	p := open(1, 80, 60)
	p.Show(story.Row{}, st, Around{Links: make([]feed.Link, 5)}, feed.Place{})
	got := strings.ReplaceAll(strings.Join(strings.Fields(screen(p)), " "), " not in the archive", "")
	if want := "Related 1 Head a 2 Head b Background 3 Head c 4 Head d Related 5 Head e"; !strings.HasSuffix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	b := builder{page: p, st: &story.Story{Related: make([]story.Related, 12)}}
	if got := b.numeral(2); got != " 3" {
		t.Errorf("the third of twelve is %q", got)
	}
}

func TestAPrintedStoryUsesTheWidthUpToTheDefault(t *testing.T) {
	st, a := ferry(3)
	for width, want := range map[int]int{200: DefaultWidth, 40: 40} {
		d := Lay(st, a, width)
		widest := 0
		for i := range d.Len() {
			widest = max(widest, len([]rune(d.Line(i, prose.Paint{}))))
		}
		if widest > want || widest < want-12 {
			t.Errorf("width %d: the widest line has %d cells, want %d", width, widest, want)
		}
	}
}
