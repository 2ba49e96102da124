package dating

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
)

// paragraphs returns blocks of a body.
func paragraphs(texts ...string) (body []story.Block) {
	for _, text := range texts {
		body = append(body, story.Block{Kind: story.Paragraph, Text: text})
	}
	return body
}

var august15 = story.Dateline{Text: "SEOUL, Aug. 15 (Meridian) --", Month: 8, Day: 15, Span: story.Span{First: 3, Last: 3}}

func TestTheFirstEvidenceThatGivesAYearWins(t *testing.T) {
	written := time.Date(2021, 8, 20, 0, 0, 0, 0, time.UTC)
	withYear := august15
	withYear.Year = 2019
	header := []calendar.Day{{Year: 2018, Month: 8, Day: 15}}
	for name, c := range map[string]struct {
		e    Evidence
		want string
		from story.DateFrom
	}{
		"dateline":  {Evidence{Dateline: withYear, Path: "2020/08/15/a.txt"}, "2019-08-15", story.FromDateline},
		"text":      {Evidence{Dateline: august15, Body: paragraphs("It sailed on Aug. 15, 2017."), Stamps: header}, "2017-08-15", story.FromText},
		"path":      {Evidence{Dateline: august15, Path: "2020/08/15/a.txt", Stamps: header, ModTime: written}, "2020-08-15", story.FromName},
		"header":    {Evidence{Dateline: august15, Stamps: header, ModTime: written}, "2018-08-15", story.FromMetadata},
		"weekday":   {Evidence{Dateline: august15, Body: paragraphs("The ferry sailed Saturday, as it has since a storm in 2019.")}, "2020-08-15", story.FromWeekday},
		"file time": {Evidence{Dateline: august15, ModTime: written}, "2021-08-15", story.FromModTime},
		"nothing":   {Evidence{Dateline: august15}, "08-15", story.FromNothing},
	} {
		date := Find(c.e).Date
		if got := date.String(); !strings.HasSuffix(got, c.want) || date.From != c.from {
			t.Errorf("%s: %s from %s, want %s from %s", name, got, date.From, c.want, c.from)
		}
	}
}

func TestTheSameEvidenceGivesTheSameDay(t *testing.T) {
	e := Evidence{Dateline: august15, Path: "2020/08/15/a.txt", Stamps: []calendar.Day{{Year: 2018, Month: 1, Day: 2}}}
	first := Find(e)
	second := Find(e)
	if !reflect.DeepEqual(first, second) {
		t.Errorf("%v and %v", first, second)
	}
}

func TestEvidenceThatDisagreesIsReported(t *testing.T) {
	doubts := Find(Evidence{Dateline: august15, Path: "2020/08/20/a.txt"}).Doubts
	if len(doubts) != 1 || doubts[0].Problem != story.Ambiguous || doubts[0].Line != 3 {
		t.Errorf("doubts %+v", doubts)
	}
	doubts = Find(Evidence{Dateline: august15}).Doubts
	if len(doubts) != 0 {
		t.Errorf("without a year: doubts %+v", doubts)
	}
}

func TestTheDayOfAPathIsFound(t *testing.T) {
	for path, want := range map[string]calendar.Day{
		"a/AEN20200815001.txt":   {Year: 2020, Month: 8, Day: 15},
		"a/2020-08-15_ferry.txt": {Year: 2020, Month: 8, Day: 15},
		"2020/08/15/ferry.txt":   {Year: 2020, Month: 8, Day: 15},
		"2020/08/ferry.txt":      {Year: 2020, Month: 8},
		"2020/08/15.txt":         {Year: 2020, Month: 8, Day: 15},
		"202008/ferry.txt":       {Year: 2020, Month: 8},
		"2020-08/ferry.txt":      {Year: 2020, Month: 8},
		"2020/ferry.txt":         {Year: 2020},
		"a\\20200815\\ferry.txt": {Year: 2020, Month: 8, Day: 15},
		"a/20200815.xml#3":       {Year: 2020, Month: 8, Day: 15},
		"a/AP880212-0047":        {Year: 1988, Month: 2, Day: 12},
		"a/nyt000601.0001":       {Year: 2000, Month: 6, Day: 1},
		"ap-880212/0047":         {Year: 1988, Month: 2, Day: 12},
		"AP881312.txt":           {},
		"ferry880212.txt":        {},
		"AP8802123.txt":          {},
		"a/20201315.txt":         {},
		"a/b20200815cafe.txt":    {},
		"a/123456789.txt":        {},
		"":                       {},
	} {
		got, ok := nameDay(path)
		if got != want || ok != (want.Year != 0) {
			t.Errorf("nameDay(%q) is %+v, %v, want %+v", path, got, ok, want)
		}
	}
}

