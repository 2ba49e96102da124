package dating

import (
	"strings"
	"testing"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
)

// on returns a dateline on a day of some year.
func on(month, day int) story.Dateline {
	return story.Dateline{Text: "PORT ELLERY --", Month: month, Day: day}
}

func at(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC)
}

// weighed returns the day that Find finds, its source, and the number of ambiguities.
func weighed(e Evidence) string {
	found := Find(e)
	words := []string{found.Date.String(), string(found.Date.From)}
	for _, d := range found.Doubts {
		if d.Problem == story.Ambiguous {
			words = append(words, "ambiguous")
		}
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

func TestPathsNearTheDatelineGiveTheYear(t *testing.T) {
	for path, want := range map[string]string{
		"2020/08/15.txt": "2020-08-15 name",
		"2020/08/13.txt": "2020-08-15 name ambiguous",
		"2020/09/15.txt": "2020-08-15 name ambiguous",
		"2020/09/16.txt": "--08-15 none ambiguous",
		"2020/07/15.txt": "2020-08-15 name ambiguous",
		"2020/07/14.txt": "--08-15 none ambiguous",
		"2020/08/x.txt":  "2020-08-15 name",
		"2020/07/x.txt":  "2020-08-15 name",
		"2020/09/x.txt":  "2020-08-15 name",
		"2020/10/x.txt":  "--08-15 none ambiguous",
		"2020/06/x.txt":  "--08-15 none ambiguous",
		"2020/x.txt":     "2020-08-15 name",
		"2020/8-x.txt":   "2020-08-15 name",
		"2020/08-x.txt":  "2020-08-15 name",
	} {
		if got := weighed(Evidence{Dateline: on(8, 15), Path: path}); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestFoldersOfAMonthCrossTheNewYear(t *testing.T) {
	for _, c := range []struct {
		month int
		path  string
		want  string
	}{
		{12, "2021/01/x.txt", "2020-12-15 name"}, {1, "2020/12/x.txt", "2021-01-15 name"}, {12, "2020/12/x.txt", "2020-12-15 name"},
		{1, "2020/01/x.txt", "2020-01-15 name"}, {11, "2020/01/x.txt", "--11-15 none ambiguous"},
	} {
		if got := weighed(Evidence{Dateline: on(c.month, 15), Path: c.path}); got != c.want {
			t.Errorf("month %d, %s: %s, want %s", c.month, c.path, got, c.want)
		}
	}
	contradicted := Evidence{Dateline: on(8, 15), Path: "2019/x.txt", Body: paragraphs("It sailed on Saturday, Aug. 15.")}
	if got := weighed(contradicted); got != "--08-15 none ambiguous" {
		t.Errorf("a folder that the weekday contradicts: %s", got)
	}
}

func TestAFullDateIsHistoryIfOtherEvidenceIsNewer(t *testing.T) {
	text := "It sailed on Aug. 15, 2017."
	for name, c := range map[string]struct {
		e    Evidence
		want string
	}{
		"alone":        {Evidence{}, "2017-08-15 text"},
		"newer year":   {Evidence{Body: paragraphs("It stopped in 2018.")}, "--08-15 none"},
		"newer path":   {Evidence{Path: "2018/08/16.txt"}, "2018-08-15 name"},
		"older path":   {Evidence{Path: "2016/08/16.txt"}, "2017-08-15 text ambiguous"},
		"far path":     {Evidence{Path: "2018/01/16.txt"}, "2017-08-15 text"},
		"weekday":      {Evidence{Body: paragraphs("It sailed, she said Friday.")}, "--08-15 none ambiguous"},
		"same weekday": {Evidence{Body: paragraphs("It sailed, she said Tuesday.")}, "2017-08-15 text"},
		"fresh file":   {Evidence{ModTime: at(2019, 8, 18)}, "2019-08-15 mtime"},
		"later file":   {Evidence{ModTime: at(2019, 8, 19)}, "2017-08-15 text"},
		"same file":    {Evidence{ModTime: at(2017, 8, 18)}, "2017-08-15 text"},
		"older file":   {Evidence{ModTime: at(2016, 8, 19)}, "2016-08-15 mtime"},
	} {
		c.e.Dateline, c.e.Body = on(8, 15), append(c.e.Body, paragraphs(text)...)
		if got := weighed(c.e); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestTheWeekdayCountsFromTheNewestYear(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		file time.Time
		want string
	}{
		"the same year":      {"It sailed Saturday. It stopped in 2015.", time.Time{}, "2015-08-15 weekday"},
		"two years later":    {"It sailed Thursday. It stopped in 2017.", time.Time{}, "2019-08-15 weekday"},
		"three years later":  {"It sailed Saturday. It stopped in 2017.", time.Time{}, "--08-15 none"},
		"the only past year": {"It sailed Saturday. It stopped in 2016.", at(2024, 1, 1), "2020-08-15 weekday"},
		"one of two":         {"It sailed Saturday. It stopped in 2014. It was built in 2012.", at(2024, 1, 1), "2015-08-15 weekday"},
		"far, one of two":    {"It sailed Saturday. It was built in 2012.", at(2024, 1, 1), "--08-15 none"},
		"an older file":      {"It sailed Saturday. It stopped in 2019.", at(2019, 9, 30), "2020-08-15 weekday ambiguous"},
		"no year":            {"It sailed Saturday.", time.Time{}, "--08-15 none"},
		"several days":       {"It sailed Saturday and came Sunday. It stopped in 2019.", time.Time{}, "--08-15 none"},
		"mostly one day":     {"It sailed Saturday. It came Saturday. It rested Saturday. It stopped Friday. In 2019 too.", time.Time{}, "2020-08-15 weekday"},
		"a quote":            {`"Black Saturday" is over. It stopped in 2019.`, time.Time{}, "--08-15 none"},
		"quoted today":       {`It sailed Saturday. "We sail today," she said. It stopped in 2019.`, time.Time{}, "2020-08-15 weekday"},
		"today":              {"It sailed today after talks. Talks opened Saturday. It stopped in 2019.", time.Time{}, "--08-15 none"},
		"todayish":           {"It sailed Saturday for todays. It stopped in 2019.", time.Time{}, "2020-08-15 weekday"},
	} {
		if got := weighed(Evidence{Dateline: on(8, 15), Body: paragraphs(c.text), ModTime: c.file}); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestADatelineWithoutAMonthTakesTheWholeDay(t *testing.T) {
	dateline := story.Dateline{Text: "PORT ELLERY (Meridian) --"}
	third := story.Dateline{Text: "［スカーン　３１日　メリディアン］", Day: 31}
	header := []calendar.Day{{Year: 2018, Month: 3, Day: 1}}
	for name, c := range map[string]struct {
		e    Evidence
		want string
	}{
		"brackets":       {Evidence{Dateline: dateline, Wire: true, Body: paragraphs("It sailed. (2024/10/10-18:05)"), Path: "2020/08/15.txt"}, "2024-10-10 text"},
		"path":           {Evidence{Dateline: dateline, Path: "2020/08/15.txt", Stamps: header}, "2020-08-15 name"},
		"month only":     {Evidence{Dateline: dateline, Path: "2020/08/x.txt", Stamps: header}, "2018-03-01 metadata"},
		"header":         {Evidence{Dateline: dateline, Stamps: header, ModTime: at(2020, 1, 2)}, "2018-03-01 metadata"},
		"lede":           {Evidence{Dateline: dateline, Wire: true, Body: paragraphs("2020년 8월 15일 떠났다고 15일 밝혔다."), ModTime: at(2022, 1, 2)}, "2020-08-15 text"},
		"no dateline":    {Evidence{Wire: true, Body: paragraphs("2020년 8월 15일 떠났다고 15일 밝혔다.")}, "none"},
		"file":           {Evidence{Dateline: dateline, ModTime: at(2020, 1, 2)}, "2020-01-02 mtime"},
		"another folder": {Evidence{Dateline: dateline, Path: "2019/x.txt", ModTime: at(2020, 1, 2)}, "none"},
		"another month":  {Evidence{Dateline: dateline, Path: "2020/03/x.txt", ModTime: at(2020, 1, 2)}, "none"},
		"its folder":     {Evidence{Dateline: dateline, Path: "2020/01/x.txt", ModTime: at(2020, 1, 2)}, "2020-01-02 mtime"},
		"weekday":        {Evidence{Dateline: dateline, Wire: true, Body: paragraphs("It sailed on Monday."), ModTime: at(2020, 1, 2)}, "none ambiguous"},
		"day before":     {Evidence{Dateline: dateline, Wire: true, Body: paragraphs("It sailed on Wednesday."), ModTime: at(2020, 1, 2)}, "2020-01-02 mtime"},
		"day in month":   {Evidence{Dateline: third, ModTime: at(2020, 2, 2)}, "2020-01-31 mtime"},
		"next day":       {Evidence{Dateline: third, ModTime: at(2020, 1, 30)}, "2020-01-31 mtime"},
		"nothing":        {Evidence{Dateline: dateline}, "none"},
	} {
		if got := weighed(c.e); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestTheTimeOfAFileFitsTheWeekdayWithinADay(t *testing.T) {
	for weekday, want := range map[string]string{
		"said Friday":           "2020-08-15 mtime",
		"said Saturday":         "2020-08-15 mtime",
		"said Sunday":           "2020-08-15 mtime",
		"said Monday":           "--08-15 none ambiguous",
		"said Thursday":         "--08-15 none ambiguous",
		"on Sunday, Aug. 15":    "--08-15 none ambiguous",
		"on Saturday, Aug. 15":  "2020-08-15 mtime",
		"on Saturday (Aug. 15)": "2020-08-15 mtime",
		"on Sunday, Aug. 16":    "2020-08-15 mtime",
		"after a wet Monday":    "2020-08-15 mtime",
		"Monday-bound":          "2020-08-15 mtime",
	} {
		e := Evidence{Dateline: on(8, 15), Body: paragraphs("It sailed, she " + weekday + "."), ModTime: at(2020, 8, 30)}
		if got := weighed(e); got != want {
			t.Errorf("%s: %s, want %s", weekday, got, want)
		}
	}
}
