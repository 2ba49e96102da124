package scan

import (
	"strings"
	"testing"

	"dateline/feed/intake"
	"dateline/feed/story"
)

func TestAParserPanicIsAProblemOfOneFile(t *testing.T) {
	got := intake.Guard(intake.File{Path: "a.txt"}, func(intake.File) []*story.Story { panic("at line 7") })
	if len(got) != 1 || got[0].ID != story.NewID("a.txt") || story.NewRow(got[0]).Problem != story.Unreadable {
		t.Fatalf("%+v", got)
	}
	if d := got[0].Doubts[0].Detail; !strings.Contains(d, "at line 7") {
		t.Errorf("detail %q", d)
	}
}
