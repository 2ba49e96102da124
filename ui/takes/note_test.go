package takes

import (
	"testing"

	"dateline/feed/locale"
	"dateline/feed/story"
)

func TestANoteIsBrief(t *testing.T) {
	for note, want := range map[string]string{
		"(ATTN: UPDATES with vote, governor's remarks in paras 4-7)":                           "UPDATES with vote, governor's remarks",
		"(ATTN: UPDATES with markets in paras 3-4, economists in paras 8-9; ADDS photo)":       "UPDATES with markets, economists; ADDS photo",
		"(ATTN: RECASTS headline, lead; UPDATES toll in paras 1, 3-4 and 6; TRIMS throughout)": "RECASTS headline, lead; UPDATES toll; TRIMS throughout",
		"Eds: UPDATES with quote in the 3rd and 4th grafs. Will be led.":                       "UPDATES with quote. Will be led.",
		"[Eds: ADDS 2 paras]":                           "ADDS 2 paras",
		"EDITORS' NOTE: ADDS byline to last two paras;": "ADDS byline;",
		"UPDATES toll in para 3.":                       "UPDATES toll",
		"(In paras 3-4 UPDATES toll)":                   "UPDATES toll",
		"(종합: 4∼7단락 추가)":                                "4∼7단락 추가",
		"":                                              "",
	} {
		if got := brief([]story.Note{{Text: note}}); got != want {
			t.Errorf("%q is %q in short, want %q", note, got, want)
		}
	}
}

func TestNotesWithAVerbStandForAll(t *testing.T) {
	got := brief([]story.Note{{Text: "(With photos)"}, {Text: "(ATTN: ADDS toll)", Verbs: []string{"ADDS"}}})
	if got != "ADDS toll" {
		t.Errorf("got %q", got)
	}
}

func FuzzANoteIsNoLongerThanWritten(f *testing.F) {
	f.Add("(ATTN: UPDATES with vote in paras 4-7, and 9; ADDS)")
	f.Fuzz(func(t *testing.T, text string) {
		if got := brief([]story.Note{{Text: text}}); len(got) > len(text) {
			t.Errorf("%q is %q in short", text, got)
		}
	})
}

func TestADayHasNoYear(t *testing.T) {
	t.Cleanup(func() { locale.Use(locale.English) })
	for language, want := range map[string][2]string{
		"en": {"Sun 13 Oct", "13 Oct"}, "de": {"So 13.10.", "13.10."}, "ko": {"10.13(일)", "10.13"},
	} {
		locale.Use(language)
		got := [2]string{day(story.Date{Year: 2024, Month: 10, Day: 13}), day(story.Date{Month: 10, Day: 13})}
		if got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}
