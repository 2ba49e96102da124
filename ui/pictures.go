package ui

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/article"
	"dateline/ui/command"
	"dateline/ui/graphics"
)

// pictures are the pictures of the story on the screen. They are drawn as text, or placed on the screen after the text
// has been drawn. What is placed is no part of the text: when it is to change, the screen is
// cleared, and pictures are placed again once nothing has changed for a moment.
type pictures struct {
	off      bool // the setting says that no pictures are shown
	flipped  bool // the reader has asked for the opposite of what the terminal suggests
	terminal graphics.Terminal
	profile  colorprofile.Profile
	kept     *graphics.Kept

	wanted  article.Wanted // is being loaded, or waits for a moment
	loading context.CancelFunc
	waiting bool

	placed []article.Placed // what the terminal shows
	due    []article.Placed // what it is to show if nothing changes; nil for nothing
	busy   bool             // the terminal is being sent what is to be placed, or cleared
}

// pictureRest is the time without a change after which a picture is loaded or placed.
const pictureRest = 100 * time.Millisecond

// pictureDue and placeDue are the messages that pictureRest has passed.
type (
	pictureDue struct{ want article.Wanted }
	placeDue   struct{}
)

// inquiry is a question for the terminal, in a tea.RawMsg.
type inquiry string

func newPictures(o *Options) pictures {
	p := pictures{profile: colorprofile.TrueColor, kept: o.kept}
	if p.kept == nil {
		p.kept = &graphics.Kept{}
	}
	return p
}

// answerPictures handles a message about pictures.
func (m *Model) answerPictures(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.TerminalVersionMsg, uv.CellSizeEvent, uv.KittyGraphicsEvent, uv.PrimaryDeviceAttributesEvent:
		m.tellPictures(msg)
	case pictureDue:
		m.loadPicture(msg)
	case command.Pictured:
		m.pictured(msg)
	case placeDue:
		m.place()
	default:
		if msg == cleared {
			m.pictures.placed, m.pictures.busy = nil, false
		}
	}
}

// askTerminal sends a question; "" is none.
func (m *Model) askTerminal(q string) {
	if q != "" {
		m.do(tea.Raw(inquiry(q)))
	}
}

// tellPictures takes what the terminal says about itself.
func (m *Model) tellPictures(msg tea.Msg) {
	t := &m.pictures.terminal
	switch msg := msg.(type) {
	case tea.TerminalVersionMsg:
		t.Named(msg.Name)
	case uv.CellSizeEvent:
		t.Sized(msg.Width, msg.Height)
	case uv.KittyGraphicsEvent:
		if string(msg.Payload) == "OK" {
			t.Keeps()
		}
	case uv.PrimaryDeviceAttributesEvent:
		m.askTerminal(t.Attributes(msg))
		if t.Protocol() != graphics.Blocks {
			m.pictures.flipped = false
		}
	}
}

// why returns the reason why no pictures can be shown, "" if they can.
func (p *pictures) why() string {
	how := p.terminal.Protocol()
	switch {
	case p.off:
		return locale.T("Pictures are off in config.toml.")
	case how == graphics.Kitty && p.profile < colorprofile.ANSI256, how == graphics.Blocks && p.profile < colorprofile.ANSI:
		return locale.T("Pictures need colours, and this terminal is not to show any.")
	}
	return ""
}

// flipPictures shows or hides pictures.
func (m *Model) flipPictures() { m.pictures.flipped = !m.pictures.flipped }

// drawPictures requests the next picture that the story on the screen needs, and has the
// terminal show those that it does.
func (m *Model) drawPictures() {
	p := &m.pictures
	why, visible := p.why(), !m.screen.Story.Empty() && !m.screen.TooSmall
	if why == "" && visible && m.story.HasPictures() {
		m.askTerminal(p.terminal.Ask())
	}
	how := p.terminal.Protocol()
	m.story.ShowPictures(why == "" && (how != graphics.Blocks) != p.flipped, how, p.terminal.Cell(), why)
	want, ok := m.story.WantsPicture()
	if !ok || !visible {
		want = article.Wanted{}
	}
	m.wantPicture(want)
	if how == graphics.Kitty && p.loading == nil { // what is being loaded may have its number already
		if old := p.kept.Keep(m.story.Drawn()...); old != "" {
			m.do(tea.Raw(old))
		}
	}
	m.placePictures()
}

