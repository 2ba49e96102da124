package ui_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"dateline/feed/archive"
	"dateline/ui/uitest"
)

// pierPNG is a picture of w by h pixels, a PNG with a comment that a terminal would obey.
func pierPNG(t *testing.T, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return append(b.Bytes(), "\x1b]0;owned\a\x1b[31m"...)
}

const pierStory = "# Pier opens again\n\nThe pier opened again on Thursday, the harbor board said.\n\n![The new pier at noon](pics/pier.png)\n\nIt was closed for a week.\n"

// pictured is an archive with a story that has a picture.
func pictured(t *testing.T) *uitest.Driver {
	t.Helper()
	return pierIn(t, fstest.MapFS{"a/pier.md": {Data: []byte(pierStory), ModTime: uitest.Now}, "a/pics/pier.png": {Data: pierPNG(t, 100, 80), ModTime: uitest.Now}}, 80, 24)
}

// pierIn opens the story of the pier in fsys.
func pierIn(t *testing.T, fsys fstest.MapFS, w, h int) *uitest.Driver {
	t.Helper()
	d := uitest.Start(t, uitest.Open(t, archive.FS("desk", "desk", fsys), t.TempDir()), w, h)
	d.Search("closed", "enter", "g")
	d.Shows("Pier opens again")
	return d
}

// rest lets the time pass after which pictures are loaded and placed.
func rest(d *uitest.Driver) {
	for range 4 {
		d.Wait()
	}
}

// says has the terminal answer the questions that it was asked.
func says(d *uitest.Driver, version string, attributes ...int) {
	d.Send(tea.TerminalVersionMsg{Name: version})
	d.Send(uv.CellSizeEvent{Width: 10, Height: 20})
	d.Send(uv.PrimaryDeviceAttributesEvent(attributes))
	if strings.Contains(d.Sent, "a=q") {
		if strings.HasPrefix(version, "kitty") {
			d.Send(uv.KittyGraphicsEvent{Payload: []byte("OK")})
		}
		d.Send(uv.PrimaryDeviceAttributesEvent(attributes))
	}
	rest(d)
}

// over returns the lines above the caption of the picture, up to the first blank one.
func over(d *uitest.Driver) (lines []string) {
	d.Screen()
	for line := range strings.Lines(d.Screen()) {
		switch line = strings.TrimRight(line, "\n"); {
		case strings.Contains(line, "The new pier at noon"):
			return lines
		case line == "":
			lines = nil
		default:
			lines = append(lines, line)
		}
	}
	return nil
}

func TestHalfBlocksComeAndGoWithAKey(t *testing.T) {
	d := pictured(t)
	says(d, "", 62)
	d.Hides("▀")
	before := d.Screen()
	d.Press("i")
	rest(d)
	lines := over(d)
	if len(lines) != 4 || strings.TrimSpace(lines[0]) != strings.Repeat("▀", 10) || lines[3] != lines[0] {
		t.Errorf("the picture is %q", lines)
	}
	d.Press("i")
	if rest(d); d.Screen() != before {
		t.Errorf("without the picture:\n%s\nwant\n%s", d.Screen(), before)
	}
	if strings.Contains(d.Sent, "\x1b_G") || strings.Contains(d.Sent, "\x1bP") || strings.Contains(d.Sent, "1337") {
		t.Errorf("sent %q", d.Sent)
	}
}

func TestAPictureFitsTheTextAndTheRoom(t *testing.T) {
	for _, c := range []struct{ imageW, imageH, w, h, rows, cols int }{
		{3000, 100, 80, 24, 2, 72},   // as wide as the text
		{100, 4000, 80, 24, 21, 1},   // as high as the room
		{10, 10, 80, 24, 1, 1},       // not enlarged
		{3000, 3000, 80, 24, 21, 42}, // both
		{300, 300, 30, 8, 5, 10},
	} {
		text := strings.ReplaceAll(pierStory, "pics/", "") + strings.Repeat("\nMore boats.\n", 40)
		d := pierIn(t, fstest.MapFS{"a.md": {Data: []byte(text), ModTime: uitest.Now}, "pier.png": {Data: pierPNG(t, c.imageW, c.imageH), ModTime: uitest.Now}}, c.w, c.h)
		d.Press("i")
		rest(d)
		rows, cols, whole := 0, 0, false // whole: with the caption
		for range 12 {
			n := 0
			for line := range strings.Lines(d.Screen()) {
				if w := strings.Count(line, "▀"); w > 0 {
					n, cols = n+1, max(cols, w)
				}
			}
			whole = whole || n == c.rows && strings.Contains(d.Screen(), "at noon")
			rows = max(rows, n)
			d.Press("j")
			rest(d)
		}
		if !whole || rows != c.rows || cols != c.cols {
			t.Errorf("%+v: %d rows, %d columns\n%s", c, rows, cols, d.Screen())
		}
	}
}

func TestKittyKeepsThePictureAndCellsShowIt(t *testing.T) {
	d := pictured(t)
	says(d, "kitty(0.40.0)", 62)
	if n := strings.Count(over(d)[0], string(kitty.Placeholder)); n != 10 || len(over(d)) != 4 {
		t.Errorf("%d cells in %d lines", n, len(over(d)))
	}
	if !strings.Contains(d.Sent, "\x1b_Gq=2,a=T,U=1,f=100,i=16,c=10,r=4,") || strings.Contains(d.Sent, "<clear>") {
		t.Errorf("sent %q", d.Sent)
	}
	d.Press("?")
	d.Press("q", "i")
	if over(d) != nil && strings.Contains(over(d)[0], string(kitty.Placeholder)) {
		t.Errorf("the picture is still there:\n%s", d.Screen())
	}
	if !strings.HasSuffix(d.Sent, "\x1b_Gq=2,a=d,d=I,i=16\x1b\\") {
		t.Errorf("the terminal still keeps the picture: %q", d.Sent)
	}
	d.Press("i")
	rest(d)
	d.Press("q", "esc")
	rest(d)
	d.Send(tea.ResumeMsg{})
	if strings.Contains(d.Screen(), string(kitty.Placeholder)) {
		t.Error("the picture is in the list")
	}
}

