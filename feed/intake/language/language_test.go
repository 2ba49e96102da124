package language

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/intake/intaketest"
)

func TestLanguagesAreDistinguished(t *testing.T) {
	names := map[string]string{"zh-hans": "zh", "zh-hant": "zh"}
	all := intaketest.News()
	languages := make([]string, 0, len(all))
	for name := range all {
		languages = append(languages, name)
	}
	slices.Sort(languages)
	for _, name := range languages {
		want := name
		if names[name] != "" {
			want = names[name]
		}
		if got := Of(strings.Join(all[name], "\n")); got != want {
			t.Errorf("%s is taken for %q", name, got)
		}
	}
	for _, text := range []string{"", "12 -- 14 (3)", "Xyzzy plugh", "DATELINE"} {
		if got := Of(text); got != "" {
			t.Errorf("%q is taken for %q", text, got)
		}
	}
}
