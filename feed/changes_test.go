package feed_test

import (
	"testing"

	"dateline/feed"
)

func TestChangesSinceCountsTheChangesInBetween(t *testing.T) {
	s, root, _ := marked(t)
	before, err := s.Changes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	write(t, root, "2031/03/14/market.txt", copyOf("Market opens", "It is open."))
	write(t, root, "2031/03/14/bridge.txt", copyOf("(LEAD) Bridge closes", "It is shut for long."))
	scan(t, s)
	after, err := s.Changes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if d, ok := after.Since(before); !ok || d != (feed.Changes{Added: 1, Changed: 1}) {
		t.Errorf("%+v, %v", d, ok)
	}
	if _, ok := (feed.Changes{}).Since(after); ok {
		t.Error("the changes of a rebuilt catalog were compared")
	}
}
