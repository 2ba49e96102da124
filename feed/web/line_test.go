package web_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/marks"
	"dateline/feed/story"
	"dateline/feed/web"
)

// harbor is an archive of a course of events, other stories, and filler.
func harbor() map[string]string {
	files := map[string]string{
		"1.txt": dated("Mooring of Karvik ferry breaks", 4, "The mooring of the ferry Kestrel broke in a gale, harbor master Odran Roake said."),
		"2.txt": dated("Karvik ferry aground off Skarn", 5, "The ferry Kestrel ran aground with 40 people.", "Mooring of Karvik ferry breaks"),
		"2a.txt": dated("(LEAD) Karvik ferry aground off Skarn", 5, "The ferry Kestrel ran aground with 42 people.",
			"Mooring of Karvik ferry breaks"),
		"3.txt": dated("Harbor master Roake suspended over mooring", 6, "Odran Roake was suspended after the Kestrel ran aground.",
			"Karvik ferry aground off Skarn", "Mooring of Karvik ferry breaks"),
		"4.txt":     dated("Kestrel towed to Karvik", 8, "Two tugs towed the ferry Kestrel home.", "Karvik ferry aground off Skarn"),
		"21.txt":    dated("Inquiry blames mooring of Kestrel", 25, "The inquiry blames Odran Roake for the mooring.", "Harbor master Roake suspended over mooring"),
		"other.txt": dated("Tolvik bakery burns", 5, "A bakery burned down.", "Cats of Tolvik"),
		"cats.txt":  dated("Cats of Tolvik", 4, "The cats are well."),
	}
	for i := range 60 {
		files[fmt.Sprintf("filler/%02d.txt", i)] = dated(fmt.Sprintf("Council meets on item %c%c", 'a'+i%9, 'a'+i/9), 1+i%28,
			fmt.Sprintf("The council said that people wait for item %d%d near the hall.", i, i))
	}
	return files
}

// lineOf returns the time line of a story, as path, reason and › for the story itself.
func lineOf(t *testing.T, cat *catalog.Catalog, st *story.Story) string {
	t.Helper()
	entries, err := web.Timeline(t.Context(), cat, st)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range entries {
		here := " "
		if e.Here {
			here = "›"
		}
		b.WriteString(strings.TrimRight(fmt.Sprintf("%s %s %s", here, e.Row.Path, e.Reason), " ") + "\n")
	}
	return b.String()
}

func TestATimeLineHasEachStoryOfACourseOfEventsWithItsReason(t *testing.T) {
	cat, stories := archiveOf(t, harbor())
	want := `  1.txt listed by this story
› 2a.txt
  3.txt lists this story
  4.txt lists this story
`
	if got := lineOf(t, cat, stories["2a.txt"]); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := lineOf(t, cat, stories["2a.txt"]); got != want {
		t.Errorf("the second time\n%s", got)
	}
	if got := lineOf(t, cat, stories["cats.txt"]); got != "› cats.txt\n  other.txt lists this story\n" {
		t.Errorf("two stories:\n%s", got)
	}
	if got := lineOf(t, cat, stories["filler/07.txt"]); got != "› filler/07.txt\n" {
		t.Errorf("a story alone:\n%s", got)
	}
}

func TestStoriesWithOneSlugOrListedTogetherAreInOneLine(t *testing.T) {
	files := harbor()
	for i, slug := range []string{"BC-Skarn-Lamp", "PM-Skarn-Lamp, 1st Ld", "BC-Skarn-Lamps"} {
		files[fmt.Sprintf("slug%d.txt", i)] = fmt.Sprintf("a04%d u i %s 03-1%d 0290\n%s\nPORT ELLERY, March 1%d, 2024 (Meridian) -- %s\n(END)\n",
			i, slug, i, []string{"Keeper leaves", "Night falls early", "New light arrives"}[i], i, "Somebody said so.")
	}
	for i, list := range []string{"Roof of market leaks", "Market hall shut", "Stalls move to quay"} {
		files[fmt.Sprintf("market%d.txt", i)] = dated(list, 10+i, "Nothing else is known.")
	}
	for i, text := range []string{"Weekend tips", "What to see"} {
		files[fmt.Sprintf("lists%d.txt", i)] = dated(text, 13, "Read on.", "Roof of market leaks", "Market hall shut", "Cats of Tolvik")
	}
	cat, stories := archiveOf(t, files)
	if got := lineOf(t, cat, stories["slug0.txt"]); got != "› slug0.txt\n  slug1.txt same slug as this story\n" {
		t.Errorf("slugs:\n%s", got)
	}
	if got := lineOf(t, cat, stories["market0.txt"]); !strings.Contains(got, "market1.txt listed with this story by 2 stories\n") || strings.Contains(got, "market2") {
		t.Errorf("listed together:\n%s", got)
	}
}

