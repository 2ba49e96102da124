package main

import (
	"reflect"
	"strings"
	"testing"
)

func TestSettingsAreKeysWithTextOrTruth(t *testing.T) {
	for text, want := range map[string]setting{
		`archive = "news"`:                         {"archive", "news", 1},
		`archive='C:\news' # on Windows`:           {"archive", `C:\news`, 1},
		`archive = "a # b\t\"é\""`:                 {"archive", "a # b\t\"é\"", 1},
		`"archive" = ""`:                           {"archive", "", 1},
		`'archive'	=	''`:                           {"archive", "", 1},
		"\r\n# mouse = true\r\n\tmouse = true\r\n": {"mouse", true, 3},
		"mouse=false# never":                       {"mouse", false, 1},
	} {
		got, err := parseSettings(text)
		if err != nil || len(got) != 1 || got[0] != want {
			t.Errorf("%q is %v, %v; want %v", text, got, err, want)
		}
	}
	if got, err := parseSettings(" \n# none\n"); err != nil || got != nil {
		t.Errorf("a file without settings has %v, %v", got, err)
	}
}

func TestAMistakeInSettingsHasItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"mouse":                      "KEY = VALUE",
		"mouse true":                 "KEY = VALUE",
		"mouse =":                    "no value",
		"mouse = # true":             "no value",
		"mouse = yes":                `"yes" is not true, false or text in quotes`,
		"mouse = true false":         `"true false" is not`,
		"archive = ~/news":           `"~/news" is not`,
		`archive = "news`:            "no closing quote",
		`archive = 'news`:            "no closing quote",
		`archive = "C:\Users"`:       `a backslash is written \\`,
		`archive = "news" + "old"`:   `unexpected "+ \"old\"" after the value`,
		`archive = """news"""`:       "after the value",
		"archive = [\"news\"]":       "is not true",
		"[reader]":                   "KEY = VALUE",
		"archive = \"\xff\"":         "UTF-8",
		"mouse = true\nmouse = true": "mouse is set twice",
	} {
		got, err := parseSettings("\n" + text)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "2: ") && !strings.HasPrefix(err.Error(), "3: ") {
			t.Errorf("%q is %v, %v; want %q", text, got, err, want)
		}
	}
}

func FuzzSettings(f *testing.F) {
	f.Add("archive = \"~/news\"\nmouse = true # yes\n'bidi' = 'terminal'")
	f.Add("[a]\nb = \"\"\"c")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := parseSettings(text)
		again, err2 := parseSettings(text + "\n# the end")
		if !reflect.DeepEqual(got, again) || (err == nil) != (err2 == nil) {
			t.Errorf("%q is %v, %v, and %v, %v before a comment", text, got, err, again, err2)
		}
	})
}
