package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/cell"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// piping is the line for a command that gets the story.
type piping struct {
	typed

	keys    keys.List
	history prompt.History
}

// newPiping returns an empty line. History is the earlier commands, the latest first.
func newPiping(history []string) *piping {
	p := &piping{typed: typed{line: prompt.New("| ")}, history: prompt.NewHistory(history)}
	p.keys = keys.List{
		{Name: "run-program", Keys: []string{"enter"}, Group: keys.Screen, Help: "pipe the story to the command", Hint: "run", Do: keys.Call(p.run)},
		{Name: "older-program", Keys: []string{"up", "ctrl+p"}, Group: keys.Screen, Help: "the previous command", Hint: "earlier commands", Do: keys.Step(p.recall, 1)},
		{Name: "newer-program", Keys: []string{"down", "ctrl+n"}, Group: keys.Screen, Help: "the next command", Do: keys.Step(p.recall, -1)},
		{Name: "leave-pipe", Keys: []string{"esc"}, Group: keys.Leave, Help: "back", Hint: "back", Do: keys.Ask(intent.Close{})},
	}
	return p
}

// Bindings returns the key bindings in the order of the help.
func (p *piping) Bindings() keys.List { return p.keys }

// Update takes a key press or a paste.
func (p *piping) Update(msg tea.Msg) intent.Intent {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		if in, bound := p.keys.Press(press); bound {
			return in
		}
	}
	switch p.line.Update(msg) {
	case prompt.Changed:
		p.history.Typed()
	case prompt.Left:
		return intent.Close{}
	case prompt.Same, prompt.Entered:
	}
	return nil
}

// run returns the intent to pipe the story; without a command, to close the line.
func (p *piping) run() intent.Intent {
	if text := p.line.Value(); text != "" {
		return intent.Pipe{Text: text}
	}
	return intent.Close{}
}

// recall puts the command that is n steps older into the line.
func (p *piping) recall(n int) { p.history.Step(p.line, n) }

// refuse says why the text is no command.
func (p *piping) refuse(problem string) { p.line.Wrong(0, len(p.line.Value()), problem) }

// View draws the line, with why the text is no command at its end, or else the hints.
func (p *piping) View() string {
	line, _ := p.line.Beside(p.theme, p.w, p.end())
	return line
}

// Cursor returns the cell of the cursor in the line.
func (p *piping) Cursor() (x, y int, ok bool) {
	_, x = p.line.Beside(p.theme, p.w, p.end())
	return x, 0, true
}

// end returns the hints at the end of the line.
func (p *piping) end() string {
	hints := p.keys.Hints("run-program", "older-program", "leave-pipe")
	for n := len(hints); n > 0; n-- {
		if s := hint.Join(hints[:n], " · ") + " "; cell.Width(s) <= p.line.Room(p.w) {
			return s
		}
	}
	return ""
}
