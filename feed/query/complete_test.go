package query

import (
	"slices"
	"testing"
)

func TestCompletionsAreFieldsAndTheirValues(t *testing.T) {
	values := func(f Field) []string {
		if f == Place {
			return []string{"ALDMOUTH", "PORT ELLERY", "Porto"}
		}
		return nil
	}
	for text, want := range map[string][]string{
		"":                  nil,
		"rate ":             nil,
		"rate":              nil,
		"pl":                {"place:"},
		"rate pl":           {"rate place:"},
		"a":                 {"agency:", "after:"},
		"-pl":               {"-place:"},
		"(pl":               {"(place:"},
		"PL":                {"place:"},
		"place:":            {`place:"ALDMOUTH"`, `place:"PORT ELLERY"`, `place:"Porto"`},
		"place:por":         {`place:"PORT ELLERY"`, `place:"Porto"`},
		`place:"port el`:    {`place:"PORT ELLERY"`},
		`rate place:"po`:    {`rate place:"PORT ELLERY"`, `rate place:"Porto"`},
		`place:"Porto" is:`: {`place:"Porto" is:unread`, `place:"Porto" is:read`, `place:"Porto" is:starred`, `place:"Porto" is:tagged`, `place:"Porto" is:noted`, `place:"Porto" is:lead`, `place:"Porto" is:urgent`, `place:"Porto" is:corrected`, `place:"Porto" is:killed`, `place:"Porto" is:embargoed`},
		"-has:c":            {"-has:caption"},
		"kind:in":           {"kind:interview"},
		"kind:interview":    nil,
		"nofield:x":         nil,
		"place:zz":          nil,
	} {
		if got := Completions(text, values); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFinishedMeansTheSameAfterTyping(t *testing.T) {
	for text, want := range map[string]string{
		"school": "school*", "bank rate": "bank rate*", "school ": "school", `"bank rate"`: `"bank rate"`, `"bank ra`: `"bank ra`,
		"place:karvik": "place:karvik*", "kind:lead": "kind:lead", "school*": "school*", "(a": "(a*", "": "",
	} {
		if got := Finished(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
