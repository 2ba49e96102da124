package command

import (
	"context"
	"io"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/when"
)

// KnownAbout returns what corrects or kills a story and until when it is under embargo, a
// line each, and its links and notices.
func KnownAbout(ctx context.Context, s *feed.Store, st *story.Story) (notes []string, around article.Around, err error) {
	if around.Notices, err = s.Notices(ctx, st); err != nil {
		return nil, around, err
	}
	if around.Links, err = s.Related(ctx, st); err != nil {
		return nil, around, err
	}
	notes = article.Banners(st, &around)
	if held := when.Held(feed.ReadEmbargo(st), time.Now()); held != "" {
		notes = append(notes, held)
	}
	return notes, around, nil
}

// WriteCopy writes a story as agency copy. Above it stand, as notes to editors, what corrects
// or kills it, and until when it is under embargo.
func WriteCopy(ctx context.Context, w io.Writer, s *feed.Store, st *story.Story) error {
	notes, _, err := KnownAbout(ctx, s, st)
	if err != nil {
		return err
	}
	for _, note := range notes {
		if _, err := io.WriteString(w, "(Eds: "+note+")\n"); err != nil {
			return err
		}
	}
	_, err = io.WriteString(w, feed.AgencyCopy(st))
	return err
}

// Printed is a story as agency copy, for a program.
type Printed struct {
	Story *story.Story
	Args  []string // the program and its arguments
	Name  string   // for messages
	Text  string
	Err   error
}

// Print returns a story as WriteCopy writes it, for the program of p.
func Print(e Env, id story.ID, p Printed) tea.Cmd {
	return func() tea.Msg {
		var text strings.Builder
		if p.Story, p.Err = e.Store.Story(e.Ctx, id); p.Err == nil {
			p.Err = WriteCopy(e.Ctx, &text, e.Store, p.Story)
		}
		p.Text = text.String()
		return p
	}
}
