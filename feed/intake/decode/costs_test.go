package decode

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/costs.txt")

// namedSample is a sample and a description of it.
type namedSample struct {
	name string
	data []byte
}

// costSamples returns samples that together use every rule of cost: each byte
// beyond ASCII among letters, capitals, digits and spaces, each pair of bytes, and
// the longer characters.
func costSamples() []namedSample {
	var out []namedSample
	for _, context := range []string{"_\n", "a_b ", " _a ", "a_ ", "A_B ", "A_b ", "a_A ", "1_1 ", "__ ", "a__b ", " __a ", "\xe9_", "A_\xc9 "} {
		for first := 0x80; first < 0x100; first += 16 {
			var data strings.Builder
			for b := first; b < first+16; b++ {
				data.WriteString(strings.ReplaceAll(context, "_", string([]byte{byte(b)})))
			}
			out = append(out, namedSample{fmt.Sprintf("%q %x", context, first), []byte(data.String())})
		}
	}
	for lead := 0x80; lead < 0x100; lead++ {
		var data []byte
		for trail := 0x40; trail < 0x100; trail++ {
			data = append(data, byte(lead), byte(trail), '\n')
		}
		out = append(out, namedSample{fmt.Sprintf("pairs %x", lead), data})
	}
	for _, text := range []string{
		"\x810\x810", "\x819\xfe9", "\x810\x800", "\x81:\x810", "\x810\x81:", "\x810\x81/", "\x810\x81", "\x8e\xb1", "\x8f\xb0\xa1", "\x8e", "\xb0", "\xa1\xdf\xa0\xe0",
		"a\xb0\xa1b", "\xb0\xa1 \xb0\xa1", "\xb0\xa1a\xb0\xa1", "\xb0\xa1\xb0\xa1\xb0\xa1\xb0\xa1\xb0\xa1\xb0\xa1\xb0\xa1\xb0\xa1\xb0\xa1\xb0\xa1",
		"é가𝄞", "\u0080\u009f\u00a0", "\ufffd\xff", "\xe0\xa4", "\xf0\x9f\x98", "“Él dice.”", "«Да»", "", "plain",
	} {
		out = append(out, namedSample{fmt.Sprintf("%q", text), []byte(text)})
	}
	return out
}

// TestCostsStayTheSame compares the cost of each sample in each encoding with
// testdata/costs.txt. A change there can change the encodings that files are read
// in: check that the accuracy tests still pass, then run the test with -update.
func TestCostsStayTheSame(t *testing.T) {
	var b strings.Builder
	b.WriteString("# The cost of each sample in each encoding: ")
	for _, r := range readers {
		b.WriteString(" " + r.name)
	}
	b.WriteString("\n")
	for _, s := range costSamples() {
		b.WriteString(s.name + ":")
		for _, r := range readers {
			fmt.Fprintf(&b, " %d", r.weigh(newSample(s.data), math.MaxInt32))
		}
		b.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile("testdata/costs.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/costs.txt")
	if err != nil {
		t.Fatal(err)
	}
	got, old := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	if len(got) != len(old) {
		t.Fatalf("%d lines, want %d", len(got), len(old))
	}
	for i := range got {
		if got[i] != old[i] {
			t.Errorf("%s\nwant %s", got[i], old[i])
		}
	}
}

func TestAReaderStopsWhenTheCostIsEnough(t *testing.T) {
	for _, c := range costSamples() {
		s := newSample(c.data)
		for _, r := range readers {
			all := r.weigh(s, math.MaxInt32)
			for _, enough := range []int{0, all / 2, all - 1} {
				if got := r.weigh(s, enough); got <= enough && all > enough {
					t.Errorf("%s in %s costs %d, but with %d it costs %d", c.name, r.name, all, enough, got)
				}
			}
			if got := r.weigh(s, all+r.least(s)); got != all {
				t.Errorf("%s in %s costs %d, but %d if that is not enough", c.name, r.name, all, got)
			}
		}
	}
}

func TestKindsOfASCII(t *testing.T) {
	for text, want := range map[string]kind{"\n\r": edge, "\t\x20": space, "az": lower, "AZ": upper, "09": digit, "`{@[/:\v\x7f": punctuation} {
		for _, b := range []byte(text) {
			if got := asciiKind(b); got != want {
				t.Errorf("%q is of kind %d, want %d", b, got, want)
			}
		}
	}
}

func TestLikenessOfRunesToText(t *testing.T) {
	for text, want := range map[string]int{
		"":                                0,
		"\x20\n\t\r":                      12,
		"a~!":                             6,
		"abc\x7f":                         0,
		strings.Repeat("a", 10) + "\x01":  16,
		strings.Repeat("a", 9) + "\x01":   0,
		strings.Repeat("a", 9) + "\u009f": 0,
		"\u00a0\u05ff":                    2,
		"\u0627\u0e01\u3000\u30ff":        2, // single Arabic and Thai letters do not count
		"\u0627\u0644\u0e01\u0e02\u0e03":  3,
		"\u3100":                          0,
		"一\u9fff가\ud7a3":                  4,
		"\u0700aaa":                       5,
		"\ufffd":                          0,
	} {
		if got := likeness([]rune(text)); got != want {
			t.Errorf("%q has likeness %d, want %d", text, got, want)
		}
	}
}
