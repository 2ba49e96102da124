package link

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/story"
)

func TestKeyFoldsTitles(t *testing.T) {
	for title, want := range map[string]string{
		"":                                  "",
		"--":                                "",
		"Ferry":                             "ferry",
		"A  -  b":                           "a-b",
		"US":                                "us", // all capitals
		"US ferry":                          "united states ferry",
		"PM speaks":                         "prime minister speaks",
		"At 3 PM sharp":                     "at 3 pm sharp",
		"3 p.m. talks":                      "3 p.m talks",
		"Nears 1,250,000 mark":              "nears 1250000 mark",
		"1, 2, 3":                           "1, 2, 3",
		"No. 7, #7, no.7 and no.x":          "no 7, no 7, no 7 and no.x",
		"5% and %":                          "5 percent and %",
		"Per cent per day":                  "percent per day",
		"Ten per (cent)":                    "ten per (cent)",
		"N. Dakota, N. Oslo":                "north dakota, n oslo",
		"W. Bank S. Bank":                   "west bank s bank",
		"N's Korea":                         "n's korea",
		"[Gov't's] plan":                    "[gov't's] plan",
		"'Govt' plan":                       "government plan",
		"It ends...":                        "it ends…",
		"It ends..":                         "it ends.",
		"It ends ...":                       "it ends…",
		"(It ends)":                         "(it ends)",
		"BOSS'S PLAN, bosses' plan":         "boss's plan, bosses plan",
		strings.Repeat("a", longest) + "b":  strings.Repeat("a", longest),
		strings.Repeat("ab ", 700) + "tail": strings.TrimSpace(strings.Repeat("ab ", 666) + "ab"),
	} {
		if got := Key(title); got != want {
			t.Errorf("the key of %.40q is %.60q, want %.60q", title, got, want)
		}
	}
}

func TestAKeySaysWhetherItWasCut(t *testing.T) {
	for key, want := range map[string]string{"ferry resumes…": "ferry resumes", "ferry resumes …": "ferry resumes", "…": ""} {
		if got, cut := IsCut(key); !cut || got != want {
			t.Errorf("%q is %q, cut %t", key, got, cut)
		}
	}
	if got, cut := IsCut("ferry…s"); cut || got != "ferry…s" {
		t.Errorf("%q is cut", got)
	}
}

func TestKeysAreCutIntoWords(t *testing.T) {
	for key, want := range map[string]string{
		"":                          "",
		"ferry's 'dock' don't o'er": "ferry dock dont oer",
		"j.k. holm 4.25 f-16 10:30": "jk holm 4.25 f 16 10 30",
		"운항 재개한다 2분기":               "운항 재개 개한 한다 2 분기",
		"日銀":                        "日銀",
		"利上げ tokyo東京都":              "利上 上げ tokyo 東京 京都",
		"...":                       "",
		"élan naïve":                "élan naïve",
	} {
		if got := strings.Join(Words(key), " "); got != want {
			t.Errorf("the words of %q are %q, want %q", key, got, want)
		}
	}
}

func TestIndexAndProbeDropInflections(t *testing.T) {
	const key = "the port's ferries resumed runs to 14 islands in a storm, the ferry runs"
	if got := strings.Join(AppendIndex(nil, key), " "); got != "port ferry resum run to 14 island storm ferry run" {
		t.Errorf("the index is %q", got)
	}
	// A number of two digits counts as six letters.
	if got := strings.Join(Probe(key), " "); got != "14 island ferry resum storm port run to" {
		t.Errorf("the probe is %q", got)
	}
	if got := Probe("a b c 7"); len(got) != 0 {
		t.Errorf("single characters are %q", got)
	}
}

