package marks

import (
	"errors"
	"strings"
	"testing"
)

// The first line of an export, and a story in it.
const (
	header = `{"dateline":"marks","version":1}` + "\n"
	inLine = `{"story":{"digest":"ZGlnZXN0ICAgICAgICAgMw=="},"values":[`
	ending = `,"at":"2031-03-14T09:00:00Z"}]}`
)

func TestALineThatIsNoRecordIsNamed(t *testing.T) {
	read := inLine + `{"field":"read","value":"1"` + ending + "\n"
	for _, tt := range []struct {
		name, text string
		line       int
		want       string
	}{
		{"empty", "", 1, "not an export of marks"},
		{"other JSON", `{"id":"abcdefgh"}` + "\n", 1, "not an export of marks"},
		{"no header", read, 1, "not an export of marks"},
		{"text", "Ferry stops\n", 1, "not an export of marks"},
		{"newer", `{"dateline":"marks","version":2}` + "\n", 1, "version 2 of exports; this dateline reads version 1"},
		{"two headers in one", `{"dateline":"marks","version":1,"values":[]}{}` + "\n", 1, "more than one value"},
		{"header with values", `{"dateline":"marks","version":1,` + read[1:], 1, "a header with values"},
		{"cut off", header + read + read[:40], 3, "the line is cut off"},
		{"unknown field", header + `{"story":{"digest":"AAAA","colour":"red"},"values":[]}` + "\n", 2, `unknown field "colour"`},
		{"wrong type", header + `{"story":{"title":7},"values":[]}` + "\n", 2, "story.title is a number"},
		{"not UTF-8", header + "{\"story\":\"\xff\"}\n", 2, "not UTF-8"},
		{"long", header + strings.Repeat(" ", maxLine) + read, 2, "longer than 1048576 bytes"},
		{"deep", header + `{"story":` + strings.Repeat("[", 20000) + "\n", 2, ""},
		{"blank", header + "\n" + read, 2, "the line is cut off"},
		{"no values", header + inLine + "]}\n", 2, "no values"},
		{"no identity", header + `{"story":{"title":"Ferry"},"values":[{"field":"read","value":"1"` + ending, 2, "story: neither digest nor id"},
		{"long title", header + `{"story":{"digest":"AAAA","title":"` + strings.Repeat("x", maxIdentity+1) + `"},"values":[{"field":"read","value":"1"` + ending, 2, "title is longer"},
		{"wrong id", header + `{"story":{"id":"../../x"},"values":[{"field":"read","value":"1"` + ending, 2, `id "../../x" cannot be`},
		{"field", header + inLine + `{"field":"color","value":"1"` + ending, 2, `field "color" is not known`},
		{"value", header + read + inLine + `{"field":"star","value":"yes"` + ending, 3, `field "star" cannot be "yes"`},
		{"place", header + inLine + `{"field":"place","value":"1 2 3"` + ending, 2, `field "place" cannot be "1 2 3"`},
		{"key", header + inLine + `{"field":"read","key":"x","value":"1"` + ending, 2, `field "read" with the wrong key`},
		{"no key", header + inLine + `{"field":"tag","value":"1"` + ending, 2, `field "tag" with the wrong key`},
		{"other", header + inLine + `{"field":"read","other":{"digest":"AAAA"},"value":"1"` + ending, 2, `field "read" with the wrong other story`},
		{"no other", header + inLine + `{"field":"takes","value":"cut"` + ending, 2, `field "takes" with the wrong other story`},
		{"bad other", header + inLine + `{"field":"takes","other":{},"value":"cut"` + ending, 2, "neither digest nor id"},
		{"search of a story", header + inLine + `{"field":"search","key":"x","value":"y"` + ending, 2, `field "search" with the wrong story`},
		{"read of no story", header + `{"values":[{"field":"read","value":"1"` + ending, 2, `field "read" with the wrong story`},
		{"time", header + inLine + `{"field":"read","value":"1","at":"9999-03-14T09:00:00Z"}]}`, 2, `field "read" at 9999`},
		{"no time of a note", header + inLine + `{"field":"note","key":"x","value":"1"}]}`, 2, `field "note" at 0001`},
	} {
		var err error
		for _, e := range Records(strings.NewReader(tt.text)) {
			err = e
		}
		wrong, ok := errors.AsType[*LineError](err)
		if !ok || wrong.Line != tt.line || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want line %d: %s", tt.name, err, tt.line, tt.want)
		}
	}
}

func TestAMistakeImportsNothing(t *testing.T) {
	m := fresh(t)
	_, err := m.Import(t.Context(), "import", batches(header+inLine+`{"field":"read","value":"1"`+ending+"\n{}\n"))
	if wrong, ok := errors.AsType[*LineError](err); !ok || wrong.Line != 3 {
		t.Errorf("%v", err)
	}
	if got := state(t, m); got != "" {
		t.Error(got)
	}
	if step, err := m.SetUndone(t.Context(), 0, true); err != nil || step.Num != 0 {
		t.Errorf("%+v, %v", step, err)
	}
}

func TestExportsThatFollowEachOtherAreOneImport(t *testing.T) {
	m := fresh(t)
	read := inLine + `{"field":"read","value":"1"` + ending + "\n"
	if res := load(t, m, header+read+header+strings.Replace(read, "read", "star", 1)); res.Stories != 1 || state(t, m) != "read ~1, star ~1" {
		t.Errorf("%+v, %s", res, state(t, m))
	}
}

// FuzzImport imports anything: it is refused with the number of a line, or a second import
// of it and one of its own export change nothing.
func FuzzImport(f *testing.F) {
	f.Add(header + inLine + `{"field":"note","key":"k","value":"ask"` + ending)
	f.Add(header + inLine + `{"field":"takes","other":{"id":"abcdefgh"},"value":"cut"` + ending + "\n" + header)
	f.Add(header + `{"story":{"id":"abcdefgh","raw_path":"/w==","name":"7"},"values":[{"field":"tag","key":"sea","value":"1"` + ending)
	f.Add(header + `{"values":[{"field":"search","key":"x","value":"@x","at":"2031-03-14T09:00:00Z"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, err := range Records(strings.NewReader(text)) {
			if err == nil {
				continue
			}
			if _, ok := errors.AsType[*LineError](err); !ok {
				t.Fatal(err)
			}
			return
		}
		m := fresh(t)
		if _, err := m.Import(t.Context(), "import", batches(text)); err != nil {
			return // too many notes
		}
		own := export(t, m)
		for _, again := range []string{text, own} {
			if res := load(t, m, again); res.Step.Num != 0 || export(t, m) != own {
				t.Fatalf("%+v changes\n%s\nto\n%s", res, own, export(t, m))
			}
		}
	})
}
