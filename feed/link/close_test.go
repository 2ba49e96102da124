package link

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// labelled is a line of testdata/close.txt.
type labelled struct {
	same bool
	a, b string
}

func pairs(t *testing.T) []labelled {
	t.Helper()
	f, err := os.Open("testdata/close.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	var out []labelled
	for sc := bufio.NewScanner(f); sc.Scan(); {
		label, rest, ok := strings.Cut(sc.Text(), " | ")
		if a, b, two := strings.Cut(rest, " | "); ok && two {
			out = append(out, labelled{label == "same", a, b})
		}
	}
	return out
}

func TestCloseIsRightFarMoreOftenThanWrong(t *testing.T) {
	var found, wrong, missed int
	for _, p := range pairs(t) {
		a, b := Key(p.a), Key(p.b)
		key := a == b || respaced(a, b) || subjectless(a, b)
		got := likeness(p.a, p.b)
		if back := likeness(p.b, p.a); (back > 0) != (got > 0) {
			t.Errorf("%q and %q are close one way only", p.a, p.b)
		}
		switch linked := got > 0 || key; {
		case linked && !p.same:
			wrong++
			t.Errorf("close, and another story:\n\t%s\n\t%s", p.a, p.b)
		case linked:
			found++
		case p.same:
			missed++
			t.Logf("missed:\n\t%s\n\t%s", p.a, p.b)
		}
	}
	precision, recall := float64(found)/float64(found+wrong), float64(found)/float64(found+missed)
	t.Logf("precision %.3f, recall %.3f", precision, recall)
	if recall < 0.7 {
		t.Errorf("recall %.2f: close finds too little", recall)
	}
}