func TestOnlyTheWeekdayOfTheStoryCounts(t *testing.T) {
	for s, want := range map[string]string{
		"The ferry sailed Saturday.":              "Saturday",
		"It will sail next Saturday.":             "",
		"It opens on Saturdays.":                  "",
		"It is to leave, she said Saturday.":      "Saturday",
		"It will leave Saturday.":                 "",
		"It sailed on Saturday, Aug. 15.":         "Saturday",
		"Saturday's ferry was late.":              "",
		"It sailed Monday and came back Tuesday.": "Monday",
	} {
		var v weekdayVotes
		v.read(s, 0, 8, 15)
		got := ""
		if d, _, ok := v.pick(); ok {
			got = d.String()
		}
		if got != want {
			t.Errorf("%q votes for %q, want %q", s, got, want)
		}
	}
}

func TestAmountsAndComingYearsDoNotCountAsYears(t *testing.T) {
	for s, want := range map[string]int{
		"The quay was closed in 2019.":         2019,
		"Some 2000 people came.":               0,
		"It cost $2019.":                       0,
		"It cost 1,2019.":                      0,
		"It will open in 2031.":                0,
		"It hopes for the 2032 Olympics.":      0,
		"The share is 2019%.":                  0,
		"Founded in 1912, the line never ran.": 1912,
	} {
		var e text
		e.read(s, 8, 15)
		if e.newest != want {
			t.Errorf("the newest year of %q is %d, want %d", s, e.newest, want)
		}
	}
}

func TestEachCandidateSaysWhyItLost(t *testing.T) {
	found := Find(Evidence{
		Dateline: august15, Body: paragraphs("It sailed, the line said Saturday. It last sailed in 2019."), Path: "2020/08/15/a.txt",
		Stamps: []calendar.Day{{Year: 2018, Month: 3, Day: 1}}, ModTime: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC),
	})
	want := []story.Candidate{
		{Date: day(2020, story.FromName), Evidence: "a date in the path", Weight: 80},
		{Date: day(2018, story.FromMetadata), Evidence: "a date in a header or trailer", Lost: "it is more than 31 days from August 15"},
		{Date: day(2020, story.FromWeekday), Evidence: "the weekday Saturday in the text", Weight: 60, Lost: "it agrees with heavier evidence"},
		{Date: day(2025, story.FromModTime), Evidence: "the time of the file", Lost: "it is 170 days after August 15: the file was copied"},
	}
	if !reflect.DeepEqual(found.Candidates, want) {
		t.Errorf("candidates\n%+v, want\n%+v", found.Candidates, want)
	}
}

func day(year int, from story.DateFrom) story.Date {
	return story.Date{Year: year, Month: 8, Day: 15, From: from}
}

func TestCandidatesThatAgreeAreOutweighed(t *testing.T) {
	found := Find(Evidence{Dateline: august15, Path: "2020/08/15/a.txt", ModTime: time.Date(2020, 8, 16, 0, 0, 0, 0, time.UTC)})
	if n := len(found.Candidates); n != 2 || found.Candidates[1].Lost != "it agrees with heavier evidence" {
		t.Errorf("candidates %+v", found.Candidates)
	}
	found = Find(Evidence{Dateline: august15, Path: "2019/08/15/a.txt", ModTime: time.Date(2020, 8, 16, 0, 0, 0, 0, time.UTC)})
	if n := len(found.Candidates); n != 2 || found.Candidates[1].Lost != "heavier evidence gives another day" {
		t.Errorf("candidates %+v", found.Candidates)
	}
}

