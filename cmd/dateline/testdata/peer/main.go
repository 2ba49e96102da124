// Command peer is a minimal Bubble Tea program: it shows one line, which each key
// changes, on the alternate screen at the frame rate of dateline. The benchmarks
// compare dateline with it.
package main

import (
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"
)

const framesPerSecond = 120

// line is the number of keys that were pressed.
type line int

// Init implements tea.Model.
func (line) Init() tea.Cmd { return nil }

// Update implements tea.Model.
func (n line) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if key.String() == "Q" {
			return n, tea.Quit
		}
		return n + 1, nil
	}
	return n, nil
}

// View implements tea.Model.
func (n line) View() tea.View {
	v := tea.NewView(fmt.Sprintf("one line, %d keys", n))
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(line(0), tea.WithFPS(framesPerSecond)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, "peer:", err)
		os.Exit(1)
	}
}
