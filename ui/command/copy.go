package command

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/when"
)

// Copied is a part of a story for the clipboard. Text has no control characters but line
// breaks, and does not end with one.
type Copied struct {
	Story *story.Story
	Part  intent.Part
	Text  string
	Err   error
}

// Copy reads a story and returns a part of it. A citation has the paragraph in that block of
// the body, counted from 1; 0 is the first paragraph.
func Copy(e Env, id story.ID, part intent.Part, block int) tea.Cmd {
	return func() tea.Msg {
		st, err := e.Store.Story(e.Ctx, id)
		if err != nil {
			return Copied{Err: err}
		}
		text := st.Headline.Text
		switch part {
		case intent.Text:
			text = copyText(st)
		case intent.Citation:
			text = citation(st, block)
		case intent.Headline, intent.Path:
		}
		return Copied{Story: st, Part: part, Text: pasted(text)}
	}
}

// pasted returns text as a shell or a program may get it.
func pasted(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(clean.Text(text), "\t", "    "))
}

// copyText returns the headline of st and its body without captions, with a blank line
// between parts. The dateline is in front of the lede, as written.
func copyText(st *story.Story) string {
	parts := []string{st.Headline.Text}
	dateline := st.Dateline.Text
	for i := range st.Body {
		b := &st.Body[i]
		switch b.Kind {
		case story.Caption:
			continue
		case story.Paragraph:
			if dateline != "" {
				parts = append(parts, strings.TrimSpace(dateline)+" "+b.Text)
				dateline = ""
				continue
			}
		}
		parts = append(parts, b.Text)
	}
	return strings.Join(parts, "\n\n")
}

// citation returns the headline, the agency with place and day, and a paragraph.
func citation(st *story.Story, block int) string {
	day := when.Listed(st.Date)
	if st.Date.From == story.FromModTime {
		day = ""
	}
	var source []string
	for _, s := range []string{st.Dateline.Agency, strings.Join(st.Dateline.Places, "/"), day} {
		if s != "" {
			source = append(source, s)
		}
	}
	head := strings.TrimSuffix(st.Headline.Text+"\n"+strings.Join(source, ", "), "\n")
	if block < 1 || block > len(st.Body) {
		block = 1
		for block < len(st.Body) && st.Body[block-1].Kind != story.Paragraph {
			block++
		}
	}
	if block > len(st.Body) {
		return head
	}
	return head + "\n\n" + st.Body[block-1].Text
}
