package feed

import (
	"testing"
	"time"

	"dateline/feed/story"
)

func TestAFieldOfTheFileOutweighsTheOtherEvidence(t *testing.T) {
	published := story.Date{Year: 2024, Month: 10, Day: 3, From: story.FromMetadata, Clock: time.Date(2024, 10, 3, 6, 0, 0, 0, time.UTC)}
	written := story.Candidate{Date: story.Date{Year: 2025, Month: 1, Day: 2, From: story.FromModTime}, Evidence: "the time of the file", Weight: 30}
	got := candidates(&story.Story{Date: published, Candidates: []story.Candidate{written}})
	if len(got) != 2 || got[0].Date != published || got[0].Lost != "" || got[1].Lost == "" {
		t.Errorf("candidates %+v", got)
	}
	got = candidates(&story.Story{Date: written.Date, Candidates: []story.Candidate{written}})
	if len(got) != 1 || got[0] != written {
		t.Errorf("candidates %+v, want the time of the file alone", got)
	}
	if got = candidates(&story.Story{}); len(got) != 0 {
		t.Errorf("candidates %+v of nothing", got)
	}
}
