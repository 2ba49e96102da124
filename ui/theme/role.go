package theme

import (
	"image/color"
	"regexp"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"dateline/feed/locale"
)

// Role is a part of the screen that the reader can give a style.
type Role struct{ Name, Help string }

// Roles lists the roles. A test checks that each changes the theme.
var Roles = []Role{
	{"accent", locale.Mark("labels, link numbers, section names, prompts, the rule of the pane with the keys")},
	{"dim", locale.Mark("what may be missed: places, dates, rules, headlines that are not in the archive")},
	{"text", locale.Mark("the text of stories, and rows")},
	{"title", locale.Mark("the headline of a story")},
	{"heading", locale.Mark("headings in a story")},
	{"quote", locale.Mark("passages quoted as a block")},
	{"caption", locale.Mark("captions of pictures")},
	{"note", locale.Mark("editors' notes")},
	{"link", locale.Mark("links in the text")},
	{"hit", locale.Mark("hits of a search")},
	{"selected", locale.Mark("the row or link that the keys act on")},
	{"unread", locale.Mark("the mark of unread stories")},
	{"starred", locale.Mark("the star")},
	{"alert", locale.Mark("the labels of urgent stories, corrections and kills")},
	{"added", locale.Mark("words that are new")},
	{"removed", locale.Mark("words that are gone")},
}

// RoleNames returns the names of the roles.
func RoleNames() []string {
	names := make([]string, len(Roles))
	for i, r := range Roles {
		names[i] = r.Name
	}
	return names
}

// attributes are what a style can have besides colors.
var attributes = []string{"bold", "dim", "italic", "underline", "reverse", "strikethrough"}

// named are the sixteen colors of the terminal.
var named = []string{
	"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
	"bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
}

// StyleWords returns the names of attributes and colors.
func StyleWords() []string {
	return append(append([]string{"default"}, attributes...), named...)
}

// hexColor is a color by its red, green and blue.
var hexColor = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// colorOf returns the color with a name or number; ok is false for none. The default color is
// nil.
func colorOf(word string) (c color.Color, ok bool) {
	for i, name := range named {
		if word == name {
			return lipgloss.Color(strconv.Itoa(i)), true
		}
	}
	n, err := strconv.ParseUint(word, 10, 8)
	switch {
	case word == "default":
		return nil, true
	case err == nil && len(word) <= 3:
		return lipgloss.Color(strconv.FormatUint(n, 10)), true
	case hexColor.MatchString(word):
		return lipgloss.Color(word), true
	}
	return nil, false
}

// ParseStyle reads a style: attributes, a color, and the color of the background after "on", in
// words. It returns the first word that is none of these, "on" if no color follows it, or "".
func ParseStyle(text string) (s lipgloss.Style, wrong string) {
	s = lipgloss.NewStyle()
	words := strings.Fields(text)
	for i := 0; i < len(words); i++ {
		word, back := words[i], words[i] == "on"
		if back && i+1 < len(words) {
			i++
			word = words[i]
		}
		c, isColor := colorOf(word)
		switch {
		case isColor && c == nil:
		case isColor && back:
			s = s.Background(c)
		case isColor:
			s = s.Foreground(c)
		case back || !attribute(&s, word):
			return s, word
		}
	}
	return s, ""
}

// attribute gives s an attribute, and reports whether the word is one.
func attribute(s *lipgloss.Style, word string) bool {
	switch word {
	case "bold":
		*s = s.Bold(true)
	case "dim":
		*s = s.Faint(true)
	case "italic":
		*s = s.Italic(true)
	case "underline":
		*s = s.Underline(true)
	case "reverse":
		*s = s.Reverse(true)
	case "strikethrough":
		*s = s.Strikethrough(true)
	default:
		return false
	}
	return true
}

// role returns the style that the reader has given a role, otherwise the default.
func (l *Look) role(name string, otherwise lipgloss.Style) lipgloss.Style {
	text, ok := l.Styles[name]
	if !ok {
		return otherwise
	}
	s, _ := ParseStyle(text)
	return s
}