// wantPicture has a picture loaded once it has been wanted for a moment. The zero Wanted is
// none. A picture that is being loaded and is no longer wanted is given up.
func (m *Model) wantPicture(want article.Wanted) {
	p := &m.pictures
	if p.loading != nil && want != p.wanted {
		p.loading()
	}
	if p.loading != nil || p.waiting || want == (article.Wanted{}) {
		return
	}
	p.waiting = true
	m.do(m.after(pictureRest, pictureDue{want}))
}

// loadPicture loads a picture that has been wanted for a moment.
func (m *Model) loadPicture(due pictureDue) {
	p := &m.pictures
	p.waiting = false
	if want, ok := m.story.WantsPicture(); !ok || want != due.want {
		return
	}
	e := m.env
	e.Ctx, p.loading = context.WithCancel(m.env.Ctx)
	p.wanted = due.want
	m.do(command.Picture(e, due.want, p.kept))
}

// pictured shows a picture that was loaded.
func (m *Model) pictured(msg command.Pictured) {
	p := &m.pictures
	p.loading()
	p.loading, p.wanted = nil, article.Wanted{}
	if msg.Err != nil || !m.story.SetPicture(&msg.Pictured) {
		return
	}
	switch {
	case msg.Send != "":
		m.do(tea.Raw(msg.Send))
	case msg.Picture == nil && msg.Problem == "" && p.flipped:
		m.say(locale.F("The archive does not have the picture %s.", clean.Line(msg.Path)))
	}
}

// placements returns the pictures that are to be placed now, in cells of the screen.
func (m *Model) placements() []article.Placed {
	box := m.screen.Story
	if !m.pictures.terminal.Protocol().Placed() || box.Empty() || m.screen.TooSmall || m.holders.first(sheet) != nil {
		return nil
	}
	var out []article.Placed
	for _, s := range m.story.OnScreen() {
		s.X, s.Y = s.X+box.X, s.Y+box.Y
		s.End = min(s.End, s.From+m.h-1-s.Y) // the last line of the screen would scroll
		if s.From < s.End {
			out = append(out, s)
		}
	}
	return out
}

// placePictures clears the screen of pictures that are no longer to be placed, and has new ones placed
// when nothing has changed for a moment.
func (m *Model) placePictures() {
	p := &m.pictures
	if !p.terminal.Protocol().Placed() || p.busy {
		return
	}
	want := m.placements()
	switch {
	case slices.Equal(p.placed, want):
	case len(p.placed) > 0:
		p.busy = true
		m.do(tea.ClearScreen)
	case p.due == nil:
		p.due = want
		m.do(m.after(pictureRest, placeDue{}))
	}
}

// place places pictures that have not changed for a moment.
func (m *Model) place() {
	p := &m.pictures
	due := p.due
	p.due = nil
	if want := m.placements(); !p.busy && len(want) > 0 && len(p.placed) == 0 && slices.Equal(want, due) {
		p.busy = true
		m.do(command.Place(want))
	}
}

// sent takes the message that something was written to the terminal.
func (m *Model) sent(msg tea.RawMsg) {
	if d, ok := msg.Msg.(command.Drawing); ok {
		m.pictures.placed, m.pictures.busy = d.List, false
	}
}

// cleared is the message that the screen is cleared, for whatever reason.
var cleared = tea.ClearScreen()

// losePictures is called when another program had the terminal, which shows and keeps no picture
// any more.
func (m *Model) losePictures() {
	m.pictures.placed = nil
	m.story.DropPictures()
}

// resizePictures is called when the screen has another size: it is drawn again, and its cells
// may have another size too.
func (m *Model) resizePictures() {
	m.askTerminal(m.pictures.terminal.AskSize())
	m.pictures.placed = nil
}
