package ui

import (
	"context"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
)

// bonding is the story to join with another.
type bonding struct {
	first    story.ID // "" for none
	headline string   // of first
}

// hint returns the hint that a story waits to be joined with another; its text is "" if
// none does.
func (b *bonding) hint() hint.Hint {
	if b.first == "" {
		return hint.Hint{}
	}
	return hint.Hint{Key: ":join", Text: locale.In("hint").T("joins")}
}

// subjectHeadline returns the headline of the subject, with its tags.
func (m *Model) subjectHeadline() string {
	if m.inStory() {
		return m.story.Story().Headline.Text
	}
	row, _ := m.list.Selected()
	return row.Headline.Text
}

// join remembers a story to join with another, or joins it with that.
func (m *Model) join() {
	b, id := &m.bonding, m.subject()
	first, headline := b.first, b.headline
	b.first = ""
	switch {
	case id == "":
	case id == first:
		m.say(joinForgotten())
	case first == "":
		b.first, b.headline = id, m.subjectHeadline()
		m.say(locale.F("Go to the other story and :join there; %s forgets it.", m.program.KeyOf(keys.Undo)))
	default:
		m.takeStep(command.Stepped{Did: command.Joined, ID: first, Headline: headline},
			func(ctx context.Context, s *feed.Store) (feed.Step, error) { return s.Join(ctx, first, id) })
	}
}

// joinForgotten returns the note that a join has been given up.
func joinForgotten() string { return locale.T("The join is forgotten.") }

// cut makes a take a story of its own.
func (m *Model) cut(in intent.Cut) {
	if in.ID == "" {
		in = intent.Cut{ID: m.subject(), Headline: m.subjectHeadline()}
	}
	if in.ID != "" {
		m.takeStep(command.Stepped{Did: command.Cut, ID: in.ID, Headline: in.Headline},
			func(ctx context.Context, s *feed.Store) (feed.Step, error) { return s.Cut(ctx, in.ID) })
	}
}
