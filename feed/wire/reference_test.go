package wire

import (
	"os"
	"testing"

	"dateline/feed/story"
)

// The reference file is another publisher's text and is not in the repository;
// DATELINE_REFERENCE names it.
func TestTheReferenceFileIsParsedCompletely(t *testing.T) {
	path := os.Getenv("DATELINE_REFERENCE")
	if path == "" {
		t.Skip("DATELINE_REFERENCE names no file")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	s := Parse(string(data), Origin{Path: path, ModTime: info.ModTime()})
	t.Log("\n" + dump(s))
	if s.Dateline.Agency != "Yonhap" || len(s.Dateline.Places) != 1 || s.Dateline.Places[0] != "SEOUL" {
		t.Errorf("dateline %+v", s.Dateline)
	}
	if s.Date.String() != "2020-08-15" || s.Date.From != story.FromWeekday {
		t.Errorf("date %s from %s", s.Date, s.Date.From)
	}
	if s.Paragraphs() != 6 || len(s.Body) != 7 || s.Body[6].Kind != story.Caption {
		t.Fatalf("%d paragraphs, %d blocks", s.Paragraphs(), len(s.Body))
	}
	if c := s.Body[6]; c.Credit != "Yonhap" || c.Rights != "For Use Only in the Republic of Korea. No Redistribution" {
		t.Errorf("credit %q, rights %q", c.Credit, c.Rights)
	}
	if len(s.SignOff.Emails) != 1 || s.EndMark.Text != "(END)" || len(s.Related) != 10 || len(s.Tail) != 0 || len(s.Doubts) != 0 {
		t.Errorf("%d e-mails, end mark %q, %d related, tail %v, doubts %v", len(s.SignOff.Emails), s.EndMark.Text, len(s.Related), s.Tail, s.Doubts)
	}
	takes := []story.Take{1, 1, 1, 3, 2, 1, 1, 1, 1, 1}
	for i, r := range s.Related {
		if r.Take != takes[i] {
			t.Errorf("related %d is take %d, want %d: %q", i+1, r.Take, takes[i], r.Tags)
		}
	}
}
