package command

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// Copied is a story and its text for the clipboard.
type Copied struct {
	Story *story.Story
	Text  string
	Err   error
}

// Copy reads a story and returns its headline, dateline and text.
func Copy(e Env, id story.ID) tea.Cmd {
	return func() tea.Msg {
		st, err := e.Store.Story(e.Ctx, id)
		if err != nil {
			return Copied{Err: err}
		}
		return Copied{Story: st, Text: text(st)}
	}
}

// text returns the headline of st and its body without captions, with a blank line
// between parts. The dateline is in front of the lede, as written.
func text(st *story.Story) string {
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
	return clean.Text(strings.Join(parts, "\n\n")) + "\n"
}
