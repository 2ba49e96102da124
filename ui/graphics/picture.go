package graphics

import (
	"fmt"
	"image"
	"strconv"

	"github.com/charmbracelet/x/ansi/kitty"
)

// Room is the space for a picture.
type Room struct {
	Cols, Rows int
	Cell       image.Point // the size of a cell in pixels
	Protocol   Protocol
}

// Size is the size at which a picture is drawn in a room.
type Size struct {
	Cols, Rows int
	Pixels     image.Point

	cell     image.Point
	protocol Protocol
}

// Size returns the size of a picture of pixels that is as large as the room allows, but not
// larger than itself.
func (r Room) Size(pixels image.Point) Size {
	w, h := max(pixels.X, 1), max(pixels.Y, 1)
	if most := max(r.Cols, 1) * r.Cell.X; w > most {
		w, h = most, max(1, h*most/w)
	}
	if most := min(max(r.Rows, 1), maxRows) * r.Cell.Y; h > most {
		w, h = max(1, w*most/h), most
	}
	s := Size{ceil(w, r.Cell.X), ceil(h, r.Cell.Y), image.Pt(w, h), r.Cell, r.Protocol}
	if r.Protocol == Blocks {
		s.Pixels = image.Pt(s.Cols, ceil(2*h, r.Cell.Y))
	}
	return s
}

// maxRows is the number of rows of the highest picture.
const maxRows = 200

func ceil(a, b int) int { return (a + b - 1) / b }

// Picture is a picture with the size at which it is drawn. It does not change.
type Picture struct {
	Size
	img   *image.RGBA
	id    int      // in the terminal that keeps it
	lines []string // of a picture that is text
}

// New returns the picture with the pixels of img, of which it has as many as size says. A terminal that
// keeps pictures knows it by id.
func New(img *image.RGBA, size Size, id int) *Picture {
	out := &Picture{Size: size, img: img, id: id}
	for y := range size.Rows {
		switch size.protocol {
		case Kitty:
			out.lines = append(out.lines, out.placeholders(y))
		case Blocks:
			out.lines = append(out.lines, out.blocks(y))
		case ITerm, Sixel:
		}
	}
	return out
}

// Line returns row y of the picture as text; "" if the picture is placed.
func (p *Picture) Line(y int) string {
	if y < 0 || y >= len(p.lines) {
		return ""
	}
	return p.lines[y]
}

// placeholders returns cells that the terminal draws as row y. Their colour is the number of the
// picture.
func (p *Picture) placeholders(y int) string {
	out := fmt.Appendf(nil, "\x1b[38;5;%dm", p.id)
	for x := range p.Cols {
		out = append(out, string([]rune{kitty.Placeholder, kitty.Diacritic(y), kitty.Diacritic(x)})...)
	}
	return string(append(out, "\x1b[m"...))
}

// blocks returns row y as half blocks: the upper half has the colour of the text, the lower half that
// of the background.
func (p *Picture) blocks(y int) string {
	var out []byte
	last := ""
	for x := range min(p.Cols, p.img.Rect.Dx()) {
		colour := "\x1b[38;2" + p.colour(x, 2*y)
		if 2*y+1 < p.img.Rect.Dy() {
			colour += ";48;2" + p.colour(x, 2*y+1)
		}
		if colour != last {
			out, last = append(append(out, colour...), 'm'), colour
		}
		out = append(out, "▀"...)
	}
	return string(append(out, "\x1b[m"...))
}

// colour returns a pixel as parameters of a colour: ";255;0;0".
func (p *Picture) colour(x, y int) string {
	at := p.img.PixOffset(x, y)
	out := make([]byte, 0, 12)
	for _, v := range p.img.Pix[at : at+3] {
		out = strconv.AppendUint(append(out, ';'), uint64(v), 10)
	}
	return string(out)
}
