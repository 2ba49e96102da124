package feed_test

import (
	"os"
	"sync"
	"testing"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

func TestACacheDeletedWhileItIsReadIsRebuilt(t *testing.T) {
	t.Parallel()
	s, root, d := marked(t)
	const ferry, bridge, market = "2031/03/14/ferry.txt", "2031/03/14/bridge.txt", "2031/03/14/market.txt"
	w := watch(t, s)
	if err := os.RemoveAll(d.Cache); err != nil {
		t.Fatal(err)
	}
	answers(t, s)
	write(t, root, market, copyOf("Market opens", "It is open."))
	w.shows(s, ferry, bridge, market)
	answers(t, s)
	if w := s.Warnings(); len(w) != 1 {
		t.Errorf("warnings: %q", w)
	}
	next := open(t, source(t, root), d)
	w.shows(next, ferry, bridge, market)
	isMarked(t, next, ferry)
	if w := next.Warnings(); len(w) > 0 {
		t.Errorf("warnings of the next store: %q", w)
	}
}

func TestACacheDeletedBetweenTwoConnectionsIsNotMixedWithTheNewOne(t *testing.T) {
	t.Parallel()
	d := dirs(t)
	src := archive.FS("desk", "desk", feedtest.FS(30))
	s := open(t, src, d)
	scan(t, s)
	if err := os.RemoveAll(d.Cache); err != nil {
		t.Fatal(err)
	}
	empty := open(t, archive.FS("desk", "desk", feedtest.FS(30)), d)
	var readers sync.WaitGroup
	for range 8 { // more than there are connections
		readers.Go(func() { answers(t, s) })
	}
	readers.Wait()
	if n, err := s.Counts(t.Context(), feed.Files); err != nil || n.Stories != 30 {
		t.Errorf("%d stories, %v", n.Stories, err)
	}
	scan(t, empty)
	scan(t, s)
	checkSame(t, s, empty)
}
