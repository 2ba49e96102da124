package graphics

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// Place writes rows from to end of a picture that is placed at the cell x, y of the screen.
// The cursor stays.
func (p *Picture) Place(x, y, from, end int) string {
	part, ok := p.part(from, end)
	if !ok {
		return ""
	}
	var data string
	switch p.protocol {
	case ITerm:
		image := encoded(part)
		data = fmt.Sprintf("\x1b]1337;File=inline=1;size=%d;width=%d;height=%d;preserveAspectRatio=1;doNotMoveCursor=1:%s\a",
			len(image), p.Cols, end-from, base64.StdEncoding.EncodeToString(image))
	case Sixel:
		data = sixels(part)
	default:
		return ""
	}
	return ansi.SaveCursor + ansi.CursorPosition(x+1, y+1) + data + ansi.RestoreCursor
}

// part returns the pixels of the rows from to end.
func (p *Picture) part(from, end int) (part *image.RGBA, ok bool) {
	r := p.img.Rect
	r.Min.Y, r.Max.Y = max(0, from*p.cell.Y), min(r.Max.Y, end*p.cell.Y)
	part, ok = p.img.SubImage(r).(*image.RGBA)
	return part, ok && !r.Empty()
}

// encoded returns pixels as a PNG.
func encoded(img *image.RGBA) []byte {
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	_ = e.Encode(&b, img) // a buffer takes all, and the picture has pixels
	return b.Bytes()
}

// chunk is the most bytes of a picture in one sequence.
const chunk = 4096

// Transmit returns the picture for a terminal that keeps it. The text that Line returns shows it.
func (p *Picture) Transmit() string {
	data := base64.StdEncoding.EncodeToString(encoded(p.img))
	keys := fmt.Sprintf("q=2,a=T,U=1,f=100,i=%d,c=%d,r=%d", p.id, p.Cols, p.Rows)
	var b strings.Builder
	for more := 1; more == 1; keys = "q=2" {
		part := data[:min(chunk, len(data))]
		if data = data[len(part):]; data == "" {
			more = 0
		}
		fmt.Fprintf(&b, "\x1b_G%s,m=%d;%s\x1b\\", keys, more, part)
	}
	return b.String()
}

// Kept is the pictures that a terminal keeps for the program. Its methods may be called
// from any goroutine.
type Kept struct {
	mu   sync.Mutex
	live [ids]bool
	last int
}

// ids is one more than the highest number of a picture. A number is a colour of 256, of which the
// first 16 are left out: they may be drawn as other colours.
const (
	firstID = 16
	ids     = 256
)

// Add returns a number for a picture.
func (k *Kept) Add() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.last = max(firstID, (k.last+1)%ids)
	k.live[k.last] = true
	return k.last
}

// Keep returns the sequences that remove all pictures but those given.
func (k *Kept) Keep(list ...*Picture) string {
	k.mu.Lock()
	defer k.mu.Unlock()
	var stay [ids]bool
	for _, p := range list {
		stay[p.id] = true
	}
	var b strings.Builder
	for id := range k.live {
		if k.live[id] && !stay[id] {
			fmt.Fprintf(&b, "\x1b_Gq=2,a=d,d=I,i=%d\x1b\\", id)
			k.live[id] = false
		}
	}
	return b.String()
}
