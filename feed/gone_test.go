package feed_test

import (
	"os"
	"sync"
	"testing"

	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

func TestACacheThatVanishesWhileItIsReadIsRebuilt(t *testing.T) {
	t.Parallel()
	s, root, d := marked(t)
	const ferry, bridge, market = "2031/03/14/ferry.txt", "2031/03/14/bridge.txt", "2031/03/14/market.txt"
	w := watch(t, s)
	if err := os.RemoveAll(d.Cache); err != nil {
		t.Fatal(err)
	}
	everything(t, s)
	write(t, root, market, copyOf("Market opens", "It is open."))
	w.shows(s, ferry, bridge, market)
	everything(t, s)
	if said := s.Warnings(); len(said) != 1 {
		t.Errorf("said: %q", said)
	}
	next := open(t, source(t, root), d)
	w.shows(next, ferry, bridge, market)
	isMarked(t, next, ferry)
	if said := next.Warnings(); len(said) > 0 {
		t.Errorf("the next start says %q", said)
	}
}

func TestACacheThatVanishesBetweenTwoConnectionsIsNotMixedWithTheNext(t *testing.T) {
	t.Parallel()
	d := dirs(t)
	src := archive.FS("desk", "desk", feedtest.FS(30))
	s := open(t, src, d)
	scan(t, s)
	if err := os.RemoveAll(d.Cache); err != nil {
		t.Fatal(err)
	}
	empty := open(t, archive.FS("desk", "desk", feedtest.FS(30)), d)
	var askers sync.WaitGroup
	for range 8 { // more than there are connections
		askers.Go(func() { everything(t, s) })
	}
	askers.Wait()
	if n, err := s.Counts(t.Context()); err != nil || n.Stories != 30 {
		t.Errorf("%d stories, %v", n.Stories, err)
	}
	scan(t, empty)
	scan(t, s)
	same(t, s, empty)
}
