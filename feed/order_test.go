package feed_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/feed"
)

// filler is text that no search of these tests finds.
var filler = strings.Repeat("The port is open and the sea is calm today. ", 12)

// TestBetterMatchesComeFirst has stories of two kinds that differ in one thing only, in
// all ages and lengths.
func TestBetterMatchesComeFirst(t *testing.T) {
	apart := strings.Repeat("port is open and sea is calm ", 3)
	for name, c := range map[string]struct {
		query         string
		typing        bool
		better, worse [2]string // headline and text
	}{
		"as typed, then inflected":        {"ferry", false, [2]string{"Notes", "A ferry sails."}, [2]string{"Notes", "The ferries sail."}},
		"as typed, then continued":        {"ferr", true, [2]string{"Notes", "A ferr sails."}, [2]string{"Notes", "A ferret and a ferret."}},
		"as typed with a star":            {"harbor*", false, [2]string{"Notes", "A harbor opens."}, [2]string{"Notes", "Some harborside harborside."}},
		"one of two as typed":             {"ferry sails", false, [2]string{"Notes", "A ferry, sailing."}, [2]string{"Notes", "The ferries, sailing."}},
		"the headline, then the text":     {"ferry", false, [2]string{"Ferry", "Notes."}, [2]string{"Notes", "Ferry, ferry, ferry and ferry."}},
		"more words in the headline":      {"ferry storm", false, [2]string{"Ferry storm", "Notes."}, [2]string{"Ferry", "A storm, a storm."}},
		"inflected in the headline":       {"ferry", false, [2]string{"Ferries", "Notes."}, [2]string{"Notes", "Ferries, ferries, ferries."}},
		"a phrase, then near words":       {"rate cut", false, [2]string{"Notes", "A rate cut."}, [2]string{"Notes", "A cut of the rate, a cut of the rate."}},
		"near words, then far ones":       {"rate cut", false, [2]string{"Notes", "A cut of the rate."}, [2]string{"Notes", "A cut " + apart + "of the rate."}},
		"far words, then farther ones":    {"rate cut", false, [2]string{"Notes", "A cut port is open and sea is calm of the rate."}, [2]string{"Notes", "A cut " + apart + apart + "of the rate."}},
		"an inflected phrase":             {"rate cut", false, [2]string{"Notes", "Two rates cut."}, [2]string{"Notes", "Cut were the rates today and cut were the rates."}},
		"with a field":                    {"kind:story rate cut", false, [2]string{"Notes", "A rate cut."}, [2]string{"Notes", "A cut of the rate."}},
		"with alternatives":               {"rate (cut OR rise)", false, [2]string{"Rate cut", "Notes."}, [2]string{"Notes", "A rate cut, a rate cut."}},
		"three words in a row":            {"key rate cut", false, [2]string{"Notes", "A key rate cut."}, [2]string{"Notes", "A key to cut the rate."}},
		"Korean in the headline":          {"금리", false, [2]string{"기준금리 동결", "오늘."}, [2]string{"오늘", "금리, 또 금리."}},
		"Korean words in a row":           {"금리 인상", false, [2]string{"오늘", "금리 인상 소식."}, [2]string{"오늘", "인상 소식과 금리."}},
		"while the second word is typed":  {"rate cu", true, [2]string{"Notes", "A rate cut."}, [2]string{"Notes", "A cut of the rate."}},
		"a phrase in quotes, in headline": {`"rate cut"`, false, [2]string{"Rate cut", "Notes."}, [2]string{"Notes", "A rate cut, a rate cut."}},
	} {
		files := map[string]string{}
		for i, age := range []int{1, 28} {
			for j, more := range []string{"", filler, filler + filler + filler} {
				files[fmt.Sprintf("better%d%d.txt", i, j)] = dated(c.better[0], age, c.better[1]+" "+more)
				files[fmt.Sprintf("worse%d%d.txt", i, j)] = dated(c.worse[0], 29-age, c.worse[1]+" "+more)
			}
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := open(t, source(t, folder(t, files)), dirs(t))
			scan(t, s)
			got := found(t, s, feed.Search{Text: c.query, Typing: c.typing})
			if !slices.IsSortedFunc(got, func(a, b string) int { return strings.Compare(a[:1], b[:1]) }) || len(got) != len(files) {
				t.Errorf("%s finds %q", c.query, got)
			}
		})
	}
}
