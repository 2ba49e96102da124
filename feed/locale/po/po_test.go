package po

import (
	"reflect"
	"testing"
)

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	want := []Entry{
		{Forms: []string{"Language: de\nPlural-Forms: nplurals=2; plural=(n != 1);\n"}},
		{Key: Key{Text: "a \"b\" \\n\tc"}, Package: "cmd", Forms: []string{"ä\\"}},
		{Key: Key{Context: "hint", Text: "open"}, Package: "ui/takes", Comments: []string{"a verb"}, Forms: []string{""}},
		{Key: Key{Text: "%s story", Plural: "%s stories"}, Package: "ui/takes", Forms: []string{"%s Meldung", "%s Meldungen"}},
		{Key: Key{Text: "two\nlines"}, Package: "ui/takes", Forms: []string{"zwei\nZeilen\n"}},
	}
	got, err := Parse(Write(want))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v\nwant %+v\n%s", got, err, want, Write(want))
	}
	for i, translated := range []bool{true, true, false, true, true} {
		if got[i].Translated() != translated {
			t.Errorf("%q: Translated is %t", got[i].Text, !translated)
		}
	}
}

func TestAnEntryNeedsNoEmptyLineBefore(t *testing.T) {
	got, err := Parse("msgid \"a\"\nmsgstr \"b\"\nmsgctxt \"x\"\nmsgid \"c\"\nmsgstr \"d\"\nmsgid \"e\"\nmsgstr \"f\"")
	want := []Entry{
		{Key: Key{Text: "a"}, Forms: []string{"b"}},
		{Key: Key{Context: "x", Text: "c"}, Forms: []string{"d"}},
		{Key: Key{Text: "e"}, Forms: []string{"f"}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"\"a\"":                        `line 1: no keyword before "a"`,
		"msgid \"a\"\nmsgtxt \"b\"":    `line 2: unexpected keyword "msgtxt"`,
		"msgid a":                      `line 1: no text in quotation marks: a`,
		"msgid \"a\"\nmsgstr[1] \"b\"": `line 2: unexpected keyword "msgstr[1]"`,
		"msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"":   `line 3: unexpected keyword "msgstr"`,
		"msgid \"a\"\n\nmsgstr[-1] \"b\"\nmsgid \"": `line 3: unexpected keyword "msgstr[-1]"`,
	} {
		if _, err := Parse(text); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("# c\n#: ui\nmsgctxt \"x\"\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\n")
	f.Add("msgid \"\"\n\"a\\n\"\nmsgstr \"\\\\\"")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := Parse(text)
		if err != nil {
			return
		}
		for _, e := range list {
			if len(e.Forms) > maxForms {
				t.Errorf("%d forms", len(e.Forms))
			}
		}
	})
}