func TestPlacedPicturesAreClearedBeforeTheTextMoves(t *testing.T) {
	for version, begin := range map[string]string{"iTerm2 3.5.0": "\x1b]1337;File=inline=1;", "foot(1.20)": "\x1bP0;1q\"1;1;100;78"} {
		d := pictured(t)
		says(d, version, 62, 4)
		if n := len(over(d)); n != 0 { // blank lines
			t.Errorf("%s: %d lines above the caption", version, n)
		}
		if strings.Count(d.Sent, begin) != 1 || !strings.Contains(d.Sent, "\x1b7\x1b[") || !strings.HasSuffix(d.Sent, "\x1b8") {
			t.Fatalf("%s: sent %.200q", version, d.Sent)
		}
		if strings.Contains(d.Sent, "<clear>") {
			t.Errorf("%s: the screen was cleared for the first picture", version)
		}
		for _, step := range []struct {
			what string
			do   func()
			back func()
		}{
			{"the help", func() { d.Press("?") }, func() { d.Press("q") }},
			{"the list", func() { d.Press("q") }, func() { d.Press("enter") }},
			{"no pictures", func() { d.Press("i") }, func() { d.Press("i") }},
		} {
			d.Sent = ""
			if step.do(); d.Sent != "<clear>" {
				t.Errorf("%s, %s: sent %.200q", version, step.what, d.Sent)
			}
			rest(d)
			if d.Sent != "<clear>" {
				t.Errorf("%s, %s: sent later %.200q", version, step.what, d.Sent)
			}
			step.back()
			if rest(d); strings.Count(d.Sent, begin) != 1 {
				t.Errorf("%s, after %s: sent %.200q", version, step.what, d.Sent)
			}
		}
		d.Sent = ""
		d.Press("ctrl+l")
		rest(d)
		if !strings.HasPrefix(d.Sent, "<clear>") || strings.Count(d.Sent, begin) != 1 {
			t.Errorf("%s, redrawn: sent %.200q", version, d.Sent)
		}
		d.Sent = ""
		d.Resize(90, 20)
		rest(d)
		if strings.Count(d.Sent, begin) != 1 {
			t.Errorf("%s, resized: sent %.200q", version, d.Sent)
		}
	}
}

func TestNoByteOfAPictureReachesTheTerminal(t *testing.T) {
	for _, version := range []string{"", "kitty(0.40.0)", "iTerm2 3.5.0", "foot(1.20)"} {
		d := pictured(t)
		says(d, version, 62, 4)
		if version == "" {
			d.Press("i")
			rest(d)
		}
		if all := d.Sent + d.Model.View().Content; strings.Contains(all, "owned") || strings.Contains(all, "b3duZWQ") {
			t.Errorf("%q: the comment of the file was sent", version)
		}
	}
}

func TestAPictureThatCannotBeShownIsOneLine(t *testing.T) {
	story := &fstest.MapFile{Data: []byte(strings.ReplaceAll(pierStory, "pics/", "")), ModTime: uitest.Now}
	whole := pierPNG(t, 100, 80)
	d := pierIn(t, fstest.MapFS{"a.md": story, "pier.png": {Data: whole[:len(whole)/2], ModTime: uitest.Now}}, 80, 24)
	d.Press("i")
	rest(d)
	d.Shows("│ pier.png: the picture is damaged", "It was closed")
	d.Hides("▀")
	d.Press("i")
	d.Hides("damaged")
	d = pierIn(t, fstest.MapFS{"a.md": story}, 80, 24)
	d.Press("i")
	rest(d)
	d.Shows("The archive does not have the picture pier.png.")
	d = pierIn(t, fstest.MapFS{"a.md": story}, 80, 24)
	says(d, "kitty(0.40.0)", 62)
	d.Hides("pier.png")
}

func TestPicturesNeedColoursAndAStoryThatNamesThem(t *testing.T) {
	d := pictured(t)
	d.Send(tea.ColorProfileMsg{Profile: colorprofile.Ascii})
	d.Press("i")
	d.Shows("Pictures need colours")
	d = start(t, 80, 24)
	d.Press("enter", "i")
	d.Shows("This story names no picture in the archive.")
	if d.Sent != "" {
		t.Errorf("the terminal was asked: %q", d.Sent)
	}
}

func TestPicturesFitEverySize(t *testing.T) {
	for _, version := range []string{"kitty(0.40.0)", "iTerm2 3.5.0", ""} {
		d := pictured(t)
		says(d, version, 62)
		if version == "" {
			d.Press("i")
		}
		for w := 30; w < 170; w += 17 {
			for h := 8; h < 60; h += 13 {
				d.Resize(w, h)
				rest(d)
				d.Screen()
				d.Press("i", "G", ">")
				rest(d)
				d.Screen()
				d.Press("i", "g", "<", "?", "q")
				rest(d)
				d.Screen()
			}
		}
	}
}
