// Package tags is the line in which the reader types tags for a story, or for all stories of
// the list.
package tags

import (
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/cell"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/label"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// Page is the line. Create it with New.
type Page struct {
	prompt.Input

	keys        keys.List
	theme       *theme.Theme
	w           int
	line        *prompt.Prompt
	completions prompt.Completion
	used, own   []string
}

// New returns an empty line. Used are the tags in use, own those of the story.
func New(used, own []string) *Page {
	p := &Page{line: prompt.New(locale.T("tag: ")), used: used, own: own}
	p.keys = bindings(p)
	return p
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize gives the line w cells.
func (p *Page) Resize(w, _ int) { p.w = w }

// enter returns the intent to set the tags typed.
func (p *Page) enter() intent.Intent {
	if p.line.Value() == "" {
		return intent.Close{}
	}
	return intent.Tag{Text: p.line.Value()}
}

// complete completes the last tag from those in use, and with the next press to the next
// one. A minus stands before those that the story has: they are taken off.
func (p *Page) complete() intent.Intent {
	p.completions.Step(p.line, func(text string) (list []string) {
		head, last := text, ""
		if i := strings.LastIndexAny(text, " ,"); i < len(text)-1 {
			head, last = text[:i+1], text[i+1:]
		}
		for _, t := range p.choices() {
			if begins(t, last) && t != last {
				list = append(list, head+t+" ")
			}
		}
		return list
	})
	return nil
}

// choices returns the tags that can be put on the story, and those that can be taken off.
func (p *Page) choices() (list []string) {
	for _, t := range p.used {
		if t = clean.Line(t); !slices.Contains(p.own, t) {
			list = append(list, t)
		}
	}
	for _, t := range p.own {
		list = append(list, "-"+clean.Line(t))
	}
	return list
}

// begins reports whether the typed text is the beginning of a choice, with or without its
// minus, in any case.
func begins(choice, typed string) bool {
	choice, typed = strings.ToLower(choice), strings.ToLower(typed)
	return strings.HasPrefix(choice, typed) || strings.HasPrefix(strings.TrimPrefix(choice, "-"), typed)
}

// View draws the line. At its end are the tags that the story has, and the hints.
func (p *Page) View() string {
	line, _ := p.line.Beside(p.theme, p.w, p.end())
	return line
}

// Cursor returns the cell of the cursor.
func (p *Page) Cursor() (x, y int, ok bool) {
	_, x = p.line.Beside(p.theme, p.w, p.end())
	return x, 0, true
}

func (p *Page) end() string {
	var parts []string
	if own := label.Own(p.own); own != "" {
		parts = append(parts, locale.F("has %s", own))
	}
	for _, h := range p.keys.Hints(complete, enter, leave) {
		parts = append(parts, hint.Join([]hint.Hint{h}, ""))
	}
	for n := len(parts); n > 0; n-- {
		if s := strings.Join(parts[:n], " · ") + " "; cell.Width(s) <= p.line.Room(p.w) {
			return s
		}
	}
	return ""
}
