// Package theme holds every colour and style of the screen. It is the only
// package that names a colour.
//
// Colours are the terminal's own sixteen, so a reader's palette stays theirs;
// there is one accent, blue. Everything else is told apart by attributes: bold,
// faint, italic, underline, reverse. Whatever must be seen to use the program
// (the selected row, the selected link, a hit, a link, a heading) is told by an
// attribute and not by colour alone, so it shows with NO_COLOR too.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Theme is the styles of the screen, by purpose. It is made by New; its fields
// are for reading. The zero Theme draws plain text.
type Theme struct {
	Dark bool // whether the terminal's background is dark

	Text  lipgloss.Style // what is read: body, rows
	Faint lipgloss.Style // what stands back: counts, hints

	Selected    lipgloss.Style // the list row under the cursor
	SelectedDim lipgloss.Style // the same while the story has the keys
	SelectedHit lipgloss.Style // what a search found in that row
	Tag         lipgloss.Style // LEAD, 2nd LD … beside a headline
	Star        lipgloss.Style // the star of a starred story
	Unread      lipgloss.Style // the mark of an unread story, and its headline

	DaySeparator lipgloss.Style // the day above its rows

	Title   lipgloss.Style // the headline of an open story
	Kicker  lipgloss.Style // kind and take above the headline
	Meta    lipgloss.Style // date, dateline, byline
	Caption lipgloss.Style // the text of a picture
	Credit  lipgloss.Style // whose picture, and its rights
	Note    lipgloss.Style // an editors' note
	Heading lipgloss.Style // a heading inside a story
	Quote   lipgloss.Style // a passage quoted as a block
	Code    lipgloss.Style // tables and whatever keeps its columns
	Rule    lipgloss.Style // lines and bars
	EndMark lipgloss.Style // (END)
	Section lipgloss.Style // Related, Cited by
	Number  lipgloss.Style // the number of a related entry

	Link         lipgloss.Style // an e-mail address or URL in running text
	LinkSelected lipgloss.Style // the entry that Enter follows
	Dead         lipgloss.Style // an entry that is not in this archive
	Hit          lipgloss.Style // what find found
	HitCurrent   lipgloss.Style // the hit that n and N stand on

	Status      lipgloss.Style // the foot line
	StatusError lipgloss.Style // a failure told on the foot line
	Prompt      lipgloss.Style // the mark before what is typed
	Wrong       lipgloss.Style // the part of it that cannot be
	Progress    lipgloss.Style // what is full of a progress bar; its text is spaces

	HelpKey  lipgloss.Style // a key in the help
	HelpText lipgloss.Style // what it does

	Pens Pens // the same styles for text that is drawn piece by piece
}

// New returns the theme for a terminal with a dark or a light background.
func New(dark bool) Theme {
	plain := lipgloss.NewStyle()
	accent := plain.Foreground(accentColour(dark))
	faint := plain.Faint(true)
	bold := plain.Bold(true)
	t := Theme{
		Dark:  dark,
		Text:  plain,
		Faint: faint,

		Selected:     plain.Reverse(true),
		SelectedDim:  plain.Reverse(true).Faint(true),
		SelectedHit:  bold.Reverse(true).Underline(true),
		Tag:          faint,
		Star:         accent.Bold(true),
		Unread:       bold,
		DaySeparator: faint.Bold(true),

		Title:   bold,
		Kicker:  accent.Bold(true),
		Meta:    faint,
		Caption: plain.Italic(true),
		Credit:  faint,
		Note:    faint.Italic(true),
		Heading: bold.Underline(true),
		Quote:   plain.Italic(true),
		Code:    plain,
		Rule:    faint,
		EndMark: faint,
		Section: accent.Bold(true),
		Number:  accent,

		Link:         accent.Underline(true),
		LinkSelected: bold.Reverse(true),
		Dead:         faint,
		Hit:          bold.Underline(true),
		HitCurrent:   bold.Reverse(true),

		Status:      faint,
		StatusError: bold,
		Prompt:      accent.Bold(true),
		Wrong:       bold.Reverse(true),
		Progress:    accent.Reverse(true),

		HelpKey:  bold,
		HelpText: plain,
	}
	t.Pens = pens(&t)
	return t
}

// accentColour is the blue of the terminal's palette: the bright one on dark,
// where the plain one sinks into black, and the plain one on light.
func accentColour(dark bool) color.Color {
	if dark {
		return lipgloss.BrightBlue
	}
	return lipgloss.Blue
}
