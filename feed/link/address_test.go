package link

import (
	"strings"
	"testing"
)

func TestSpellingsOfAnAddressAreOne(t *testing.T) {
	for want, spellings := range map[string][]string{
		"quay.example/a/b": {
			"https://quay.example/a/b", "http://www.quay.example/a/b/", "//QUAY.example/a/b#top", "https://quay.example:443/a/./c/../b?utm_source=x&fbclid=1",
			" https://quay.example/a//b ",
		},
		"quay.example/?p=12":           {"https://quay.example?p=12", "https://quay.example/?utm_medium=a&p=12&gclid=2"},
		"quay.example/caf%C3%A9":       {"https://quay.example/café", "https://quay.example/caf%c3%a9"},
		"quay.example:8080/a?b=%E2":    {"https://quay.example:8080/a?b=\xe2"},
		"xn--80ak6aa92e.example/A~b.c": {"https://xn--80ak6aa92e.example/A%7Eb.c"},
		"": {
			"https://quay.example", "https://quay.example/", "https://quay.example/?utm_source=x", "mailto:a@quay.example", "javascript:alert(1)",
			"quay.example/a", "/a/b", "ftp://quay.example/a", "https:///a", "https://a b/c", "https://a\u202eb/c", "%zz", "https://quay.example/" + strings.Repeat("a", maxAddress),
		},
	} {
		for _, s := range spellings {
			if got := URL(s); got != want {
				t.Errorf("%q: %q, want %q", s, got, want)
			}
		}
	}
}

func TestAnIdentifierHasNoBrackets(t *testing.T) {
	for id, want := range map[string]string{
		"<a.1@quay.example>\n": "a.1@quay.example", "urn:quay:20310314:1": "urn:quay:20310314:1", "<": "", "": "",
		"a\x00b": "", "a\u202eb": "", "\xff": "", strings.Repeat("a", maxAddress+1): "",
	} {
		if got := UID(id); got != want {
			t.Errorf("%q: %q, want %q", id, got, want)
		}
	}
}

func FuzzURL(f *testing.F) {
	for _, s := range []string{"https://www.quay.example:80/a/../b/?utm_id=1&p=%zz#c", "//[::1]/a%2fb", "http://a\xff/", "https://é.example/?ü"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := URL(s)
		if again := URL("https://" + got); got != "" && again != got && len(got) < maxAddress-10 {
			t.Errorf("%q becomes %q and then %q", s, got, again)
		}
		if strings.ContainsFunc(got, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\u202e' }) {
			t.Errorf("%q becomes %q", s, got)
		}
		UID(s)
	})
}
