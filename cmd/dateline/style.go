package main

import (
	"maps"
	"slices"
	"strings"

	"dateline/feed/locale"
	"dateline/ui/theme"
)

// themeHelp is the help of the setting theme, before its parts.
var themeHelp = locale.Mark(`the styles of parts of the screen, in words: any of bold, dim, italic, underline, reverse and strikethrough, a color, and ` +
	`a color behind it after "on". A color is a name (black, red, green, yellow, blue, magenta, cyan, white, each also as bright-red, and default), ` +
	`a number from 0 to 255, or #rrggbb. Without it the colors are those of the terminal. NO_COLOR turns it off. The parts are`)

// themeParts returns the parts of the theme and what they are.
func themeParts() string {
	parts := make([]string, len(theme.Roles))
	for i, r := range theme.Roles {
		parts[i] = r.Name + ": " + locale.T(r.Help)
	}
	return strings.Join(parts, "; ")
}

// setStyles sets the styles of roles; wrong is called with the name of an entry and what is
// wrong there.
func setStyles(c *config, entries map[string]any, wrong func(name, what string)) {
	c.Styles = map[string]string{}
	for role, value := range entries {
		text, ok := value.(string)
		if !ok {
			wrong(role, locale.F(`%s is a style in quotation marks: "bold red"`, role))
			continue
		}
		if names := theme.RoleNames(); !slices.Contains(names, role) {
			wrong(role, locale.F("there is no part %s of the theme", role)+orElse(role, names))
			continue
		}
		switch _, word := theme.ParseStyle(text); word {
		case "":
			c.Styles[role] = text
		case "on":
			wrong(role, locale.T(`a color stands behind "on": "on blue"`))
		default:
			wrong(role, locale.F("%s is no color or attribute", quoteTOML(word))+orElse(word, theme.StyleWords()))
		}
	}
}

// stylesInTOML returns the styles of c as lines of a table.
func stylesInTOML(c *config) [][2]string {
	var lines [][2]string
	for _, role := range slices.Sorted(maps.Keys(c.Styles)) {
		lines = append(lines, [2]string{role, quoteTOML(c.Styles[role])})
	}
	return lines
}
