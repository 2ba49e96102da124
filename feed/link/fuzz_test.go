package link

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/feed/story"
)

// For any two headlines, keys are one clean line, closeness is mutual,
// and a headline leads to the story that has it.
func FuzzResolve(f *testing.F) {
	for _, s := range []string{
		"N.K. fires 2 missiles -- U.S.", "(LEAD) “Silent” tide…", "No.1 #1 1,000% per cent", "여객선 이틀 만에 운항 재개",
		"メリン港でフェリー", "'s 's ... . -", "U.S.'s S. Korea-N. Korea", "\u0130I\u00df\ufb01", "a\u0301b \u202e x", "n. korea's",
	} {
		f.Add(s, "Ferry resumes service after storm")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		key := Key(a)
		if !utf8.ValidString(key) || strings.TrimSpace(key) != key || strings.Contains(key, "\n") {
			t.Errorf("the key of %q is %q", a, key)
		}
		if other := Key(b); respaced(key, other) != respaced(other, key) || subjectless(key, other) != subjectless(other, key) {
			t.Errorf("%q and %q differ in spaces or a subject one way only", a, b)
		}
		if x, y := likeness(a, b), likeness(b, a); (x > 0) != (y > 0) {
			t.Errorf("%q and %q are close by %v and %v", a, b, x, y)
		}
		there := Candidate{ID: "there", Headline: story.Headline{Text: b, Title: b, Kind: story.Plain, Take: story.TakeFirst}}
		m, ids := resolve(there.Headline, Candidate{ID: "here"}, []Candidate{there})
		if b != "" && (m != Exact || len(ids) != 1) || b == "" && m != None {
			t.Errorf("%q leads to %s %v", b, m, ids)
		}
	})
}
