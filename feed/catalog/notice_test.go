package catalog_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/catalog"
	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

// noticeFiles returns stories, corrections and kills of many kinds.
func noticeFiles() []fill.File {
	var files []fill.File
	put := func(path, title string, date story.Date, change func(*story.Story)) {
		s := catalogtest.Story(path, title, date, 1)
		if change != nil {
			change(s)
		}
		files = append(files, catalogtest.FileOf(s))
	}
	announce := func(kind story.Kind, note string) func(*story.Story) {
		return func(s *story.Story) {
			s.Headline.Kind, s.Notes = kind, []story.Note{{Text: note}}
		}
	}
	put("ferry.txt", "Harbour ferry strike ends", day(2030, 5, 10), nil)
	put("ferry-old.txt", "Harbour ferry strike ends", day(2030, 5, 1), nil)
	put("ferry-corrected.txt", "Harbour ferry strike ends", day(2030, 5, 11), announce(story.Correction, "(ATTN: CORRECTS para 2)"))
	put("ferry-kill.txt", "Strike story", day(2030, 5, 12), announce(story.Kill, "Please kill the story headlined 'Harbour ferry strike ends'."))
	put("list.txt", "Storm list names 212 rescued", day(2030, 5, 10), nil)
	put("list-corrected.txt", "Storm list names 121 rescued", day(2030, 5, 10), announce(story.Correction, "(CORRECTS to 121 instead of 212)"))
	put("slug.txt", "Mountain shakes", day(2030, 5, 10), func(s *story.Story) { s.Envelope.Slug, s.Envelope.Number = "BC-Hesker Swarm", "w9991" })
	put("slug-kill.txt", "BULLETIN KILL", day(2030, 5, 12), announce(story.Kill, "Please kill the story Hesker Swarm, V0001."))
	put("number-kill.txt", "MANDATORY KILL", day(2030, 5, 12), announce(story.Kill, "Please kill W9991."))
	put("late-kill.txt", "KILL", day(2030, 6, 20), announce(story.Kill, "Please kill the story headlined 'Mountain shakes'."))
	put("undated-kill.txt", "KILL", story.Date{}, announce(story.Kill, "Please kill the story headlined 'Mountain shakes'."))
	put("item.json", "Tram line reopens", day(2030, 5, 10), func(s *story.Story) { s.UIDs = []string{"urn:tram"} })
	put("item-kill.json", "Canceled item", day(2030, 5, 10), func(s *story.Story) { s.Headline.Kind, s.UIDs = story.Kill, []string{"urn:tram"} })
	put("next-kill.json", "Canceled too", day(2030, 5, 10), func(s *story.Story) { s.Headline.Kind, s.Replaces = story.Kill, "urn:tram" })
	put("lost-kill.txt", "KILL", day(2030, 5, 12), announce(story.Kill, "Please kill the story headlined 'Nobody wrote this story'."))
	return files
}

var wantNotices = []string{
	"ferry-corrected.txt > ferry.txt", "ferry-kill.txt > ferry.txt", "item-kill.json > item.json", "list-corrected.txt > list.txt",
	"next-kill.json > item.json", "number-kill.txt > slug.txt", "slug-kill.txt > slug.txt", "undated-kill.txt > slug.txt",
}

// announced returns the notices of a catalog and their stories.
func announced(t *testing.T, c *catalog.Catalog, files []fill.File) []string {
	t.Helper()
	if err := c.Announce(t.Context()); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range files {
		rows, err := c.Subjects(t.Context(), story.NewID(f.Path))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			lines = append(lines, f.Path+" > "+r.Path)
		}
	}
	slices.Sort(lines)
	return lines
}

func TestNoticesAreTheSameInAnyOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 12 {
		c, _ := catalogtest.Open(t)
		files := noticeFiles()
		random.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		var steps []string
		for left := files; len(left) > 0; {
			n := 1 + random.IntN(len(left))
			catalogtest.Put(t, c, slices.Clone(left[:n])...)
			steps = append(steps, strconv.Itoa(n))
			if left = left[n:]; random.IntN(2) == 0 {
				announced(t, c, nil)
			}
		}
		if got := announced(t, c, files); !slices.Equal(got, wantNotices) {
			t.Errorf("round %d, batches of %v:\n%s\nwant\n%s", round, steps, strings.Join(got, "\n"), strings.Join(wantNotices, "\n"))
		}
	}
}

func TestNoticesFollowTheStoriesThatComeAndGo(t *testing.T) {
	c, _ := catalogtest.Open(t)
	files := noticeFiles()
	catalogtest.Put(t, c, slices.Clone(files)...)
	check := func(what, path, want string) {
		t.Helper()
		got := slices.DeleteFunc(announced(t, c, files), func(l string) bool { return !strings.HasPrefix(l, path+" > ") })
		if strings.Join(got, "") != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	remove := func(paths ...string) {
		t.Helper()
		if _, err := c.Remove(t.Context(), paths); err != nil {
			t.Fatal(err)
		}
	}
	check("at first", "ferry-kill.txt", "ferry-kill.txt > ferry.txt")
	remove("ferry.txt")
	check("without its story", "ferry-kill.txt", "ferry-kill.txt > ferry-old.txt")
	remove("ferry-old.txt", "ferry-corrected.txt")
	check("without any", "ferry-kill.txt", "")
	nearer := catalogtest.File("nearer.txt", "Harbour Ferry Strike Ends", day(2030, 5, 9), 1)
	catalogtest.Put(t, c, nearer)
	check("with another", "ferry-kill.txt", "ferry-kill.txt > nearer.txt")
	edited := catalogtest.File("nearer.txt", "Harbour ferry sails", day(2030, 5, 9), 1)
	catalogtest.Put(t, c, edited)
	check("after an edit", "ferry-kill.txt", "")
	catalogtest.Put(t, c, files[0])
	check("when it is back", "ferry-kill.txt", "ferry-kill.txt > "+files[0].Path)
	remove("ferry-kill.txt")
	check("without the notice", "ferry-kill.txt", "")
}
