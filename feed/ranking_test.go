package feed_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
)

// dated returns a story of a day in March 2031.
func dated(headline string, day int, text string) string {
	return fmt.Sprintf("%s\nPORT ELLERY, March %d, 2031 (Meridian) -- %s\n(END)\n", headline, day, text)
}

func TestTheBestMatchComesFirst(t *testing.T) {
	padding := strings.Repeat("The port is open and the sea is calm. ", 10)
	s := open(t, source(t, folder(t, map[string]string{
		"headline.txt": dated("Kestrel sails again", 1, padding),
		"often.txt":    dated("Port has a busy day", 9, "The kestrel met a kestrel. "+padding),
		"once.txt":     dated("Port has a quiet day", 8, "A kestrel was seen. "+padding),
		"older.txt":    dated("Port has a calm day", 7, "A kestrel was seen. "+padding),
		"none.txt":     dated("Port has a windy day", 6, padding),
	})), dirs(t))
	scan(t, s)
	want := []string{"headline", "often", "once", "older"}
	if got := found(t, s, feed.Search{Text: "kestrel"}); !slices.Equal(got, want) {
		t.Errorf("best first: %q, not %q", got, want)
	}
	want = []string{"often", "once", "older", "headline"}
	if got := found(t, s, feed.Search{Text: "kestrel", Sort: feed.Newest}); !slices.Equal(got, want) {
		t.Errorf("newest first: %q, not %q", got, want)
	}
	r, err := s.Search(t.Context(), feed.Search{Text: "kestrel", Sort: feed.Best})
	if err != nil {
		t.Fatal(err)
	}
	last := 0.0
	for h, err := range r.All(t.Context(), feed.Best) {
		if err != nil || h.Score <= 0 || last > 0 && h.Score > last {
			t.Errorf("%s has score %v after %v, %v", h.Row.Path, h.Score, last, err)
		}
		last = h.Score
	}
}

func TestSearchesHaveTheReportedOrderAndCanBeCancelled(t *testing.T) {
	s := open(t, archive.FS("desk", "desk", feedtest.FS(2000)), dirs(t))
	scan(t, s)
	t.Run("the order is the reported one", func(t *testing.T) { checkOrders(t, s) })
	t.Run("a cancelled search ends and the next search works", func(t *testing.T) { checkCancelling(t, s) })
}

// checkOrders checks that Auto ranks small results and Best ranks all results, and
// that every result reports its order.
func checkOrders(t *testing.T, s *feed.Store) {
	t.Helper()
	many := strings.Repeat("the OR of OR ", 98) + "in" // too many words in too many stories to be ranked while the user types
	forced := "the OR of OR in"
	if feedtest.Rounds(0, 1) > 0 {
		forced = many // seconds of work
	}
	for _, c := range []struct {
		text string
		sort feed.Sort
		want feed.Sort
	}{
		{"kestrel ferry storm", feed.Auto, feed.Best}, {many, feed.Auto, feed.Newest}, {forced, feed.Best, feed.Best}, {many, feed.Newest, feed.Newest},
		{"kestrel", feed.Newest, feed.Newest}, {"kestrel", feed.Oldest, feed.Newest}, {"kind:story", feed.Auto, feed.Newest},
		{"kind:story", feed.Best, feed.Newest}, {"", feed.Auto, feed.Newest}, {"nothingatall", feed.Auto, feed.Best},
	} {
		r, err := s.Search(t.Context(), feed.Search{Text: c.text, Sort: c.sort})
		if err != nil {
			t.Fatal(err)
		}
		if r.Order != c.want {
			t.Errorf("%q, sorted %q, has order %q, not %q", c.text, c.sort, r.Order, c.want)
		}
		checkOrder(t, r, c.text)
	}
}

// checkOrder checks that r has the order that it reports.
func checkOrder(t *testing.T, r *feed.Result, text string) {
	t.Helper()
	var last feed.Hit
	n := 0
	for h, err := range r.All(t.Context(), feed.Auto) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n > 1 {
			if r.Order == feed.Best && h.Score > last.Score {
				t.Fatalf("%q: %v comes after %v", text, h.Score, last.Score)
			}
			if r.Order == feed.Newest && h.Row.Date.Unix() > last.Row.Date.Unix() {
				t.Fatalf("%q: %v comes after %v", text, h.Row.Date, last.Row.Date)
			}
		}
		last = h
	}
	if count, err := r.Count(t.Context()); err != nil || count != n {
		t.Fatalf("%q: counted %d of %d, %v", text, count, n, err)
	}
}

func checkCancelling(t *testing.T, s *feed.Store) {
	t.Helper()
	whole := feed.Search{Text: "the OR a OR of OR in", Sort: feed.Best}
	for _, after := range []time.Duration{0, time.Millisecond, 3 * time.Millisecond, 10 * time.Millisecond} {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(after, cancel)
		var err error
		for err == nil {
			var r *feed.Result
			if r, err = s.Search(ctx, whole); err == nil {
				_, err = r.Facets(ctx, nil)
			}
		}
		if !errors.Is(err, context.Canceled) {
			t.Errorf("after %v: error %v", after, err)
		}
		if r, err := s.Search(t.Context(), whole); err != nil {
			t.Errorf("after %v: the next search: %v", after, err)
		} else if n, err := r.Count(t.Context()); err != nil || n == 0 {
			t.Errorf("after %v: the next search: %d, %v", after, n, err)
		}
	}
}

func TestConcurrentSearchesWorkDuringAScan(t *testing.T) {
	s := open(t, archive.FS("desk", "desk", feedtest.FS(600)), dirs(t))
	var group sync.WaitGroup
	done := make(chan struct{})
	for i := range 20 {
		group.Go(func() {
			for n := 0; ; n++ {
				if err := searchOnce(t.Context(), s, typed[(i+n)%len(typed)], i%2 == 0); err != nil {
					t.Error(err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	scan(t, s)
	if err := s.Settle(t.Context()); err != nil {
		t.Error(err)
	}
	close(done)
	group.Wait()
}

func searchOnce(ctx context.Context, s *feed.Store, text string, typing bool) error {
	r, err := s.Search(ctx, feed.Search{Text: text, Typing: typing})
	if err != nil {
		return err
	}
	rows, err := r.Rows(ctx, story.Key{}, 20)
	if err != nil || len(rows) == 0 {
		return err
	}
	_, countErr := r.Count(ctx)
	_, positionErr := r.Position(ctx, rows[0].Key())
	_, snippetErr := r.Snippet(ctx, rows[0].ID, 100)
	_, facetsErr := r.Facets(ctx, nil)
	return errors.Join(countErr, positionErr, snippetErr, facetsErr)
}
