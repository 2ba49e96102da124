// Package wiretest checks a reader of wire copy against a table of cases in a
// text file. Only tests import it.
package wiretest

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/feed/story"
)

var update = flag.Bool("update", false, "write the results of the tests into testdata")

// Update reports whether the tests write results into testdata instead of comparing them.
func Update() bool { return *update }

// Table checks the cases in the file path: each is a line and, below it after a tab,
// the result of read for that line. Lines that begin with "# " are comments.
func Table(t *testing.T, path string, read func(line string) string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	cases := 0
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for i, line := range lines {
		if line == "" || strings.HasPrefix(line, "# ") {
			out.WriteString(line + "\n")
			continue
		}
		if strings.HasPrefix(line, "\t") {
			continue
		}
		cases++
		got := read(line)
		fmt.Fprintf(&out, "%s\n\t%s\n", line, got)
		if *update {
			continue
		}
		if i+1 == len(lines) || lines[i+1] != "\t"+got {
			want := "nothing"
			if i+1 < len(lines) {
				want = strings.TrimPrefix(lines[i+1], "\t")
			}
			t.Errorf("%s:%d: %s\n got %s\nwant %s", path, i+1, line, got, want)
		}
	}
	if cases == 0 {
		t.Errorf("%s has no cases", path)
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Dateline formats the fields of d: places, region, day, agency.
func Dateline(d story.Dateline) string {
	return fmt.Sprintf("places=%q region=%q day=%d-%d-%d agency=%q", d.Places, d.Region, d.Year, d.Month, d.Day, d.Agency)
}
