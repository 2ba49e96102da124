package ui

import (
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// typed is the common part of the lines of input in this package.
type typed struct {
	prompt.Input

	theme *theme.Theme
	w     int
	line  *prompt.Prompt
}

// SetTheme changes the colours.
func (t *typed) SetTheme(th *theme.Theme) { t.theme = th }

// Resize gives the line w cells.
func (t *typed) Resize(w, _ int) { t.w = w }

// Bindings returns no keys: the line has none of its own.
func (t *typed) Bindings() keys.List { return nil }
