package web_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/intake"
	"dateline/feed/scan"
	"dateline/feed/story"
	"dateline/feed/web"
)

// dated returns a story of that day of March 2024 in the format of agency copy.
func dated(headline string, day int, text string, related ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nPORT ELLERY, March %d, 2024 (Meridian) -- %s\n(END)\n", headline, day, text)
	for _, r := range related {
		b.WriteString("-\n" + r + "\n")
	}
	return b.String()
}

// archiveOf returns a catalog of files, and their stories by path.
func archiveOf(t *testing.T, files map[string]string) (*catalog.Catalog, map[string]*story.Story) {
	t.Helper()
	cat := catalogtest.At(t, "")
	return cat, fillWith(t, cat, files)
}

// fillWith puts files into a catalog and returns their stories by path.
func fillWith(t *testing.T, cat *catalog.Catalog, files map[string]string) map[string]*story.Story {
	t.Helper()
	fsys, stories := fstest.MapFS{}, map[string]*story.Story{}
	for path, text := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(text)}
		stories[path] = scan.Parse(intake.File{Path: path, Data: []byte(text)})[0]
	}
	if _, err := scan.Run(t.Context(), scan.Config{Source: archive.FS("desk", "desk", fsys), Catalog: cat}); err != nil {
		t.Fatal(err)
	}
	return stories
}

// member returns a story of a time line.
// ferry is an archive about a ferry, with filler so that its words are rare.
func ferry() map[string]string {
	files := map[string]string{
		"aground.txt": dated("Karvik ferry runs aground", 5,
			"The ferry Kestrel ran aground near the Skarn lighthouse with 40 people aboard, its owner Odran Roake said."),
		"lead.txt": dated("(LEAD) Karvik ferry runs aground", 5,
			"The ferry Kestrel ran aground near the Skarn lighthouse with 42 people aboard, its owner Odran Roake said."),
		"copy.txt": dated("(LEAD) Karvik ferry runs aground", 12,
			"The ferry Kestrel ran aground near the Skarn lighthouse with 42 people aboard, its owner Odran Roake said."),
		"captain.txt": dated("Captain of Kestrel questioned", 6, "Police asked why the lighthouse of Skarn was dark when the ship passed."),
		"captain2.txt": dated("(2nd LD) Captain of Kestrel questioned", 6,
			"Police asked why the lighthouse of Skarn was dark when the ship passed, and what Odran Roake knew."),
		"owner.txt":  dated("Shipping line changes hands", 20, "The line was sold by Odran Roake, and the new owner keeps its name."),
		"kill.txt":   dated("(KILL) Karvik ferry is sunk near Skarn", 5, "EDITORS: Kill the story. The Kestrel of Odran Roake is not sunk."),
		"mailbag.md": dated("Winter timetable", 9, "The Kestrel sails twice a day with people and mail."),
	}
	for i := range 80 {
		files[fmt.Sprintf("filler/%02d.txt", i)] = dated(fmt.Sprintf("Council meets on item %c%c", 'a'+i%9, 'a'+i/9), 1+i%28,
			fmt.Sprintf("The council said that people wait for item %d%d near the hall, and that its owner asked why.", i, i))
	}
	return files
}

// reasons returns what is alike, as path: words.
func reasons(list []web.Alike) string {
	var b strings.Builder
	for _, a := range list {
		fmt.Fprintf(&b, "%s: %s\n", a.Row.Path, strings.Join(a.Words, " "))
	}
	return b.String()
}

func TestStoriesThatShareRareWordsAreAlikeOncePerStory(t *testing.T) {
	cat, stories := archiveOf(t, ferry())
	got, err := web.AlikeTo(t.Context(), cat, stories["aground.txt"])
	if err != nil {
		t.Fatal(err)
	}
	want := "captain2.txt: Odran Roake Skarn Kestrel lighthouse\nowner.txt: Odran Roake\n"
	if r := reasons(got); r != want {
		t.Errorf("got\n%swant\n%s", r, want)
	}
	again, err := web.AlikeTo(t.Context(), cat, stories["aground.txt"])
	if err != nil || reasons(again) != reasons(got) {
		t.Errorf("the second time: %s, %v", reasons(again), err)
	}
}

