package feed_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestMarksDeletedWhileTheyAreReadAreWrittenAgain(t *testing.T) {
	for name, other := range map[string][]byte{"deleted": nil, "replaced": []byte("This is not a file of marks.")} {
		t.Run(name, func(t *testing.T) { loseMarks(t, other) })
	}
}

// loseMarks deletes the marks of a reader, and puts another file in their place, if other is
// not nil.
func loseMarks(t *testing.T, other []byte) {
	t.Helper()
	s, root, d := marked(t)
	const ferry, bridge = "2031/03/14/ferry.txt", "2031/03/14/bridge.txt"
	if err := os.RemoveAll(d.State); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(d.State, "marks.db")
	if other != nil {
		write(t, d.State, "marks.db", string(other))
	}
	var readers sync.WaitGroup
	for range 8 { // more than there are connections
		readers.Go(func() { answers(t, s) })
	}
	readers.Wait()
	isMarked(t, s, ferry)
	if err := s.SetStarred(t.Context(), find(t, s, bridge), true); err != nil {
		t.Fatal(err)
	}
	isMarked(t, s, ferry)
	if r := row(t, s, bridge); !r.Starred {
		t.Error("the new star does not show")
	}
	answers(t, s)
	if w := s.Warnings(); len(w) != 1 || !strings.Contains(w[0], path) {
		t.Errorf("warnings: %q", w)
	}
	if aside, err := os.ReadFile(path + ".replaced"); other != nil && (err != nil || string(aside) != string(other)) {
		t.Errorf("the other file is %q, %v", aside, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, source(t, root), d)
	isMarked(t, s, ferry)
	if r := row(t, s, bridge); !r.Starred {
		t.Error("the new star is lost")
	}
}
