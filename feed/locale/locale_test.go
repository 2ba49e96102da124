package locale

import (
	"errors"
	"io/fs"
	"testing"
	"time"
)

// speak sets the language for a test.
func speak(t *testing.T, language string) {
	t.Helper()
	Use(language)
	t.Cleanup(func() { Use(English) })
}

func TestTheFirstVariableThatIsSetChoosesTheLanguage(t *testing.T) {
	for _, tt := range []struct{ all, messages, lang, want string }{
		{"", "", "", "en"},
		{"", "", "ko_KR.UTF-8", "ko"},
		{"", "de_AT@euro", "ko_KR.UTF-8", "de"},
		{"C", "de_DE", "ko_KR.UTF-8", "en"},
		{"", "", "DE", "de"},
		{"", "", "xx_YY", "en"},
		{"", "POSIX", "de", "en"},
	} {
		env := map[string]string{"LC_ALL": tt.all, "LC_MESSAGES": tt.messages, "LANG": tt.lang}
		if got := Chosen(func(name string) string { return env[name] }); got != tt.want {
			t.Errorf("%v: %q, want %q", env, got, tt.want)
		}
	}
}

func TestALanguageWithoutTranslationsIsEnglish(t *testing.T) {
	speak(t, "xx")
	if T("No date") != "No date" {
		t.Errorf("No date is %q", T("No date"))
	}
	speak(t, "de")
	if T("No date") == "No date" {
		t.Error("there is no German for No date")
	}
	if T("not in the code") != "not in the code" || In("hint").T("not in the code") != "not in the code" {
		t.Errorf("a text without a translation is %q", T("not in the code"))
	}
}

func TestNumbersAndMonthsFollowTheLanguage(t *testing.T) {
	for language, want := range map[string][7]string{
		"en": {"999", "12,191", "-1,234,567", "March", "Mar", "Sat", "58.1"},
		"de": {"999", "12.191", "-1.234.567", "März", "3.", "Sa", "58,1"},
		"ko": {"999", "12,191", "-1,234,567", "3월", "3", "토", "58.1"},
	} {
		speak(t, language)
		got := [7]string{Count(999), Count(12191), Count(-1234567), Month(time.March), ShortMonth(time.March), Weekday(time.Saturday), Decimal(58.06)}
		if got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
	if got := Count(-123); got != "-123" {
		t.Errorf("Count(-123) = %q", got)
	}
	Use(English)
	for m := time.January; m <= time.December; m++ {
		if Month(m) != m.String() || ShortMonth(m) != m.String()[:3] {
			t.Errorf("%s is %q and %q", m, Month(m), ShortMonth(m))
		}
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if Weekday(d) != d.String()[:3] {
			t.Errorf("%s is %q", d, Weekday(d))
		}
	}
}

func TestPluralsHaveTheFormOfTheNumber(t *testing.T) {
	current.Store(&catalog{map[uint32]string{
		Hash("", "%s story in %s"): "%[2]s: eine Meldung" + FormSeparator + "%[2]s: %[1]s Meldungen",
		Hash("", "%s file"):        "파일 %s개",
	}})
	t.Cleanup(func() { Use(English) })
	for got, want := range map[string]string{
		N(1, "%s story in %s", "%s stories in %s", "A"):    "A: eine Meldung",
		N(2000, "%s story in %s", "%s stories in %s", "A"): "A: 2,000 Meldungen",
		N(1, "%s file", "%s files"):                        "파일 1개",
		N(5, "%s file", "%s files"):                        "파일 5개",
		N(1, "%s row", "%s rows"):                          "1 row",
		N(0, "%s row", "%s rows"):                          "0 rows",
		N(1234567, "%s row", "%s rows"):                    "1,234,567 rows",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestErrorsAreTranslatedWhenTheyAreShown(t *testing.T) {
	err := error(Error("there is no room"))
	current.Store(&catalog{map[uint32]string{
		Hash("", "there is no room"): "kein Platz",
		Hash("", "%s: %w"):           "%[2]w (%[1]s)",
		Hash("hint", "open"):         "auf",
	}})
	t.Cleanup(func() { Use(English) })
	if err.Error() != "kein Platz" || !errors.Is(err, Error("there is no room")) {
		t.Errorf("%v", err)
	}
	wrapped := Errorf("%s: %w", "a.txt", fs.ErrNotExist)
	if wrapped.Error() != "file does not exist (a.txt)" || !errors.Is(wrapped, fs.ErrNotExist) {
		t.Errorf("%v", wrapped)
	}
	if T("open") != "open" || In("hint").T("open") != "auf" || Mark("open") != "open" {
		t.Error("a context is not told apart")
	}
}

func TestEveryLanguageIsUnpacked(t *testing.T) {
	list := Languages()
	if len(list) < 3 || list[0] != English {
		t.Fatalf("languages: %q", list)
	}
	for _, name := range list[1:] {
		if c := unpack(name); c == nil || len(c.texts) < 4 {
			t.Errorf("%s: %+v", name, c)
		}
	}
}

func BenchmarkEnglish(b *testing.B) {
	for b.Loop() {
		T("No other story is in this time line.")
	}
}

func BenchmarkTranslated(b *testing.B) {
	Use("de")
	b.Cleanup(func() { Use(English) })
	for b.Loop() {
		T("No other story is in this time line.")
	}
}

func BenchmarkUse(b *testing.B) {
	b.Cleanup(func() { Use(English) })
	for b.Loop() {
		Use("ko")
	}
}
