package feed_test

import (
	"errors"
	"slices"
	"testing"

	"dateline/feed"
	"dateline/feed/query"
	"dateline/feed/story"
)

// kin is a store with a story in three takes, two stories like it and one unlike it.
func kin(t *testing.T) *feed.Store {
	t.Helper()
	s := open(t, source(t, folder(t, map[string]string{
		"one.txt":   dated("Karvik ferry runs aground", 1, "The ferry Kestrel ran aground near the Skarn lighthouse with 40 people."),
		"two.txt":   dated("(LEAD) Karvik ferry runs aground", 1, "The ferry Kestrel ran aground near the Skarn lighthouse with 42 people."),
		"three.txt": dated("(2nd LD) Karvik ferry runs aground", 1, "The ferry Kestrel ran aground near the Skarn lighthouse. All people are safe."),
		"like.txt":  dated("Captain of Kestrel questioned", 5, "The captain said that the lighthouse of Skarn was dark."),
		"less.txt":  dated("Winter timetable", 9, "The Kestrel sails twice a day with people and mail."),
		"other.txt": dated("Bank cuts rate", 3, "The bank cut the rate, and the people were pleased."),
	})), dirs(t))
	scan(t, s)
	return s
}

func TestAGroupHasTheTakesOfAStory(t *testing.T) {
	s := kin(t)
	id := string(story.NewID("two.txt"))
	for text, want := range map[string]string{
		"group:" + id:                               "one three two",
		"group:" + id[:8]:                           "one three two",
		"GROUP:" + id + " 42":                       "two",
		"-group:" + id + " ferry":                   "",
		"-group:" + id + " people":                  "less other",
		"(group:" + id + " OR bank) NOT take:2":     "one other three",
		"group:" + string(story.NewID("other.txt")): "other",
	} {
		if got := joined(found(t, s, feed.Search{Text: text})); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		if got := joined(found(t, s, feed.Search{Text: text, Typing: true})); got != want {
			t.Errorf("%s while it is typed: %q, want %q", text, got, want)
		}
	}
}

func TestStoriesLikeOneComeBestFirst(t *testing.T) {
	s := kin(t)
	got := found(t, s, feed.Search{Text: "like:" + string(story.NewID("two.txt")), Sort: feed.Best})
	if len(got) < 4 || slices.Contains(got, "two") || slices.Index(got, "like") > slices.Index(got, "less") && slices.Contains(got, "less") || slices.Contains(got, "other") && got[len(got)-1] != "other" {
		t.Errorf("%q", got)
	}
	if got := found(t, s, feed.Search{Text: "like:" + string(story.NewID("two.txt")) + " captain"}); !slices.Equal(got, []string{"like"}) {
		t.Errorf("with a word: %q", got)
	}
}

func TestAnIDThatNamesNoStoryIsAnError(t *testing.T) {
	s := desk(t, 200)
	counts := map[byte]int{}
	for _, r := range all(t, s) {
		counts[r.ID[0]]++
	}
	for _, field := range []string{"group:", "like:"} {
		for text, reason := range map[string]string{
			"x " + field + "zzzzzzzzzzzz": "there is no story with this ID",
			"x " + field + "1":            `"1" is not the ID of a story`,
		} {
			_, err := s.Search(t.Context(), feed.Search{Text: text})
			wrong, ok := errors.AsType[*query.Error](err)
			if !ok || wrong.Reason != reason || wrong.Start < 2 || wrong.End > len(text) {
				t.Errorf("%s: %v, want %s", text, err, reason)
			}
		}
		for letter, n := range counts {
			text := field + string(letter)
			_, err := s.Search(t.Context(), feed.Search{Text: text})
			if wrong, ok := errors.AsType[*query.Error](err); ok != (n > 1) || ok && wrong.Reason != "several stories begin with this ID" {
				t.Errorf("%s, which %d stories begin with: %v", text, n, err)
			}
			if _, err := s.Search(t.Context(), feed.Search{Text: text, Typing: true}); err != nil {
				t.Errorf("%s while it is typed: %v", text, err)
			}
		}
	}
}
