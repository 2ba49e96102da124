package feed_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
)

// markForever runs in the process that is killed. It saves places and searches and
// prints each one after it is saved.
func markForever(dir string) {
	s, err := feed.Open(background(), archive.FS("desk", "desk", feedtest.FS(60)), feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if err != nil {
		panic(err)
	}
	pid := os.Getpid()
	for i := 0; ; i++ {
		mark, search := fmt.Sprintf("%d-%d", pid, i), fmt.Sprintf("p%d-%d", pid, i)
		if err := s.SetPlace(background(), story.ID(mark), feed.Place{Block: 7}); err != nil {
			panic(err)
		}
		_, _ = fmt.Fprintln(os.Stdout, "place", mark)
		if err := s.SaveSearch(background(), search, "ferry"); err != nil {
			panic(err)
		}
		_, _ = fmt.Fprintln(os.Stdout, "search", search)
	}
}

func TestSavedMarksSurviveAKill(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var places, searches []string
	for range feedtest.Rounds(1, 6) {
		cmd, lines := child(t, "DATELINE_TEST_MARK="+dir)
		var killer *time.Timer
		for lines.Scan() {
			if killer == nil && strings.HasPrefix(lines.Text(), "search ") { // there is one of each
				killer = time.AfterFunc(time.Duration(rand.Int64N(int64(60*time.Millisecond))), func() { _ = cmd.Process.Kill() })
			}
			switch kind, name, _ := strings.Cut(lines.Text(), " "); kind {
			case "place":
				places = append(places, name)
			case "search":
				searches = append(searches, name)
			}
		}
		_ = cmd.Wait()
	}
	s := open(t, archive.FS("desk", "desk", feedtest.FS(60)), feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if w := s.Warnings(); len(w) > 0 {
		t.Errorf("warnings: %q", w)
	}
	saved, err := s.SavedSearches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range searches {
		if !slices.Contains(saved, feed.SavedSearch{Name: name, Text: "ferry"}) {
			t.Errorf("the search %s is lost", name)
		}
	}
	if len(places) == 0 || len(searches) == 0 {
		t.Errorf("%d places, %d searches", len(places), len(searches))
	}
	for _, id := range places {
		if p, err := s.Place(t.Context(), story.ID(id)); err != nil || p.Block != 7 {
			t.Errorf("the place in %s is lost: %+v, %v", id, p, err)
		}
	}
}
