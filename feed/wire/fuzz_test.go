package wire

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/feed/clean"
	"dateline/feed/wire/line"
)

// seeds adds the stories of the archives to f.
func seeds(f *testing.F) {
	f.Helper()
	paths, err := filepath.Glob("testdata/stories/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			if strings.HasSuffix(file.Name, ".txt") {
				f.Add(string(file.Data))
			}
		}
	}
}

func FuzzParseLosesNothing(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		// A control character may part a line into text and a trailer, which this check
		// takes for the same part twice; package envelope has a target of its own.
		text = clean.Text(strings.ToValidUTF8(text, "\uFFFD"))
		checkNothingLost(t, text)
	})
}

func TestMillionsOfLinesAreOneBlock(t *testing.T) {
	for name, text := range hostile(1 << 20) {
		if !isData(text) {
			continue
		}
		s := Parse(text, Origin{})
		if len(s.Body) > 1 || len(s.Related) > 0 || len(s.Tail) > 0 || strings.TrimSpace(text) != "" && name != "invisible" && s.Body[0].Text != strings.TrimRight(text, " \n") {
			t.Errorf("%s: %d blocks, %d related, %d lines in the tail", name, len(s.Body), len(s.Related), len(s.Tail))
		}
	}
}

func TestHostileTextLosesNothing(t *testing.T) {
	for _, text := range hostile(1 << 12) {
		checkNothingLost(t, text)
	}
}

func FuzzFormattedStoriesAreParsed(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = clean.Text(strings.ToValidUTF8(text, "\uFFFD")) // as above
		s := Parse(text, Origin{Path: line.Head(text, 64), ModTime: time.Unix(int64(len(text))<<24, 0)})
		checkNothingLost(t, Format(s))
	})
}
