package theme

import "strings"

// Frame draws a border of width w around lines of w-4 cells each.
func (t *Theme) Frame(lines []string, w int) string {
	rule := strings.Repeat("─", max(0, w-2))
	bar := t.Rule.Render("│")
	var b strings.Builder
	b.WriteString(t.Rule.Render("╭" + rule + "╮"))
	for _, line := range lines {
		b.WriteString("\n" + bar + " " + line + " " + bar)
	}
	b.WriteString("\n" + t.Rule.Render("╰"+rule+"╯"))
	return b.String()
}