func TestOneWordOrCommonWordsDoNotMakeStoriesAlike(t *testing.T) {
	cat, stories := archiveOf(t, ferry())
	for _, path := range []string{"mailbag.md", "filler/03.txt"} {
		if got, err := web.AlikeTo(t.Context(), cat, stories[path]); err != nil || len(got) != 0 {
			t.Errorf("%s: %s, %v", path, reasons(got), err)
		}
	}
}

func TestAStoryThatIsInNoCatalogHasNothingAlike(t *testing.T) {
	cat := catalogtest.At(t, "")
	st := catalogtest.Story("a.txt", "Harbor of Tolvik closed", story.Date{Year: 2024, Month: 3, Day: 5}, story.TakeFirst)
	if got, err := web.AlikeTo(t.Context(), cat, st); err != nil || len(got) != 0 {
		t.Errorf("%s, %v", reasons(got), err)
	}
}

func TestSharedWordsOfKoreanAreWordsAndNotPairs(t *testing.T) {
	files := map[string]string{
		"a.txt": "기준금리 4.25%로 인하\n(포트엘러리=메리디안) 2024년 10월 10일 중앙은행이 기준금리를 내렸다.\n위원 일곱 명 가운데 다섯 명이 인하에 찬성했고 두 명은 동결을 주장했다.\n(끝)\n",
		"b.txt": "중앙은행 총재 \"기준금리 더 내릴 수도\"\n(포트엘러리=메리디안) 2024년 10월 12일 총재가 말했다.\n그는 항만 파업이 끝나 수출이 살아나면 내년 봄에 다시 판단하겠다고 덧붙였다.\n(끝)\n",
	}
	for i := range 20 {
		files[fmt.Sprintf("c%02d.txt", i)] = dated("Council meets", 1+i, "The council said that people wait.")
	}
	cat, stories := archiveOf(t, files)
	got, err := web.AlikeTo(t.Context(), cat, stories["a.txt"])
	if err != nil || len(got) != 1 || !slices.Contains(got[0].Words, "기준금리") || !slices.Contains(got[0].Words, "중앙은행") {
		t.Errorf("%s, %v", reasons(got), err)
	}
}

func TestALongStoryMustShareMore(t *testing.T) {
	files := ferry()
	files["long.txt"] = dated("A year at sea", 7, "The lighthouse of Skarn. "+strings.Repeat("And then the sea was as it was before. ", 800))
	cat, stories := archiveOf(t, files)
	got, err := web.AlikeTo(t.Context(), cat, stories["captain.txt"])
	if err != nil || slices.ContainsFunc(got, func(a web.Alike) bool { return a.Row.Path == "long.txt" }) {
		t.Errorf("%s, %v", reasons(got), err)
	}
}

func TestAlikeStoriesOfTheGeneratorAreOtherStoriesAndFew(t *testing.T) {
	cat, stories := desk(t)
	for _, st := range stories[:100] {
		got, err := web.AlikeTo(t.Context(), cat, st)
		if err != nil || len(got) > 12 {
			t.Fatalf("%s: %d, %v", st.Path, len(got), err)
		}
		takes, err := web.Takes(t.Context(), cat, st)
		if err != nil {
			t.Fatal(err)
		}
		ids := map[story.ID]bool{}
		for _, t := range takes {
			ids[t.Row.ID] = true
		}
		for _, a := range got {
			if ids[a.Row.ID] || len(a.Words) < 2 {
				t.Errorf("%s is like %s for %q", st.Path, a.Row.Path, a.Words)
			}
			ids[a.Row.ID] = true
		}
	}
}
