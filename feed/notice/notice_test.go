package notice_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"dateline/feed/intake"
	"dateline/feed/notice"
	"dateline/feed/scan"
	"dateline/feed/story"
)

// parse reads the stories of a file as a scan does.
func parse(path string, data []byte) []*story.Story {
	return scan.Parse(intake.File{Path: path, Data: data, ModTime: time.Date(2025, 5, 5, 0, 0, 0, 0, time.UTC)})
}

// TestNoticesFindTheirStories reads the archives in testdata. The comment of each says
// which story each notice is about.
func TestNoticesFindTheirStories(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) < 3 {
		t.Fatalf("%d archives, %v", len(paths), err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for l := range strings.Lines(string(a.Comment)) {
			if strings.Contains(l, " > ") {
				want = append(want, strings.TrimSpace(l))
			}
		}
		got := targets(a)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%s\nwant\n%s", path, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		slices.Reverse(a.Files)
		if again := targets(a); !slices.Equal(got, again) {
			t.Errorf("%s: in the reverse order\n%s\nnot\n%s", path, strings.Join(again, "\n"), strings.Join(got, "\n"))
		}
	}
}

// targets returns a line for each notice of an archive: "kill 04/kill.txt > 03/ferry.txt".
func targets(a *txtar.Archive) (lines []string) {
	var stories []*story.Story
	var rows []story.Row
	paths := map[story.ID]string{}
	for _, f := range a.Files {
		for _, s := range parse("2024/10/"+f.Name, f.Data) {
			stories, rows = append(stories, s), append(rows, story.NewRow(s))
			paths[s.ID] = strings.TrimPrefix(s.Path, "2024/10/")
		}
	}
	for i, s := range stories {
		n, ok := notice.Read(s)
		if !ok {
			continue
		}
		words := []string{string(s.Headline.Kind), paths[s.ID], ">"}
		for _, id := range n.Targets(&rows[i], rows) {
			words = append(words, paths[id])
		}
		if len(words) == 3 {
			words = append(words, "none")
		}
		lines = append(lines, strings.Join(words, " "))
	}
	slices.Sort(lines)
	return lines
}

func TestOnlyCorrectionsAndKillsAnnounce(t *testing.T) {
	for _, s := range parse("2024/10/03/a.txt", []byte("Story 'Ferry sails at last' withdrawn\nSKARN, Oct. 3 (Meridian) -- It was withdrawn.\n(END)\n")) {
		if n, ok := notice.Read(s); ok {
			t.Errorf("a plain story announces %+v", n)
		}
	}
}

func TestAHostileNoticeIsRead(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("'", 100000), strings.Repeat("story A, ", 20000), strings.Repeat("headlined 'x", 20000), strings.Repeat("V9991 ", 20000), "headlined '", "story",
	} {
		for _, s := range parse("2024/10/03/a.txt", []byte("(KILL) Ferry sails\n(ATTN: "+text+")\n"+text+"\n(END)\n")) {
			n, ok := notice.Read(s)
			if size := len(n.Named) + len(n.Quoted) + len(n.Numbers) + len(n.Wrong); !ok || size > 80 {
				t.Errorf("%.20q: %d names, %t", text, size, ok)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("(ATTN: CORRECTS 3 instead of 4)", "Please kill the story headlined 'Ferry sails at last', V9991.")
	f.Fuzz(func(_ *testing.T, note, body string) {
		s := story.Story{Headline: story.Headline{Title: body, Kind: story.Kill}, Notes: []story.Note{{Text: note}}, Body: []story.Block{{Kind: story.Paragraph, Text: body}}}
		n, _ := notice.Read(&s)
		row := story.NewRow(&s)
		n.Targets(&row, []story.Row{{ID: "a", Headline: story.Headline{Title: note}, Slug: body}})
	})
}
