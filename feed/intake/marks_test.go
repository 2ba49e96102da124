package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// marks are characters and words that a careless reader looks at again and again.
var marks = map[string]string{
	"round": "(", "square": "[", "angle": "<", "closed": ")", "dash": "-", "dashes": "--", "spaced-dash": " - ", "comma": ",", "quote": `"`, "curly-quote": "“",
	"dot": ".", "dot-space": ". ", "space": " ", "tab": "\t", "no-break": "\u00a0", "place": "SEOUL, ", "slash": "SEOUL/", "agency": "(AP) ", "bar": "|",
	"caret": "^", "at": "@", "hash": "#", "colon": ":", "equals": "=", "ampersand": "&", "entity": "&amp;", "brace": "{", "number": "1 ", "zero": "0", "soh": "\x01", "escape": "\x1b[",
	"percent": "%C2", "backslash": `\`, "han": "港", "half": "\xc2", "header": "a: b\n", "from": "From a\n", "zczc": "ZCZC\n", "nnnn": "NNNN\n", "paragraph": "<p>", "comment": "<!--",
}

// marked returns files of n bytes: each mark alone, and below a headline and a dateline.
func marked(n int) map[string]string {
	files := map[string]string{}
	for name, mark := range marks {
		text := strings.Repeat(mark, n/len(mark))
		files[name] = text
		files[name+"-below"] = "Ferry sails\n\nSEOUL, Oct. 3 (Meridian) -- The ferry sails.\n" + text + "\n"
	}
	return files
}

// TestTheCostOfMarksIsLinear counts allocations instead of time: ten times the text must
// not need more than about ten times as many.
func TestTheCostOfMarksIsLinear(t *testing.T) {
	small, large := marked(4<<10), marked(40<<10)
	for _, name := range slices.Sorted(maps.Keys(small)) {
		count := func(text string) float64 {
			return testing.AllocsPerRun(1, func() { Read(File{Path: "a.txt", Data: []byte(text)}) })
		}
		if a, b := count(small[name]), count(large[name]); b > 12*a+200 {
			t.Errorf("%s: %.0f allocations for 4 kB, %.0f for 40 kB", name, a, b)
		}
	}
}

// The cost of a repeated mark is linear: each size takes about ten times as long as the
// size before it.
func BenchmarkReadMarks(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(marked(64))) {
		for _, size := range []int{10 << 10, 100 << 10, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%dkB", name, size>>10), func(b *testing.B) {
				f := File{Path: "a.txt", Data: []byte(marked(size)[name])}
				b.SetBytes(int64(len(f.Data)))
				for b.Loop() {
					Read(f)
				}
			})
		}
	}
}
