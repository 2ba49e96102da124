package headline

import (
	"fmt"
	"strings"
	"testing"

	"dateline/feed/wire/wiretest"
)

func TestHeadlinesGiveKindAndTake(t *testing.T) {
	wiretest.Table(t, "testdata/headlines.txt", func(line string) string {
		h := Read(line)
		return fmt.Sprintf("%s %d %q %s", h.Kind, h.Take, h.Tags, h.Title)
	})
}

func FuzzHeadlineKeepsItsTitle(f *testing.F) {
	f.Add("(2nd LD) UPDATE 3-Harbor ferry resumes service (with photos)")
	f.Fuzz(func(t *testing.T, line string) {
		line = strings.ToValidUTF8(line, "\uFFFD")
		h := Read(line)
		if !strings.Contains(h.Text, h.Title) || h.Title == "" && h.Text != "" || h.Kind == "" || h.Take < 0 {
			t.Errorf("%q gives %+v", line, h)
		}
		for _, tag := range h.Tags {
			if !strings.Contains(h.Text, tag) || tag == "" {
				t.Errorf("tag %q is not in %q", tag, h.Text)
			}
		}
	})
}
