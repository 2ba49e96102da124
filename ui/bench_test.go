package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/feed/archive"
	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

// BenchmarkKeyToFrameInTheList is one key press, Update and View together.
// Budget: under 1 ms, whatever the number of stories.
func BenchmarkKeyToFrameInTheList(b *testing.B) {
	d := uitest.Start(b, uitest.Open(b, edition(), b.TempDir()), 160, 50)
	down, up := page.Key("j"), page.Key("k")
	for i := 0; b.Loop(); i++ {
		key := down
		if i%20 >= 10 {
			key = up
		}
		d.Model.Update(key)
		_ = d.Model.View()
	}
}

// BenchmarkKeyToFrameInAStory is the same in a story of 50,000 paragraphs.
// Budget: under 1 ms.
func BenchmarkKeyToFrameInAStory(b *testing.B) {
	d := uitest.Start(b, uitest.Open(b, long(50_000), b.TempDir()), 160, 50)
	d.Press("enter", "d")
	down, up := page.Key("j"), page.Key("k")
	for i := 0; b.Loop(); i++ {
		key := down
		if i%20 >= 10 {
			key = up
		}
		d.Model.Update(key)
		_ = d.Model.View()
	}
}

// long returns an archive of one story of n paragraphs.
func long(n int) archive.Source {
	var text strings.Builder
	text.WriteString("A long inquiry\nOSTVIK, Oct. 3, 2024 (Meridian) -- It began.\n")
	for i := range n {
		fmt.Fprintf(&text, "Witness %d told the inquiry that the ferry had kept to its course, that the lamps had been lit and that nobody had slept.\n", i)
	}
	text.WriteString("(END)\n")
	return archive.FS("desk", "desk", fstest.MapFS{"long.txt": {Data: []byte(text.String()), ModTime: uitest.Now}})
}
