package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Pen is a style in the form of the two strings to write before and after a text.
// Draw only concatenates, while Style.Render parses the text each time and
// underlines it rune by rune, which separates a letter from its accent. The zero
// Pen draws plain text.
type Pen struct{ Open, Close string }

// Draw returns s in the style of p. s must not contain a line break.
func (p Pen) Draw(s string) string { return p.Open + s + p.Close }

// Pens holds pens for the styles of running text and rows. New creates them from
// the styles of the Theme; later changes of the Theme do not affect them.
type Pens struct {
	Text, Strong, Faint, Title, Kicker, Meta, Caption, Credit, Note, Heading, Quote,
	Code, Rule, RuleOn, EndMark, Section, Number, Link, LinkSelected, Dead, Old, New,
	Hit, HitCurrent Pen

	Selected, Here, SelectedHit, Tag, Star, Unread, Alert, Month, Day Pen // for the list
}

func pens(t *Theme) Pens {
	return Pens{
		Text: pen(t.Text), Strong: pen(t.Strong), Faint: pen(t.Faint), Title: pen(t.Title),
		Kicker: pen(t.Kicker), Meta: pen(t.Meta), Caption: pen(t.Caption),
		Credit: pen(t.Credit), Note: pen(t.Note), Heading: pen(t.Heading),
		Quote: pen(t.Quote), Code: pen(t.Code), Rule: pen(t.Rule), RuleOn: pen(t.RuleOn),
		EndMark: pen(t.EndMark), Section: pen(t.Section),
		Number: pen(t.Number), Link: pen(t.Link),
		LinkSelected: pen(t.LinkSelected), Dead: pen(t.Dead),
		Old: pen(t.Old), New: pen(t.New),
		Hit: pen(t.Hit), HitCurrent: pen(t.HitCurrent),
		Selected: pen(t.Selected), Here: pen(t.Here), SelectedHit: pen(t.SelectedHit),
		Tag: pen(t.Tag), Star: pen(t.Star), Unread: pen(t.Unread),
		Alert: pen(t.Alert), Month: pen(t.Month), Day: pen(t.Day),
	}
}

func pen(s lipgloss.Style) Pen {
	const probe = "x"
	open, end, _ := strings.Cut(s.Render(probe), probe)
	return Pen{Open: open, Close: end}
}
