// Package intaketest provides news in many languages and encodings for tests.
package intaketest

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
)

//go:embed languages.txtar
var languages []byte

// News returns lines of invented news, by language.
func News() map[string][]string {
	news := map[string][]string{}
	for _, f := range txtar.Parse(languages).Files {
		news[f.Name] = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
	}
	return news
}

// others are the encodings that package htmlindex does not have.
var others = map[string]encoding.Encoding{
	"iso-2022-jp": japanese.ISO2022JP, "hz-gb-2312": simplifiedchinese.HZGB2312, "cp1140": charmap.CodePage1140,
	"cp437": charmap.CodePage437, "cp850": charmap.CodePage850, "cp852": charmap.CodePage852, "cp855": charmap.CodePage855,
	"cp858": charmap.CodePage858, "cp860": charmap.CodePage860, "cp862": charmap.CodePage862, "cp863": charmap.CodePage863,
	"cp865": charmap.CodePage865, "cp866": charmap.CodePage866,
}

// Encode returns text in the encoding with that name; ok is false if the encoding
// does not have all characters of text.
func Encode(tb testing.TB, name, text string) (data []byte, ok bool) {
	tb.Helper()
	e, ok := others[name]
	if !ok {
		var err error
		if e, err = htmlindex.Get(name); err != nil {
			tb.Fatal(err)
		}
	}
	data, err := e.NewEncoder().Bytes([]byte(text))
	return data, err == nil
}
