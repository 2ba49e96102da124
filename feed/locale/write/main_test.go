package main

import (
	"os"
	"testing"

	"dateline/feed/locale/po"
)

// TestTranslationsAreUpToDate fails after a change of texts without go generate.
func TestTranslationsAreUpToDate(t *testing.T) {
	files, err := build("..")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 3 {
		t.Fatalf("only %d files", len(files))
	}
	for path, want := range files {
		if data, err := os.ReadFile(path); err != nil || string(data) != want {
			t.Errorf("%s is not up to date: run go generate ./feed/locale (%v)", path, err)
		}
	}
}

func TestATranslationFormatsTheSameArguments(t *testing.T) {
	for _, tt := range []struct {
		text, plural string
		forms        []string
		ok           bool
	}{
		{"%d of %s", "", []string{"%[2]s / %[1]d"}, true},
		{"%d of %s", "", []string{"%s / %d"}, false},
		{"%d of %s", "", []string{"%d"}, false},
		{"no", "", []string{"%d"}, false},
		{"%s story", "%s stories", []string{"eine Meldung", "%s Meldungen"}, true},
		{"%s story", "%s stories", []string{"%s Meldung", "Meldungen"}, false},
		{"%s story", "%s stories", []string{"기사 %s건"}, true},
		{"%s story in %s", "%s stories in %s", []string{"기사 %s건"}, false},
		{"%3d %%", "", []string{"%3d %%"}, true},
		{"bell", "", []string{"\a"}, false},
		{"later", "", []string{""}, true},
	} {
		e := po.Entry{Key: po.Key{Text: tt.text, Plural: tt.plural}, Forms: tt.forms}
		if err := check(&e, len(tt.forms)); (err == nil) != tt.ok {
			t.Errorf("%q for %q: %v", tt.forms, tt.text, err)
		}
	}
}

func TestMergeKeepsTranslationsOfTextsThatAreThere(t *testing.T) {
	key := func(text string) po.Entry { return po.Entry{Key: po.Key{Text: text}, Package: "ui"} }
	old, err := po.Parse("msgid \"\"\nmsgstr \"Language: de\\n\"\n\n# short\n#: ui/help\nmsgid \"Close\"\nmsgstr \"Zu\"\n\nmsgid \"Gone\"\nmsgstr \"Weg\"\n\nmsgid \"Close\"\nmsgstr \"\"\n")
	if err != nil {
		t.Fatal(err)
	}
	got, err := merge("de", []po.Entry{key("New"), key("Close")}, old)
	if err != nil {
		t.Fatal(err)
	}
	want := "msgid \"\"\nmsgstr \"Language: de\\n\"\n\n# ---- ui\n\n#: ui\nmsgid \"New\"\nmsgstr \"\"\n\n# short\n#: ui\nmsgid \"Close\"\nmsgstr \"Zu\"\n"
	if text := po.Write(got); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}
