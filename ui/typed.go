package ui

import (
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// typed is the common part of the lines of input in this package.
type typed struct {
	theme *theme.Theme
	w     int
	line  *prompt.Prompt
}

// SetTheme changes the colours.
func (t *typed) SetTheme(th *theme.Theme) { t.theme = th }

// Resize gives the line w cells.
func (t *typed) Resize(w, _ int) { t.w = w }

// Typing reports true: every key is text.
func (t *typed) Typing() bool { return true }

// Wheel does nothing.
func (t *typed) Wheel(int) intent.Intent { return nil }

// Click does nothing.
func (t *typed) Click(int) intent.Intent { return nil }

// Bindings returns no keys: the line has none of its own.
func (t *typed) Bindings() keys.List { return nil }
