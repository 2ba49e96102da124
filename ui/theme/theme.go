// Package theme holds every colour and style of the screen. It is the only
// package that names a colour.
//
// Colours are the terminal's own sixteen, so the reader's palette applies. There
// is one accent, cyan on dark and blue on light; all other styles differ by attributes: bold, faint, italic,
// underline, reverse. What a reader must see to use the program (the selected row,
// the selected link, hits, links, headings) has an attribute, so it shows with
// NO_COLOR too.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Theme is the styles of the screen, by purpose. New returns one; do not change
// its fields. The zero Theme draws plain text.
type Theme struct {
	Dark bool // whether the terminal's background is dark

	Text  lipgloss.Style // text to read: body, rows
	Faint lipgloss.Style // text in the background: counts, hints

	Selected    lipgloss.Style // the list row under the cursor
	SelectedDim lipgloss.Style // that row while the story has the keys
	Here        lipgloss.Style // the bar before that row
	SelectedHit lipgloss.Style // a hit of a search in that row
	Tag         lipgloss.Style // LEAD, 2nd LD … beside a headline
	Star        lipgloss.Style // the star of a starred story
	Unread      lipgloss.Style // the mark of an unread story

	DaySeparator lipgloss.Style // the day above its rows

	Title   lipgloss.Style // the headline of an open story
	Kicker  lipgloss.Style // kind and take above the headline
	Meta    lipgloss.Style // date, dateline, byline
	Caption lipgloss.Style // the text under a picture
	Credit  lipgloss.Style // the source of a picture, and its rights
	Note    lipgloss.Style // an editors' note
	Heading lipgloss.Style // a heading inside a story
	Quote   lipgloss.Style // a passage quoted as a block
	Code    lipgloss.Style // tables and other text that keeps its columns
	Rule    lipgloss.Style // lines and bars
	EndMark lipgloss.Style // (END)
	Section lipgloss.Style // Related, Cited by
	Number  lipgloss.Style // the number of a related entry

	Link         lipgloss.Style // a mail or web address in running text
	LinkSelected lipgloss.Style // the entry that Enter follows
	Dead         lipgloss.Style // a related headline that is not in this archive
	Hit          lipgloss.Style // a hit of a search
	HitCurrent   lipgloss.Style // the current hit of n and N

	Status      lipgloss.Style // the foot line
	StatusError lipgloss.Style // a failure on the foot line
	Prompt      lipgloss.Style // the mark before the text that is typed
	Wrong       lipgloss.Style // the part of that text that is wrong
	Progress    lipgloss.Style // the full part of a progress bar, drawn as spaces

	HelpKey  lipgloss.Style // a key in the help
	HelpText lipgloss.Style // what it does

	Pens Pens // the styles for text that is drawn piece by piece
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
		SelectedDim:  bold,
		Here:         accent.Bold(true),
		SelectedHit:  bold.Reverse(true).Underline(true),
		Tag:          faint,
		Star:         accent.Bold(true),
		Unread:       bold,
		DaySeparator: bold,

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

// accentColour is the cyan of the terminal's palette on dark: on the usual
// palettes its contrast is 4.4 to 10.6, that of bright blue 2.4 to 5.0. On light
// it is blue.
func accentColour(dark bool) color.Color {
	if dark {
		return lipgloss.Cyan
	}
	return lipgloss.Blue
}
