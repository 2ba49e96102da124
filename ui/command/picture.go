package command

import (
	"errors"
	"image"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/ui/article"
	"dateline/ui/graphics"
)

// Pictured is the answer to Picture.
type Pictured struct {
	article.Pictured
	Send string // for a terminal that keeps pictures
	Err  error  // of the context
}

// Picture reads, decodes and scales the picture that a page wants. A terminal that keeps it gets
// a number for it from kept.
func Picture(e Env, want article.Wanted, kept *graphics.Kept) tea.Cmd {
	return func() tea.Msg {
		out := Pictured{Pictured: article.Pictured{Wanted: want}}
		var size graphics.Size
		img, err := e.Store.Picture(e.Ctx, want.Path, func(pixels image.Point) image.Point {
			out.Size = pixels
			size = want.Room.Size(pixels)
			return size.Pixels
		})
		switch {
		case e.Ctx.Err() != nil:
			out.Err = e.Ctx.Err()
			return out
		case errors.Is(err, feed.ErrNotFound):
			return out
		case err != nil:
			out.Problem = clean.Line(err.Error())
			return out
		}
		if want.Room.Protocol != graphics.Kitty {
			out.Picture = graphics.New(img, size, 0)
			return out
		}
		out.Picture = graphics.New(img, size, kept.Add())
		out.Send = out.Picture.Transmit()
		return out
	}
}

// Drawing is the pictures that are placed on the screen, in a tea.RawMsg.
type Drawing struct {
	List []article.Placed
	text string
}

// String returns the sequences that draw the pictures.
func (d Drawing) String() string { return d.text }

// Place draws pictures at places of the screen.
func Place(list []article.Placed) tea.Cmd {
	return func() tea.Msg {
		d := Drawing{List: list}
		for _, p := range list {
			d.text += p.Place(p.X, p.Y, p.From, p.End)
		}
		return tea.RawMsg{Msg: d}
	}
}
