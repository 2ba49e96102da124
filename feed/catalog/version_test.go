package catalog

import (
	"testing"

	"dateline/feed/marks"
	"dateline/feed/story"
)

func TestAChangeShowsToWhoeverLooks(t *testing.T) {
	m, err := marks.InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close() //nolint:errcheck // the test is over
	first := temp(t)
	second, _, err := Open(t.Context(), Options{Path: first.path, Marks: m.URI()})
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close() //nolint:errcheck // the test is over
	both := [2]*Catalog{first, second}
	look := func() (n [2]int64) {
		for i, c := range both {
			var err error
			if n[i], err = c.Changed(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		return n
	}
	before := look()
	if again := look(); again != before {
		t.Errorf("nothing has changed: %v, %v", before, again)
	}
	a, b := fileOf("a.txt", "Ferry sails", story.Date{}, 1), fileOf("b.txt", "Bridge closes", story.Date{}, 1)
	if _, err := both[0].Put(t.Context(), []File{a, b}); err != nil {
		t.Fatal(err)
	}
	if after := look(); after[0] == before[0] || after[1] == before[1] {
		t.Errorf("after a change: %v, %v", before, after)
	}
	if _, err := both[1].Put(t.Context(), []File{a}); err != nil {
		t.Fatal(err)
	}
	if _, err := both[1].Remove(t.Context(), []string{"a.txt", "b.txt"}); err != nil {
		t.Fatal(err)
	}
	for _, c := range both {
		if d, err := c.Tally(t.Context()); err != nil || d != (Delta{Added: 2, Changed: 1, Removed: 2}) {
			t.Errorf("%+v, %v", d, err)
		}
	}
}
