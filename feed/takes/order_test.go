package takes

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// inOrder returns the names of the takes in an archive of testdata/cases in order, and the
// name of the newest one.
func inOrder(t *testing.T, file string, names ...string) (order []string, newest string) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/cases/" + file)
	if err != nil {
		t.Fatal(err)
	}
	prints := map[string]*Print{}
	for _, f := range archive.Files {
		name := strings.TrimSuffix(f.Name[strings.LastIndex(f.Name, "/")+1:], ".txt")
		prints[name] = newPrint(parse(t, f.Name, f.Data))
	}
	var list []*Print
	for _, n := range names {
		if prints[n] == nil {
			t.Fatalf("%s has no %s", file, n)
		}
		list = append(list, prints[n])
	}
	newest = names[Newest(list)]
	slices.SortFunc(names, func(a, b string) int { return Order(prints[a], prints[b]) })
	return names, newest
}

func TestTakesAreInTheOrderInWhichTheyWereWritten(t *testing.T) {
	for _, test := range []struct{ file, want, newest string }{
		{"reuters.txtar", "1 2 3 4 7", "4"}, // 7 repeats 3, which 4 corrects
		{"drift.txtar", "urgent first lead third", "third"},
		{"midnight.txtar", "urgent first lead", "lead"},
		{"correction.txtar", "harvest harvest-corrected", "harvest-corrected"},
		{"german.txtar", "eil eins zwei korrektur", "korrektur"},
		{"slugs.txtar", "pm pm1 pm2", "pm2"},
	} {
		names := strings.Fields(test.want)
		slices.Reverse(names)
		got, newest := inOrder(t, test.file, names...)
		if strings.Join(got, " ") != test.want || newest != test.newest {
			t.Errorf("%s: %s, the newest %s; want %s, %s", test.file, got, newest, test.want, test.newest)
		}
	}
}

func TestARepeatIsTheNewestOnlyOfRepeats(t *testing.T) {
	if _, newest := inOrder(t, "reuters.txtar", "7"); newest != "7" {
		t.Errorf("the newest is %s", newest)
	}
	if Newest(nil) != -1 {
		t.Error("no prints have a newest one")
	}
}
