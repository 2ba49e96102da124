package prose

import (
	"slices"
	"strings"
	"testing"
)

// drawn returns the lines of a paragraph, as they are drawn.
func drawn(text string, width int) []string {
	d := Lay([]Item{{Role: Body, Text: text}}, width)
	var out []string
	for i := range d.Len() {
		out = append(out, d.Line(i, Paint{}))
	}
	return out
}

func TestThaiBreaksBetweenWords(t *testing.T) {
	const text = "เรือข้ามฟากกลับมาให้บริการวันพฤหัสบดี"
	want := []string{"เรือข้ามฟาก", "กลับมาให้", "บริการวัน", "พฤหัสบดี"}
	if got := drawn(text, 10); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	want = []string{"the เรือ", "(ข้ามฟาก)", "5 วัน", "พฤหัสบดี"}
	if got := drawn("the เรือ (ข้ามฟาก) 5 วันพฤหัสบดี", 9); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestABreakThatShowsNothingEndsALine(t *testing.T) {
	for _, words := range []string{
		"ក្រុង|ចែស្កា|រកឃើញ|ទូក", "ဆိပ်ကမ်း|အာဏာပိုင်|သင်္ဘော|များ", "ທ່າເຮືອ|ເປີດ|ອີກ|ຄັ້ງ",
	} {
		plain, ends := strings.ReplaceAll(words, "|", ""), map[int]bool{}
		for at, w := 0, strings.Split(words, "|"); len(w) > 0; w = w[1:] {
			at += len(w[0])
			ends[at] = true
		}
		for width := 10; width < 24; width++ {
			got := drawn(strings.ReplaceAll(words, "|", "\u200b"), width)
			if strings.Join(got, "") != plain {
				t.Errorf("%q is drawn as %q", words, got)
			}
			at := 0
			for _, l := range got {
				if at += len(l); !ends[at] {
					t.Errorf("at %d cells %q ends inside a word", width, l)
				}
			}
		}
	}
}
