package graphics

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// shades is a picture of w by h pixels with a shade of grey for each row and a red last column.
func shades(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			v := byte(y * 255 / h)
			copy(img.Pix[img.PixOffset(x, y):], []byte{v, v, v, 255})
		}
		copy(img.Pix[img.PixOffset(w-1, y):], []byte{255, 0, 0, 255})
	}
	return img
}

func TestAPictureIsAsLargeAsItsRoomOrItself(t *testing.T) {
	cell := image.Pt(10, 20)
	for _, c := range []struct {
		w, h, roomCols, roomRows int
		p                        Protocol
		cols, rows               int
		pixels                   image.Point
	}{
		{100, 100, 72, 20, Sixel, 10, 5, image.Pt(100, 100)},
		{101, 101, 72, 20, Sixel, 11, 6, image.Pt(101, 101)},
		{1440, 400, 72, 20, Kitty, 72, 10, image.Pt(720, 200)},
		{400, 1600, 72, 20, ITerm, 10, 20, image.Pt(100, 400)},
		{1440, 400, 72, 20, Blocks, 72, 10, image.Pt(72, 20)},
		{100, 50, 72, 20, Blocks, 10, 3, image.Pt(10, 5)},
		{1, 1, 72, 20, Blocks, 1, 1, image.Pt(1, 1)},
		{65535, 1, 72, 20, Sixel, 72, 1, image.Pt(720, 1)},
		{1, 65535, 72, 20, Sixel, 1, 20, image.Pt(1, 400)},
		{0, 0, 0, -1, Sixel, 1, 1, image.Pt(1, 1)},
		{1, 65535, 72, 9999, Sixel, 1, maxRows, image.Pt(1, 4000)},
	} {
		got := Room{c.roomCols, c.roomRows, cell, c.p}.Size(image.Pt(c.w, c.h))
		if got.Cols != c.cols || got.Rows != c.rows || got.Pixels != c.pixels {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}

func TestLinesFillTheirCells(t *testing.T) {
	for _, p := range []Protocol{Blocks, Kitty, ITerm, Sixel} {
		size := Room{40, 10, image.Pt(10, 20), p}.Size(image.Pt(300, 90))
		pic, cols, rows := New(shades(size.Pixels.X, size.Pixels.Y), size, 17), size.Cols, size.Rows
		for y := -1; y <= rows; y++ {
			line := pic.Line(y)
			want := cols
			if y < 0 || y == rows || p.Placed() {
				want = 0
			}
			if w, wc := ansi.StringWidth(line), ansi.StringWidthWc(line); w != want || wc != want {
				t.Errorf("protocol %d, line %d: %d and %d cells, want %d", p, y, w, wc, want)
			}
			if want > 0 && !strings.HasSuffix(line, "\x1b[m") {
				t.Errorf("protocol %d, line %d does not reset its style: %q", p, y, line)
			}
		}
	}
	pic := New(shades(2, 3), Size{Cols: 2, Rows: 2, protocol: Blocks}, 0)
	if got, want := pic.Line(0), "\x1b[38;2;0;0;0;48;2;85;85;85m▀\x1b[38;2;255;0;0;48;2;255;0;0m▀\x1b[m"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := pic.Line(1), "\x1b[38;2;170;170;170m▀\x1b[38;2;255;0;0m▀\x1b[m"; got != want {
		t.Errorf("the lower half of the last row: %q, want %q", got, want)
	}
	if got, want := New(shades(1, 1), Size{Cols: 1, Rows: 2, protocol: Kitty}, 200).Line(1), "\x1b[38;5;200m\U0010eeee\u030d\u0305\x1b[m"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// said has a terminal with cells of w by 20 pixels answer as its name and attributes say.
func said(t *Terminal, name string, keeps bool, w int, attributes ...int) {
	t.Ask()
	t.Named(name)
	t.Sized(w, 20)
	if q := t.Attributes(attributes); strings.Contains(q, "a=q") {
		if keeps {
			t.Keeps()
		}
		t.Attributes(attributes)
	}
}

func TestTheTerminalSaysHowItDraws(t *testing.T) {
	for _, c := range []struct {
		name  string
		keeps bool
		w     int
		sixel int
		want  Protocol
	}{
		{"kitty(0.40.0)", true, 10, 62, Kitty},
		{"kitty(0.10.0)", false, 10, 62, Blocks},
		{"ghostty 1.2.0", true, 0, 62, Kitty},
		{"WezTerm 20240203", true, 10, 4, ITerm}, // it has no cells for kept pictures
		{"iTerm2 3.5.0", false, 0, 62, ITerm},
		{"foot(1.20)", false, 10, 4, Sixel},
		{"Konsole 24.08", true, 10, 4, Sixel},
		{"tmux 3.4", false, 10, 4, Sixel},
		{"tmux 3.3a", false, 10, 62, Blocks},
		{"XTerm(390)", false, 0, 4, Blocks}, // the size of its cells is not known
		{"", true, 10, 62, Blocks},          // it is not asked, because it may print the question
		{"", false, 10, 4, Sixel},
	} {
		var term Terminal
		said(&term, c.name, c.keeps, c.w, 1, c.sixel)
		if got := term.Protocol(); got != c.want {
			t.Errorf("%+v: protocol %d", c, got)
		}
		if term.Ask() != "" {
			t.Errorf("%+v: it is asked again", c)
		}
	}
	var term Terminal
	if term.Keeps(); term.Attributes([]int{4}) != "" || term.Protocol() != Blocks || term.AskSize() != "" {
		t.Error("a terminal that was not asked has answered")
	}
	if !strings.HasSuffix(term.Ask(), ansi.RequestPrimaryDeviceAttributes) || term.Protocol() != Blocks {
		t.Error("the last question is not the one that every terminal answers")
	}
	for _, size := range [][2]int{{0, 0}, {-4, 9}, {1, 1}, {9, 9999}} {
		if term.Sized(size[0], size[1]); term.Cell() != image.Pt(10, 20) {
			t.Errorf("a cell of %v pixels", size)
		}
	}
	if term.Sized(8, 16); term.Cell() != image.Pt(8, 16) {
		t.Errorf("the cell is %v", term.Cell())
	}
}

func TestTransmitSendsThePixelsInPieces(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 90, 90))
	seed := uint32(1)
	for i := range img.Pix { // no picture that can be compressed much
		seed = seed*1664525 + 1013904223
		if img.Pix[i] = byte(seed >> 24); i%4 == 3 {
			img.Pix[i] = 255
		}
	}
	sent := New(img, Size{Cols: 9, Rows: 5, protocol: Kitty}, 33).Transmit()
	piece := regexp.MustCompile(`\x1b_G([^;]*);([A-Za-z0-9+/=]*)\x1b\\`)
	list := piece.FindAllStringSubmatch(sent, -1)
	if len(list) < 3 || piece.ReplaceAllString(sent, "") != "" {
		t.Fatalf("%d pieces of %.100q", len(list), sent)
	}
	var data strings.Builder
	for i, m := range list {
		keys := "q=2,m=1"
		switch i {
		case 0:
			keys = "q=2,a=T,U=1,f=100,i=33,c=9,r=5,m=1"
		case len(list) - 1:
			keys = "q=2,m=0"
		}
		if m[1] != keys || len(m[2]) > chunk {
			t.Errorf("piece %d: %s, %d bytes", i, m[1], len(m[2]))
		}
		data.WriteString(m[2])
	}
	raw, err := base64.StdEncoding.DecodeString(data.String())
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(raw))
	if err != nil || fmt.Sprint(got.At(7, 8)) != fmt.Sprint(img.At(7, 8)) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestPlaceSendsTheRowsOnTheScreen(t *testing.T) {
	size := Size{3, 5, image.Pt(30, 95), image.Pt(10, 20), ITerm}
	pic := New(shades(30, 95), size, 0)
	sent := pic.Place(4, 7, 1, 3)
	m := regexp.MustCompile(`^\x1b7\x1b\[8;5H\x1b\]1337;File=inline=1;size=(\d+);width=3;height=2;preserveAspectRatio=1;doNotMoveCursor=1:([A-Za-z0-9+/=]*)\a\x1b8$`).FindStringSubmatch(sent)
	if m == nil {
		t.Fatalf("sent %q", sent)
	}
	raw, err := base64.StdEncoding.DecodeString(m[2])
	if err != nil || strconv.Itoa(len(raw)) != m[1] {
		t.Errorf("%d bytes, not %s: %v", len(raw), m[1], err)
	}
	if img, err := png.Decode(bytes.NewReader(raw)); err != nil || img.Bounds().Size() != image.Pt(30, 40) {
		t.Errorf("%v", err)
	}
	for _, rows := range [][2]int{{5, 9}, {3, 3}, {4, 2}} {
		if sent := pic.Place(0, 0, rows[0], rows[1]); sent != "" {
			t.Errorf("rows %v: sent %q", rows, sent)
		}
	}
	if sent := New(shades(3, 9), Size{Cols: 3, Rows: 5, cell: size.cell}, 0).Place(0, 0, 0, 5); sent != "" {
		t.Errorf("a picture that is text: sent %q", sent)
	}
}

func TestSixelsAreWrittenAtTheirPlace(t *testing.T) {
	sent := New(shades(30, 95), Size{3, 5, image.Pt(30, 95), image.Pt(10, 20), Sixel}, 0).Place(0, 0, 0, 5)
	if !strings.HasPrefix(sent, "\x1b7\x1b[H\x1bP0;1q\"1;1;30;90#0;2;0;0;0#") || !strings.HasSuffix(sent, "-\x1b\\\x1b8") {
		t.Errorf("sent %.60q", sent)
	}
}

// drawn returns the colours of sixels by pixel, in percent.
func drawn(t *testing.T, sent string) map[image.Point]string {
	t.Helper()
	out, colours := map[image.Point]string{}, map[string]string{}
	body := strings.TrimSuffix(sent[strings.IndexByte(sent, '#'):], "\x1b\\")
	at, colour := image.Point{}, ""
	for _, m := range regexp.MustCompile(`#(\d+)(?:;2;([\d;]+))?|!(\d+)(.)|[?-~]|\$|-`).FindAllStringSubmatch(body, -1) {
		n, sixel := 1, m[0][0]
		switch {
		case m[2] != "":
			colours[m[1]] = m[2]
			continue
		case m[1] != "":
			colour = colours[m[1]]
			continue
		case m[0] == "$":
			at.X = 0
			continue
		case m[0] == "-":
			at = image.Pt(0, at.Y+6)
			continue
		case m[3] != "":
			n, _ = strconv.Atoi(m[3])
			sixel = m[4][0]
		}
		for range n {
			for i := range 6 {
				if p := at.Add(image.Pt(0, i)); (sixel-'?')>>i&1 == 1 {
					if out[p] != "" {
						t.Errorf("pixel %v has two colours", p)
					}
					out[p] = colour
				}
			}
			at.X++
		}
	}
	return out
}

func TestSixelsHaveEachPixelOnce(t *testing.T) {
	img := shades(23, 20)
	got := drawn(t, sixels(img))
	if len(got) != 23*18 { // the last two rows are no whole band
		t.Errorf("%d pixels", len(got))
	}
	for y := range 18 {
		if got[image.Pt(22, y)] != "100;0;0" {
			t.Errorf("row %d ends with %q", y, got[image.Pt(22, y)])
		}
	}
	if got[image.Pt(0, 0)] != "0;0;0" {
		t.Errorf("black is %q", got[image.Pt(0, 0)])
	}
	if n := len(drawn(t, sixels(shades(2, 1)))); n != 2 {
		t.Errorf("a picture of two pixels has %d", n)
	}
	white := image.NewRGBA(image.Rect(0, 0, 8, 6))
	for i := range white.Pix {
		white.Pix[i] = 255
	}
	for at, c := range drawn(t, sixels(white)) {
		if c != "100;100;100" {
			t.Errorf("white is %q at %v", c, at)
		}
	}
}

func TestDitheringKeepsTheMean(t *testing.T) {
	for v := range 256 {
		total := 0
		for step := range 16 {
			total += level(byte(v), step) * 51
		}
		if mean := total / 16; mean < v-4 || mean > v+4 {
			t.Errorf("the mean of %d is %d", v, mean)
		}
	}
}

func TestThePicturesThatAreKeptAreRemoved(t *testing.T) {
	var k Kept
	a, b := k.Add(), k.Add()
	if a != firstID || b != firstID+1 {
		t.Errorf("the numbers %d and %d", a, b)
	}
	pic := &Picture{id: b}
	if got, want := k.Keep(pic), "\x1b_Gq=2,a=d,d=I,i=16\x1b\\"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := k.Keep(pic); got != "" {
		t.Errorf("removed again: %q", got)
	}
	if got, want := k.Keep(), "\x1b_Gq=2,a=d,d=I,i=17\x1b\\"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for range 3 * ids {
		if id := k.Add(); id < firstID || id >= ids {
			t.Fatalf("the number %d", id)
		}
	}
}

// BenchmarkSixels and BenchmarkTransmit encode a picture as wide as a story, 30 rows high. They
// run beside the reader; the budget is 100 ms.
func BenchmarkSixels(b *testing.B) {
	img := photo()
	for b.Loop() {
		b.ReportMetric(float64(len(sixels(img))), "bytes")
	}
}

func BenchmarkTransmit(b *testing.B) {
	pic := New(photo(), Size{Cols: 72, Rows: 30, protocol: Kitty}, 16)
	for b.Loop() {
		b.ReportMetric(float64(len(pic.Transmit())), "bytes")
	}
}

// photo is a picture with soft and hard edges.
func photo() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 720, 600))
	for i := range img.Pix {
		x, y := i/4%720, i/4/720
		img.Pix[i] = byte(x*(i%4+1)/4 + y*y/600 + (x^y)&15)
	}
	return img
}
