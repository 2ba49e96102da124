package prose

import (
	"strings"
	"testing"
	"unicode"

	"dateline/feed/clean"
	"dateline/ui/theme"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// anyText generates text of all kinds: sentences, marks of every class, any runes,
// any bytes.
func anyText() *rapid.Generator[string] {
	return rapid.OneOf(
		alphabetText(),
		rapid.String(),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		rapid.SampledFrom([]string{
			passages["ascii"], passages["latin"], passages["korean"], passages["japanese"], passages["emoji"],
			"Mail ana.ruiz@meridian.example, or see https://meridian.example/a/long-path_(with)/many;parts?q=1#end.",
			"- one\n- two, which is longer than the others\n\n3. three", "a\tb\tc\nlonger\tx",
		}),
	)
}

func anyItems() *rapid.Generator[[]Item] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Item {
		return Item{
			Role:  Role(rapid.IntRange(int(Body), int(Dead)).Draw(t, "role")),
			Text:  anyText().Draw(t, "text"),
			Label: rapid.SampledFrom([]string{"", "", "1", "12", "—", " ", "漢字"}).Draw(t, "label"),
			Link:  rapid.IntRange(0, 3).Draw(t, "link"),
			Space: rapid.IntRange(0, 2).Draw(t, "space"),
		}
	}), 0, 4)
}

func anyDoc(t *rapid.T) *Doc {
	return Lay(anyItems().Draw(t, "items"), rapid.IntRange(2, 90).Draw(t, "width"))
}

func TestNoLineIsWiderThanTheWidth(t *testing.T) {
	th := theme.Look{}.Theme(true)
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		hits := d.Find("a")
		for i := range d.Len() {
			for _, p := range []Paint{{}, {Theme: &th, Link: 1, Hits: hits}} {
				if w := ansi.StringWidth(d.Line(i, p)); w > d.width {
					t.Fatalf("width %d: line %d has %d cells: %q", d.width, i, w, d.Line(i, p))
				}
			}
		}
	})
}

func TestLinesFitByWcwidthToo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Lay([]Item{{Text: alphabetText().Draw(t, "text")}}, rapid.IntRange(10, 60).Draw(t, "width"))
		for i := range d.Len() {
			if w := ansi.StringWidthWc(d.Line(i, Paint{})); w > d.width {
				t.Fatalf("width %d: line %d has %d cells by wcwidth: %q", d.width, i, w, d.Line(i, Paint{}))
			}
		}
	})
}

// visible returns s without white space.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestAllVisibleTextAppearsInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := anyItems().Draw(t, "items")
		d := Lay(items, rapid.IntRange(2, 90).Draw(t, "width"))
		var got, want strings.Builder
		for i := range d.Len() {
			p, n := d.at(i)
			if n >= 0 {
				start, end := d.span(p, n)
				got.WriteString(visible(d.items[p.item].Text[start:end]))
				if line := visible(d.Line(i, Paint{})); !strings.HasSuffix(line, visible(d.items[p.item].Text[start:end])) {
					t.Fatalf("line %d is %q, without its text %q", i, line, d.items[p.item].Text[start:end])
				}
			}
		}
		for _, it := range items {
			want.WriteString(visible(clean.Text(it.Text)))
		}
		if got.String() != want.String() {
			t.Fatalf("lines have %q\nitems have %q", got.String(), want.String())
		}
	})
}

func TestAStyledLineHasTheTextOfThePlainLine(t *testing.T) {
	th := theme.Look{}.Theme(false)
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		p := Paint{Theme: &th, Link: 2, Hits: d.Find("e"), Current: 1}
		for i := range d.Len() {
			styled, plain := d.Line(i, p), d.Line(i, Paint{})
			if ansi.Strip(styled) != plain {
				t.Fatalf("line %d: %q\nplain %q", i, styled, plain)
			}
			if strings.Contains(plain, "\x1b") {
				t.Fatalf("line %d contains an escape sequence: %q", i, plain)
			}
		}
	})
}

func TestLineOfIsTheInverseOfAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		for i := range d.Len() {
			if got := d.LineOf(d.At(i)); got != i {
				t.Fatalf("line %d is at %+v, which is on line %d", i, d.At(i), got)
			}
		}
	})
}

func TestAPlaceStaysOnItsLineAtEveryWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := anyItems().Draw(t, "items")
		wide := Lay(items, rapid.IntRange(2, 90).Draw(t, "width"))
		narrow := Lay(items, rapid.IntRange(2, 90).Draw(t, "other width"))
		for i := range wide.Len() {
			p := wide.At(i)
			line := narrow.LineOf(p)
			top := narrow.At(line)
			if top.Item != p.Item && p.Offset >= 0 || top.Item == p.Item && top.Offset > max(p.Offset, 0) {
				t.Fatalf("%+v is on line %d, which begins at %+v", p, line, top)
			}
			if line+1 < narrow.Len() {
				if next := narrow.At(line + 1); next.Item == p.Item && p.Offset >= 0 && next.Offset >= 0 && next.Offset <= p.Offset {
					t.Fatalf("%+v is on line %d, but the next begins at %+v", p, line, next)
				}
			}
		}
	})
}

func TestPlacesOutsideTheDocumentHaveALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		p := Place{rapid.IntRange(-3, 9).Draw(t, "item"), rapid.IntRange(-9, 400).Draw(t, "offset")}
		if line := d.LineOf(p); line < 0 || line >= max(d.Len(), 1) {
			t.Fatalf("%+v is on line %d of %d", p, line, d.Len())
		}
		d.At(rapid.IntRange(-9, 400).Draw(t, "line"))
	})
}

func TestLinkAtAndLinkLineAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDoc(t)
		for i := range d.Len() {
			if n := d.LinkAt(i); n > 0 {
				if first, last := d.LinkLine(n); i < first || i > last {
					t.Fatalf("line %d has link %d, which has lines %d to %d", i, n, first, last)
				}
			}
		}
		for n := range 4 {
			if first, last := d.LinkLine(n); first >= 0 && (d.LinkAt(first) != n || d.LinkAt(last) != n) {
				t.Fatalf("link %d has lines %d to %d, of links %d and %d", n, first, last, d.LinkAt(first), d.LinkAt(last))
			}
		}
	})
}

func FuzzLay(f *testing.F) {
	for _, p := range passages {
		f.Add(p, 20, 0)
	}
	f.Add("- one\n- two\n\n\tthree", 2, int(List))
	f.Add("a\tb\tlong cell\tc", 9, int(Code))
	th := theme.Look{}.Theme(true)
	f.Fuzz(func(t *testing.T, text string, width, role int) {
		width = 2 + (width&0x7fffffff)%100
		d := Lay([]Item{{Role: Role((role & 0x7fffffff) % (int(Dead) + 1)), Text: text, Label: "7", Link: 1}}, width)
		for i := range d.Len() {
			line := d.Line(i, Paint{Theme: &th})
			if w := ansi.StringWidth(line); w > width {
				t.Fatalf("width %d: %d cells: %q", width, w, line)
			}
			if d.LineOf(d.At(i)) != i {
				t.Fatalf("line %d has a place on line %d", i, d.LineOf(d.At(i)))
			}
		}
	})
}
