package article

import (
	"time"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/when"
)

// veil hides the text of stories that are under embargo.
type veil struct {
	now    func() time.Time
	lifted map[story.ID]bool // stories whose text the reader has asked for
	on     bool              // the text on the page is hidden
}

// SetClock sets the clock that embargoes are compared with.
func (p *Page) SetClock(now func() time.Time) { p.veil.now = now }

// Held says until when st is under embargo, "" if its text may be shown.
func (p *Page) Held(st *story.Story) string {
	if p.veil.now == nil || p.veil.lifted[st.ID] {
		return ""
	}
	return when.Held(feed.ReadEmbargo(st), p.veil.now())
}

// lift has Unveil show the text of the story although it is under embargo, until the program
// ends.
func (p *Page) lift() intent.Intent {
	if p.veil.lifted == nil {
		p.veil.lifted = map[story.ID]bool{}
	}
	p.veil.lifted[p.st.ID] = true
	return nil
}

// noVeil returns the reason why no embargo can be lifted, "" if one can.
func (p *Page) noVeil() string {
	if p.veil.on {
		return ""
	}
	return locale.T("This story is not under embargo.")
}

// heldNote says until when the story is held and, if its text is hidden, how to show it; "" if
// it is not held.
func (p *Page) heldNote() string {
	held := p.Held(p.st)
	if held == "" {
		return ""
	}
	if e := feed.ReadEmbargo(p.st); !e.Until.IsZero() {
		held = locale.F("%s (in the copy: %s)", held, e.Text)
	}
	if p.printed {
		return held + "."
	}
	return locale.F("%s. %s shows the text.", held, p.keys.Hint("lift-embargo", "").Key)
}
