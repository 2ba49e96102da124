package prose

import (
	"strings"

	"rsc.io/markdown"

	"dateline/feed/clean"
	"dateline/feed/wire/line"
)

// inline returns the text of t on one line.
func inline(t *markdown.Text) string {
	if t == nil {
		return ""
	}
	return clean.Line(plain(t.Inline))
}

// plain returns the text of a list of inline elements, without their marks. Links between
// notes have their titles.
func plain(list []markdown.Inline) string {
	text := raw(list)
	if !strings.Contains(text, "[[") {
		return text
	}
	return wikiLink().ReplaceAllStringFunc(text, func(link string) string {
		title, shown, ok := strings.Cut(strings.Trim(link, "[]"), "|")
		if ok {
			return shown
		}
		return title
	})
}

// raw returns the text of a list of inline elements, with the marks of links between notes.
func raw(list []markdown.Inline) string {
	var b strings.Builder
	write(&b, list)
	return b.String()
}

func write(b *strings.Builder, list []markdown.Inline) {
	for _, x := range list {
		switch x := x.(type) {
		case *markdown.Plain:
			b.WriteString(x.Text)
		case *markdown.Escaped:
			b.WriteString(x.Text)
		case *markdown.Code:
			b.WriteString(x.Text)
		case *markdown.AutoLink:
			b.WriteString(x.Text)
		case *markdown.SoftBreak, *markdown.HardBreak:
			b.WriteByte('\n')
		case *markdown.HTMLTag:
			if strings.HasPrefix(strings.ToLower(x.Text), "<br") {
				b.WriteByte('\n')
			}
		case *markdown.Task:
			b.WriteString(map[bool]string{true: "[x] ", false: "[ ] "}[x.Checked])
		default:
			write(b, inner(x))
		}
	}
}

// inner returns the elements inside x.
func inner(x markdown.Inline) []markdown.Inline {
	switch x := x.(type) {
	case *markdown.Strong:
		return x.Inner
	case *markdown.Emph:
		return x.Inner
	case *markdown.Del:
		return x.Inner
	case *markdown.Link:
		return x.Inner
	case *markdown.Image:
		return x.Inner
	}
	return nil
}

// picture returns the picture that t begins with, and what follows it.
func picture(t *markdown.Text) (image *markdown.Image, rest []markdown.Inline) {
	for i, x := range t.Inline {
		if link, ok := x.(*markdown.Link); ok && len(link.Inner) == 1 { // a picture that leads to a larger one
			x = link.Inner[0]
		}
		switch x := x.(type) {
		case *markdown.Image:
			if image == nil {
				image = x
			}
			continue
		case *markdown.SoftBreak, *markdown.HardBreak:
			continue
		case *markdown.Plain:
			if strings.TrimSpace(x.Text) == "" {
				continue
			}
		}
		if image == nil {
			return nil, nil
		}
		return image, t.Inline[i:]
	}
	return image, nil
}

// isFootnote reports whether t is a footnote: "[^1]: text".
func isFootnote(t *markdown.Text) bool {
	text := line.Head(plain(t.Inline[:min(len(t.Inline), 4)]), 200)
	label, _, ok := strings.Cut(text, "]:")
	return ok && strings.HasPrefix(label, "[^") && !strings.ContainsAny(label, " \n")
}

// table returns the rows of a table in columns. Those that the table aligns right are so
// here too.
func table(t *markdown.Table) string {
	rows := make([][]string, 0, len(t.Rows)+1)
	for _, row := range append([][]*markdown.Text{t.Header}, t.Rows...) {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = inline(c)
		}
		rows = append(rows, cells)
	}
	lines := line.Align(rows, func(n int) bool { return n < len(t.Align) && t.Align[n] == "right" })
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}
