package article

import (
	"image"
	"slices"

	"dateline/feed/story"
	"dateline/ui/graphics"
	"dateline/ui/prose"
)

// maxDrawn is the number of pictures that are kept when they are not on the screen.
const maxDrawn = 4

// Wanted is a picture that the page needs, and the room that it has for it.
type Wanted struct {
	Story story.ID
	Block int // of its caption, counted from 1
	Path  string
	Room  graphics.Room
}

// Pictured is the picture that was wanted.
type Pictured struct {
	Wanted
	Size    image.Point       // of the file, in pixels
	Picture *graphics.Picture // nil if there is none
	Problem string            // why it cannot be shown; "" if the archive does not have it
}

// Placed is the part of a picture that is on the screen. X and Y are cells of the page.
type Placed struct {
	*graphics.Picture
	X, Y, From, End int
}

// ShowPictures sets whether and how pictures are shown. Why is the reason why they cannot be;
// "" if they can.
func (p *Page) ShowPictures(on bool, protocol graphics.Protocol, cell image.Point, why string) {
	s := &p.pictures
	s.why = why
	if s.on == on && s.protocol == protocol && s.cell == cell {
		return
	}
	s.on, s.protocol, s.cell = on, protocol, cell
	p.DropPictures()
	if p.st != nil {
		p.refit()
		p.rebuild()
	}
}

// DropPictures forgets how pictures are drawn. Their lines stay.
func (p *Page) DropPictures() {
	for _, pic := range p.pictures.of {
		pic.drawn = nil
	}
}

// WantsPicture returns a picture whose caption or lines are on the screen, and that is not
// drawn yet.
func (p *Page) WantsPicture() (want Wanted, ok bool) {
	room := p.room()
	if p.doc == nil || !p.pictures.on || room.Rows < leastRoom {
		return Wanted{}, false
	}
	for _, i := range p.pictures.captions {
		n := p.items[i].Block
		pic := p.pictures.of[n]
		if pic != nil && (pic.drawn != nil || pic.size == image.Point{}) || !p.showsPicture(i, pic) {
			continue
		}
		return Wanted{Story: p.st.ID, Block: n, Path: p.st.Body[n-1].Picture, Room: room}, true
	}
	return Wanted{}, false
}

// showsPicture reports whether the caption that is item i or a line of its picture is on
// the screen.
func (p *Page) showsPicture(i int, pic *picture) bool {
	first := p.doc.LineOf(prose.Place{Item: i})
	last := first
	if pic != nil {
		first -= pic.rows
	}
	return last >= p.firstLine() && first < p.top+p.h
}

// SetPicture shows a picture, or says why it cannot. It returns false if the page has no room for it
// any more.
func (p *Page) SetPicture(msg *Pictured) bool {
	if want, ok := p.WantsPicture(); !ok || want != msg.Wanted {
		return false
	}
	pic := &picture{path: msg.Path, size: msg.Size, drawn: msg.Picture, problem: msg.Problem}
	if pic.drawn == nil {
		pic.size = image.Point{}
	} else {
		pic.cols, pic.rows = pic.drawn.Cols, pic.drawn.Rows
	}
	if p.pictures.of == nil {
		p.pictures.of = map[int]*picture{}
	}
	old := p.pictures.of[msg.Block]
	p.pictures.of[msg.Block] = pic
	if old == nil || old.rows != pic.rows || pic.problem != "" {
		p.rebuild()
	} else {
		p.layPictures()
	}
	p.dropUnseen()
	return true
}

// dropUnseen forgets pictures that are not on the screen when there are too many.
func (p *Page) dropUnseen() {
	n := 0
	for _, s := range slices.Backward(p.pictures.spans) {
		if s.drawn == nil {
			continue
		}
		if n++; n > maxDrawn && (s.first >= p.top+p.h || s.first+s.rows <= p.firstLine()) {
			s.drawn = nil
		}
	}
}

// OnScreen returns the pictures on the screen that are drawn, and the parts of them that are.
func (p *Page) OnScreen() (list []Placed) {
	above := 0
	if p.split {
		above = 1
	}
	for _, s := range p.pictures.spans {
		from, end := max(s.first, p.firstLine()), min(s.first+s.rows, p.top+p.h)
		if s.drawn != nil && from < end {
			list = append(list, Placed{s.drawn, p.margin, from - p.top + above, from - s.first, end - s.first})
		}
	}
	return list
}

// Drawn returns the pictures that are drawn, also those that are not on the screen.
func (p *Page) Drawn() (list []*graphics.Picture) {
	for _, pic := range p.pictures.of {
		if pic.drawn != nil {
			list = append(list, pic.drawn)
		}
	}
	return list
}
