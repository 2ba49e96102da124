package copydesk

import "strings"

// related returns the related headlines of file i. All that exist are from earlier
// files.
func related(i int, d *dice) []string {
	var list []string
	for range min(4+d.n(7), i) {
		j := i - 1 - d.n(min(perDay*3, i))
		switch d.n(10) {
		case 0:
			list = append(list, "(3rd LD) "+Title(j))
		case 1:
			list = append(list, cut(Headline(j)))
		case 2:
			list = append(list, retyped(Headline(j)))
		case 3:
			list = append(list, d.fill("{last} asks {place} to count its {noun}s again"))
		case 4:
			list = append(list, Title(j))
		default:
			list = append(list, Headline(j))
		}
	}
	return list
}

// cut returns s cut off as in a narrow column.
func cut(s string) string {
	runes := []rune(s)
	if n := len(runes) * 3 / 4; n > 30 {
		return strings.TrimSpace(string(runes[:n])) + "..."
	}
	return s
}

// retyped returns s in the style of another desk.
func retyped(s string) string {
	return strings.NewReplacer("N. Korea", "North Korea", "U.S.", "US", "gov't", "government",
		"'", "’", " -- ", " — ").Replace(s)
}