func TestAKillIsInTheLineOfItsStory(t *testing.T) {
	files := harbor()
	files["kill.txt"] = dated("(KILL) Karvik ferry aground off Skarn", 6, "EDITORS: Please kill the story headlined 'Karvik ferry aground off Skarn'. It was a barge.")
	cat, stories := archiveOf(t, files)
	if err := cat.Announce(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := lineOf(t, cat, stories["2a.txt"]); !strings.Contains(got, "  kill.txt corrects or kills this story\n") {
		t.Errorf("the story:\n%s", got)
	}
	if got := lineOf(t, cat, stories["kill.txt"]); !strings.Contains(got, "corrected or killed by this story\n") {
		t.Errorf("the kill:\n%s", got)
	}
}

func TestAColumnJoinsOnlyByAListedHeadline(t *testing.T) {
	files := map[string]string{}
	for day := 1; day <= 5; day++ {
		files[fmt.Sprintf("gold%d.txt", day)] = dated("Karvik gold fixing", day, "The Karvik gold fixing of Odran Roake on Skarn was higher.")
	}
	files["gold3.txt"] = dated("Karvik gold fixing", 3, "The Karvik gold fixing of Odran Roake on Skarn was higher.", "Mooring of Karvik ferry breaks")
	maps.Copy(files, harbor())
	cat, stories := archiveOf(t, files)
	got := lineOf(t, cat, stories["gold3.txt"])
	if !strings.Contains(got, "  1.txt listed by this story\n") || strings.Contains(got, "gold2") || strings.Contains(got, "gold4") {
		t.Errorf("got\n%s", got)
	}
}

func TestTheReaderPutsStoriesIntoALineAndCutsThem(t *testing.T) {
	files := harbor()
	cat, m := catalogtest.Marked(t, "")
	stories := fillWith(t, cat, files)
	set := func(a, b string, joined bool) {
		t.Helper()
		value := marks.Cut
		if joined {
			value = marks.Joined
		}
		c := marks.Change{Field: marks.Line, Story: marks.Story{ID: stories[a].ID}, Other: marks.Story{ID: stories[b].ID}, New: value}
		if _, err := m.Do(t.Context(), "time line", c); err != nil {
			t.Fatal(err)
		}
	}
	set("2.txt", "cats.txt", true)
	set("3.txt", "2a.txt", false)
	got := lineOf(t, cat, stories["2a.txt"])
	if !strings.Contains(got, "cats.txt added by hand\n") || strings.Contains(got, " 3.txt") {
		t.Errorf("got\n%s", got)
	}
	if got := lineOf(t, cat, stories["cats.txt"]); !strings.Contains(got, "2a.txt added by hand\n") {
		t.Errorf("the other:\n%s", got)
	}
	set("3.txt", "2a.txt", true)
	set("2a.txt", "cats.txt", false) // another take; the latest change counts
	got = lineOf(t, cat, stories["2a.txt"])
	if strings.Contains(got, "cats.txt") || !strings.Contains(got, " 3.txt added by hand\n") {
		t.Errorf("and back:\n%s", got)
	}
}

func TestLinesOfTheGeneratorAreBoundedInOrderAndHaveReasons(t *testing.T) {
	cat, stories := desk(t)
	long := 0
	for _, st := range stories[:40] {
		entries, err := web.Timeline(t.Context(), cat, st)
		if err != nil || len(entries) > 40 {
			t.Fatalf("%s: %d, %v", st.Path, len(entries), err)
		}
		here := slices.IndexFunc(entries, func(e web.Entry) bool { return e.Here })
		if here < 0 || entries[here].Row.ID != st.ID {
			t.Errorf("%s is not in its line", st.Path)
		}
		for i, e := range entries {
			if i > 0 && e.Row.Date.Unix() < entries[i-1].Row.Date.Unix() {
				t.Errorf("%s: %s comes too late", st.Path, e.Row.Path)
			}
			if !e.Here && (e.Reason.String() == "" || e.Weight < 2) {
				t.Errorf("%s: %s for %q, %v", st.Path, e.Row.Path, e.Reason, e.Weight)
			}
		}
		if len(entries) > 3 {
			long++
		}
	}
	if long == 0 {
		t.Error("no story has a line")
	}
}
