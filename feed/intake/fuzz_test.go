package intake

import (
	"testing"
	"unicode/utf8"

	"dateline/feed/clean"
	"dateline/feed/intake/intaketest"
	"dateline/feed/story"
)

func FuzzRead(f *testing.F) {
	for _, lines := range intaketest.News() {
		f.Add([]byte(lines[0]))
		for _, encoding := range []string{"euc-kr", "shift_jis", "iso-2022-jp", "koi8-u", "windows-1252", "utf-16le"} {
			if data, ok := intaketest.Encode(f, encoding, lines[0]); ok {
				f.Add(data)
			}
		}
	}
	f.Add([]byte(ferry))
	f.Add([]byte("\xff\xfea\x00\x1b\x00["))
	f.Add([]byte("\x1b$B%U%'%j\x1b(B \x1b[31m"))
	for _, c := range recognised {
		f.Add([]byte(c.data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		list := Read(File{Path: "a/b.txt", Data: data})
		if len(list) == 0 {
			t.Fatal("no story")
		}
		for _, s := range list {
			if s.ID == "" || s.Path == "" || s.Format == "" || s.Headline.Text == "" {
				t.Errorf("%+v lacks an ID, a path, a format or a headline", s)
			}
			checkParts(t, s)
		}
	})
}

// checkParts fails the test if a part of s is not clean.
func checkParts(t *testing.T, s *story.Story) {
	t.Helper()
	for _, text := range parts(s) {
		// A part can begin with a combining mark if the parser cut the text before it.
		if got := clean.Text(text); got != text && got != "\u25cc"+text || !utf8.ValidString(text) {
			t.Errorf("%q is not clean", text)
		}
	}
}

// parts returns the texts of s that a view shows.
func parts(s *story.Story) []string {
	out := make([]string, 0, 64)
	out = append(out, s.Headline.Text, s.Headline.Title, s.Byline.Text, s.Dateline.Text, s.EndMark.Text, s.Envelope.Slug, s.Envelope.Priority)
	out = append(out, s.Dateline.Places...)
	for _, b := range s.Body {
		out = append(out, b.Text, b.Credit, b.Rights)
	}
	for _, r := range s.Related {
		out = append(out, r.Text, r.Title, r.Section)
	}
	for _, n := range s.Notes {
		out = append(out, n.Text, n.Embargo)
	}
	for _, l := range s.Tail {
		out = append(out, l.Text)
	}
	for _, l := range s.Envelope.Lines {
		out = append(out, l.Text)
	}
	out = append(out, s.Byline.Names...)
	for _, d := range s.Doubts {
		out = append(out, d.Detail)
	}
	return out
}
