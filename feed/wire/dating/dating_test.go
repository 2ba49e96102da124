package dating

import (
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
	written := time.Date(2022, 3, 1, 0, 0, 0, 0, time.UTC)
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
		date, _ := Find(c.e)
		if got := date.String(); !strings.HasSuffix(got, c.want) || date.From != c.from {
			t.Errorf("%s: %s from %s, want %s from %s", name, got, date.From, c.want, c.from)
		}
	}
}

func TestTheSameEvidenceGivesTheSameDay(t *testing.T) {
	e := Evidence{Dateline: august15, Path: "2020/08/15/a.txt", Stamps: []calendar.Day{{Year: 2018, Month: 1, Day: 2}}}
	first, doubts := Find(e)
	second, again := Find(e)
	if first != second || len(doubts) != len(again) {
		t.Errorf("%v, %v and %v, %v", first, doubts, second, again)
	}
}

func TestEvidenceThatDisagreesIsReported(t *testing.T) {
	_, doubts := Find(Evidence{Dateline: august15, Path: "2020/08/20/a.txt"})
	if len(doubts) != 1 || doubts[0].Problem != story.Ambiguous || doubts[0].Line != 3 {
		t.Errorf("doubts %+v", doubts)
	}
	_, doubts = Find(Evidence{Dateline: august15})
	if len(doubts) != 1 || doubts[0].Problem != story.NoDate {
		t.Errorf("doubts %+v", doubts)
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

func TestSourcesHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range sources {
		if s.name == "" || s.find == nil || seen[s.name] {
			t.Errorf("source %+v lacks a name or a function of its own", s)
		}
		seen[s.name] = true
	}
}
