// Package intaketest provides news in many languages and encodings for tests.
package intaketest

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
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

// Encode returns text in the encoding with that name; ok is false if the encoding
// does not have all characters of text.
func Encode(tb testing.TB, encoding, text string) (data []byte, ok bool) {
	tb.Helper()
	e := japanese.ISO2022JP
	if encoding != "iso-2022-jp" {
		var err error
		if e, err = htmlindex.Get(encoding); err != nil {
			tb.Fatal(err)
		}
	}
	data, err := e.NewEncoder().Bytes([]byte(text))
	return data, err == nil
}
