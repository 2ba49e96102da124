// Package theme holds every colour and style of the screen. It is the only
// package that names a colour.
//
// It uses only the sixteen colours of the terminal, so the reader's palette applies. The reader
// can give parts of the screen other styles (Roles).
// There is one accent colour: cyan on a dark background, blue on a light one. All
// other styles differ by attributes: bold, faint, italic, underline, reverse. The
// parts that the reader needs to see (the selected row and link, hits, links,
// headings) have an attribute, so they stand out with NO_COLOR too.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Theme holds the styles of the screen by purpose. Use New to create one, and do
// not change its fields. The zero Theme draws plain text.
type Theme struct {
	Dark  bool // whether the terminal's background is dark
	Words bool // whether marks are words and not signs, for screen readers

	Text   lipgloss.Style // main text: the body of a story, rows
	Strong lipgloss.Style // text that stands out: the selected row of a pane without the keys
	Faint  lipgloss.Style // what may be missed

	Selected    lipgloss.Style // the list row under the cursor
	Here        lipgloss.Style // the bar in front of the selected row of a pane without the keys
	SelectedHit lipgloss.Style // a hit of a search in that row
	Tag         lipgloss.Style // the tag of a headline: LEAD, 2nd LD
	Star        lipgloss.Style // the star of a starred story
	Unread      lipgloss.Style // the mark of an unread story
	Alert       lipgloss.Style // that of an urgent story, a correction or a kill
	Month       lipgloss.Style // the month above its rows; the title of a pane
	Day         lipgloss.Style // the day of the month in front of a row

	Title   lipgloss.Style // the headline of an open story
	Kicker  lipgloss.Style // the tags or kind above the headline
	Meta    lipgloss.Style // date, dateline, byline
	Caption lipgloss.Style // the text under a picture
	Credit  lipgloss.Style // the source and rights of a picture
	Note    lipgloss.Style // an editors' note
	Heading lipgloss.Style // a heading inside a story
	Quote   lipgloss.Style // a passage quoted as a block
	Code    lipgloss.Style // tables and other text that keeps its columns
	Rule    lipgloss.Style // lines and bars
	RuleOn  lipgloss.Style // the rule at the head of the pane with the keys
	EndMark lipgloss.Style // the end mark: (END)
	Section lipgloss.Style // the title of a list of links: Related, Cited by
	Number  lipgloss.Style // the number of a related entry

	Link         lipgloss.Style // a mail or web address in the text
	LinkSelected lipgloss.Style // the link that Enter follows
	Dead         lipgloss.Style // a related headline that is not in this archive
	Old          lipgloss.Style // words that are gone
	New          lipgloss.Style // words that are new
	Hit          lipgloss.Style // a hit of a search
	HitCurrent   lipgloss.Style // the current hit

	Status      lipgloss.Style // the foot line
	StatusError lipgloss.Style // a failure on the foot line
	Prompt      lipgloss.Style // the prompt of an input line
	Wrong       lipgloss.Style // the error in the typed text
	Progress    lipgloss.Style // the full part of a progress bar, drawn as spaces

	HelpKey  lipgloss.Style // a key in the help
	HelpText lipgloss.Style // the description of a key

	Pens Pens // for text that is drawn in pieces
}

// Look is what the reader has chosen. The zero Look is the default.
type Look struct {
	Words  bool              // for screen readers: words and not signs
	Styles map[string]string // by the names of Roles, as ParseStyle reads them
}

// Sign returns a sign, or the word for it if t is for screen readers.
func (t *Theme) Sign(sign, word string) string {
	if t != nil && t.Words {
		return word
	}
	return sign
}

// Theme returns the theme for a terminal with a dark or a light background.
func (l Look) Theme(dark bool) Theme {
	plain := lipgloss.NewStyle()
	accent := l.role("accent", plain.Foreground(accentColour(dark)))
	faint := l.role("dim", plain.Faint(true))
	selected := l.role("selected", plain.Reverse(true))
	bold := plain.Bold(true)
	t := Theme{
		Dark:   dark,
		Words:  l.Words,
		Text:   l.role("text", plain),
		Strong: bold,
		Faint:  faint,

		Selected:    selected,
		Here:        accent.Bold(true),
		SelectedHit: selected.Bold(true).Underline(true),
		Tag:         plain,
		Star:        l.role("starred", accent.Bold(true)),
		Unread:      l.role("unread", bold),
		Alert:       l.role("alert", accent.Bold(true)),
		Month:       bold,
		Day:         bold,

		Title:   l.role("title", bold),
		Kicker:  accent.Bold(true),
		Meta:    faint,
		Caption: l.role("caption", plain.Italic(true)),
		Credit:  faint,
		Note:    l.role("note", faint.Italic(true)),
		Heading: l.role("heading", bold.Underline(true)),
		Quote:   l.role("quote", plain.Italic(true)),
		Code:    plain,
		Rule:    faint,
		RuleOn:  accent,
		EndMark: faint,
		Section: accent.Bold(true),
		Number:  accent,

		Link:         l.role("link", accent.Underline(true)),
		LinkSelected: selected.Bold(true),
		Dead:         faint,
		Old:          l.role("removed", faint.Strikethrough(true)),
		New:          l.role("added", accent.Bold(true)),
		Hit:          l.role("hit", bold.Underline(true)),
		HitCurrent:   bold.Reverse(true),

		Status:      plain,
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

// accentColour returns cyan on a dark background: in common palettes its contrast
// is 4.4 to 10.6, while that of bright blue is 2.4 to 5.0. On a light background it
// returns blue.
func accentColour(dark bool) color.Color {
	if dark {
		return lipgloss.Cyan
	}
	return lipgloss.Blue
}