func TestLikenessFollowsTheRules(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64 // in hundredths
	}{
		{"Ferry resumes harbor run", "Ferry resumed harbour runs", 100},
		{"Ferry resumes run", "Ferry resumed run", 0}, // too short
		// One word is dropped.
		{"Ferry resumes night run across harbor", "Ferry resumes night run across wide harbor", 85},
		{"Ferry resumes run across harbor", "Ferry resumes run across wide harbor", 83},
		{"Ferry resumes harbor run", "Ferry resumes harbor night run", 0},
		{"Ferry resumes run across harbor", "Ferry resumes run across wide old harbor", 0},
		{"Ferry resumes run across harbor", "Ferry resumes run across Hollin harbor", 0},  // a name
		{"Ferry resumes run across harbor", "Ferry resumes run across harbor Monday", 0},  // a name, and sharp
		{"Ferry resumes run across harbor", "Another ferry resumes run across harbor", 0}, // sharp
		{"Ferry resumes run across harbor", "Ferry may resume run across harbor", 0},      // turning
		{"Ferry not in run across old harbor", "Ferry in run not across old harbor", 91},  // moved
		{"Old ferry in run across wide harbor", "Ferry in run across wide harbor old", 91},
		{"Guild asks union for fresh paint today", "Union asks guild for fresh paint today", 0}, // two moved
		{"Guild sells union fresh paint today there", "Guild sells fresh union paint today there", 92},
		{"Port Wexler guild sells fresh paint", "Port guild sells fresh paint Wexler", 91},
		{"Old port sells Wexler to Holm soon", "Old port sells Holm to Wexler soon", 0},
		{"Guild sells union fresh paint today there", "Guild sells fresh union paint today", 0}, // moved and dropped
		{"Guild sells union fresh paint today there", "Guild buys fresh union paint today there", 0},
		{"Bank sells bank bonds today cheaply", "Bank sells bonds today cheaply", 83}, // one of two is dropped
		{"Ferry Resumes Night Run across harbor", "Wide Ferry Resumes Night Run across harbor", 85},
		{"Ferry Resumes Night Run in the Harbor", "Wide Ferry Resumes Night Run in the Harbor", 0}, // all may be names
		// One word is replaced.
		{"Union hails deal on old quota", "Union praises deal on old quota", 80},
		{"Union hails deal on old quota", "Union hails pact on old quota", 80},
		{"Union hails deal on old quota", "Union hails port on old quota", 0},
		{"Board rejects plan to open mill", "Board rejects plan to close mill", 0},
		{"Board hails plan to open mill", "Board praises plan to close mill", 0},
		// Numbers.
		{"Storm floods three homes near pier", "Storm floods 3 homes near pier", 100},
		{"Storm floods three homes near pier", "Storm floods 4 homes near pier", 0},
		{"Harbor closed for third day running", "Harbor closed for 3rd day running", 100},
		{"Harbor closed for third day running", "Harbor closed for 3 day running", 0},
		{"Storm floods 3 homes and 4 sheds", "Storm floods 4 homes and 3 sheds", 0},
		// Spelling.
		{"Harbor labour theatre programme organised", "Harbour labor theater program organized", 100},
		{"Kessler travelled across windy harbor", "Kessler traveled across windy harbor", 100},
		{"Kesler leaves windy harbor office", "Kessler leaves windy harbor office", 100},
		{"Yarrow harbor mill opens old pier", "Yarrow harxbor mill opens old pier", 0},
		{"Yarrow hamper mill opens old pier", "Yarrow hammers mill opens old pier", 0},
		{"Kesel leaves windy harbor office", "Kessel leaves windy harbor office", 0},
		{"North Korean port opens old pier", "N. Korea's port opens old pier", 100},
		{"North Korean port opens old pier", "South Korean port opens old pier", 0},
		// Names in a title that is all capitals.
		{"FERRY RESUMES RUN ACROSS HARBOR", "FERRY RESUMES RUN ACROSS WIDE HARBOR", 0},
		{"Ferry Resumes Run Across harbor", "Ferry Resumes Run Across Wide harbor", 0},
		{strings.Repeat("ferry ", maxWords), strings.Repeat("ferry ", maxWords), 100},
		{strings.Repeat("ferry ", maxWords+1), strings.Repeat("ferry ", maxWords+1), 0},
		{strings.Repeat("ferrier ", 300), strings.Repeat("ferrier ", 300), 0},
	} {
		got, back := int(100*likeness(c.a, c.b)), int(100*likeness(c.b, c.a))
		if got != int(c.want) || back != got {
			t.Errorf("%.60q and %.60q are %d, and back %d, want %v", c.a, c.b, got, back, c.want)
		}
	}
}

func TestTakesAreInTheOrderOfWriting(t *testing.T) {
	row := func(text, path string, day int) story.Row {
		c := at(day, text)
		return story.Row{Headline: c.Headline, Date: c.Date, Path: path}
	}
	want := []story.Row{
		row("(URGENT) Fire", "d", 0), row("Fire", "c", 1), row("(LEAD) Fire", "e", 1), row("(LEAD) Fire", "a", 2), row("(LEAD) Fire", "b", 2),
		row("(CORRECTED) Fire", "0", 0),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b story.Row) int { return CompareTakes(&a, &b) })
	for i := range want {
		if got[i].Path != want[i].Path {
			t.Errorf("take %d is %s of %s", i, got[i].Headline.Text, got[i].Path)
		}
	}
}