func TestTheTimeOfAFileCountsSoonAfterTheDay(t *testing.T) {
	for days, want := range map[int]int{-2: 0, -1: fileWeight, 0: freshWeight, 3: freshWeight, 4: fileWeight, 31: fileWeight, 32: 0, 300: 0} {
		found := Find(Evidence{Dateline: august15, ModTime: time.Date(2020, 8, 15+days, 12, 0, 0, 0, time.UTC)})
		c := found.Candidates[0]
		if c.Weight != want || (found.Date.Year != 0) != (want != 0) {
			t.Errorf("%d days later: %+v, date %s", days, c, found.Date)
		}
	}
}

func TestPlaceholderTimesAreNotEvidence(t *testing.T) {
	for _, at := range []time.Time{
		time.Unix(0, 0), time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(1979, 12, 31, 22, 0, 0, 0, time.UTC),
		time.Date(1985, 10, 26, 8, 15, 0, 0, time.UTC), time.Date(1961, 8, 15, 0, 0, 0, 0, time.UTC), time.Now().AddDate(0, 1, 0),
	} {
		for _, dateline := range []story.Dateline{{Text: "PORT ELLERY (Meridian) --"}, {Text: "PORT ELLERY, " + at.Format("Jan 2"), Month: int(at.Month()), Day: at.Day()}} {
			found := Find(Evidence{Dateline: dateline, ModTime: at})
			if found.Date.Year != 0 || found.Candidates[0].Lost == "" {
				t.Errorf("%s: %s, %+v", at, found.Date, found.Candidates)
			}
		}
	}
	if at, _ := fileTime(time.Date(1985, 10, 26, 9, 0, 0, 0, time.UTC)); at.IsZero() {
		t.Error("a time of October 26, 1985, does not count")
	}
}

func TestAnotherDayIsNotTheDayOfTheStory(t *testing.T) {
	for s, want := range map[string]int{
		"It sailed on Aug. 15, 2017.":              1,
		"Eurobonds due Aug. 15, 1992.":             0,
		"They run until Thursday, Aug. 15, 1992.":  0,
		"In the year ended Aug. 15, 1986, it rose": 0,
		"IT MATURES ON AUG 15, 1999.":              0,
		"She spoke in Lands End on Aug. 15, 2017.": 1,
	} {
		var e text
		e.read(s, 8, 15)
		if len(e.days) != want {
			t.Errorf("%q has the days %v, want %d", s, e.days, want)
		}
	}
}

func TestAnAmbiguousDayFollowsTheOtherEvidence(t *testing.T) {
	either := []calendar.Day{{Year: 2024, Month: 3, Day: 10, Either: true}}
	for name, c := range map[string]struct {
		e    Evidence
		want string
	}{
		"dateline": {Evidence{Dateline: story.Dateline{Month: 10, Day: 3}, Stamps: either}, "2024-10-03"},
		"path":     {Evidence{Stamps: either, Path: "2024/03/11.txt"}, "2024-03-11"},
		"file":     {Evidence{Stamps: either, ModTime: time.Date(2024, 10, 20, 0, 0, 0, 0, time.UTC)}, "2024-10-03"},
		"nothing":  {Evidence{Stamps: either}, ""},
		"far":      {Evidence{Stamps: either, ModTime: time.Date(2026, 10, 20, 0, 0, 0, 0, time.UTC)}, ""},
	} {
		found := Find(c.e)
		if got := found.Date.String(); got != c.want || (c.want == "") != (len(found.Doubts) == 1) {
			t.Errorf("%s: %s, doubts %+v", name, got, found.Doubts)
		}
	}
}
