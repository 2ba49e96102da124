package article

import (
	"image"
	"slices"

	"dateline/feed/locale"
	"dateline/ui/graphics"
	"dateline/ui/layout"
	"dateline/ui/prose"
)

// pictures are the pictures of the story that have been on the screen.
type pictures struct {
	on       bool // they are shown
	protocol graphics.Protocol
	cell     image.Point
	captions []int            // the items that are captions of pictures
	of       map[int]*picture // by the block of their caption, counted from 1
	spans    []pictureSpan    // of those that have lines, from the top
	why      string           // why none can be shown; "" if they can
}

// picture is a picture that has been looked up.
type picture struct {
	path       string
	size       image.Point // in pixels; zero if it cannot be shown
	cols, rows int
	drawn      *graphics.Picture // nil until it has the size for the page
	problem    string            // why it cannot be shown; "" for one that is not in the archive
}

// pictureSpan is the lines of a picture.
type pictureSpan struct {
	first int
	*picture
}

// leastRoom is the least number of rows for a picture.
const leastRoom = 3

// noPictures returns the reason why the story has no pictures, "" if it may have.
func (p *Page) noPictures() string {
	switch {
	case p.pictures.why != "":
		return p.pictures.why
	case !p.HasPictures():
		return locale.T("This story names no picture in the archive.")
	}
	return ""
}

// HasPictures reports whether the story names pictures that can be in the archive.
func (p *Page) HasPictures() bool { return len(p.pictures.captions) > 0 }

// room returns the space for a picture.
func (p *Page) room() graphics.Room {
	text, _ := layout.Measure(p.w, p.want)
	return graphics.Room{Cols: text, Rows: p.h - 2, Cell: p.pictures.cell, Protocol: p.pictures.protocol} // below the head line and above a caption
}

// keepPictures keeps the pictures that the story still names in the same places. Those that could
// not be shown are looked up again.
func (p *Page) keepPictures() {
	for n, pic := range p.pictures.of {
		if pic.size == (image.Point{}) || n > len(p.st.Body) || p.st.Body[n-1].Picture != pic.path {
			delete(p.pictures.of, n)
		}
	}
}

// refit gives each picture the size that the page has room for now. It returns false if none has
// another size than before.
func (p *Page) refit() (changed bool) {
	room := p.room()
	for _, pic := range p.pictures.of {
		if pic.size == (image.Point{}) {
			continue
		}
		if s := room.Size(pic.size); s.Cols != pic.cols || s.Rows != pic.rows {
			pic.cols, pic.rows, pic.drawn, changed = s.Cols, s.Rows, nil, true
		}
	}
	return changed
}

// pictureRows returns the lines that block n needs for its picture, and the problem of the picture.
func (p *Page) pictureRows(n int) (rows int, problem string) {
	pic := p.pictures.of[n]
	if pic == nil || !p.pictures.on || p.room().Rows < leastRoom {
		return 0, ""
	}
	return pic.rows, pic.problem
}

// layPictures finds the lines of pictures, which are those above their captions.
func (p *Page) layPictures() {
	p.pictures.spans = p.pictures.spans[:0]
	if p.doc == nil {
		return
	}
	for _, i := range p.pictures.captions {
		rows, _ := p.pictureRows(p.items[i].Block)
		if first := p.doc.LineOf(prose.Place{Item: i}) - rows; rows > 0 && first >= 0 {
			p.pictures.spans = append(p.pictures.spans, pictureSpan{first, p.pictures.of[p.items[i].Block]})
		}
	}
}

// pictureLine returns the part of a picture on line i; "" if there is none, or it is placed.
func (p *Page) pictureLine(i int) string {
	k, ok := slices.BinarySearchFunc(p.pictures.spans, i, func(s pictureSpan, line int) int {
		switch {
		case s.first+s.rows <= line:
			return -1
		case s.first > line:
			return 1
		}
		return 0
	})
	if !ok || p.pictures.spans[k].drawn == nil {
		return ""
	}
	return p.pictures.spans[k].drawn.Line(i - p.pictures.spans[k].first)
}
