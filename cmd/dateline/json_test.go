package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestJSONEscapesHiddenCharacters(t *testing.T) {
	in := "plain 한국 \u009b2J \u202egnp \U000e0041 <&> \x1b"
	var b strings.Builder
	if err := printJSON(&b, in); err != nil {
		t.Fatal(err)
	}
	const want = "\"plain 한국 \\u009b2J \\u202egnp \\udb40\\udc41 <&> \\u001b\"\n"
	if b.String() != want {
		t.Errorf("printed %s, want %s", b.String(), want)
	}
	var out string
	if err := json.Unmarshal([]byte(b.String()), &out); err != nil || out != in {
		t.Errorf("reads as %q (%v), want %q", out, err, in)
	}
}
