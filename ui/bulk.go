package ui

import (
	"context"
	"slices"
	"strings"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/ui/cell"
	"dateline/ui/command"
	"dateline/ui/foot"
	"dateline/ui/intent"
	"dateline/ui/tags"
)

// subjects is what the line for tags, or the question, is about.
type subjects struct {
	do       intent.Bulk
	all      bool // they are all stories of the list, not one
	picked   feed.Picked
	own      []string // the tags of the one story
	headline string   // its headline
	text     string   // the tags typed
}

// askTags opens the line for the tags of a story.
func (m *Model) askTags(in intent.AskTags) {
	if in.ID != "" {
		m.await(command.ReadTags(m.env, in))
	}
}

// showTags handles the answer to askTags.
func (m *Model) showTags(msg command.Tags) {
	if m.fail(msg.Err) {
		return
	}
	m.subjects = subjects{do: intent.TagAll, picked: msg.Picked, own: msg.Own, headline: msg.Headline}
	m.show(intent.TagsPage, tags.New(msg.Used, msg.Own))
}

// askAll picks the stories of the list, to change marks of all.
func (m *Model) askAll(do intent.Bulk) {
	if _, ok := m.list.Selected(); !ok {
		m.say(locale.T("There are no stories in the list."))
		return
	}
	m.await(command.Pick(m.env, do))
}

// showPicked handles the answer to askAll. It asks only about what is shown: stories that have
// come since must be shown first.
func (m *Model) showPicked(msg command.Picked) {
	if m.fail(msg.Err) {
		return
	}
	m.subjects = subjects{do: msg.Do, all: true, picked: msg.Picked}
	d, ok := msg.Picked.Changes.Since(m.list.Shown())
	switch {
	case !ok || d.Added > 0:
		m.say(locale.T("New stories are not shown yet; press . and try again."))
	case msg.Picked.Later:
		m.say(locale.T("Stories are coming in; try again when they are here."))
	case len(msg.Picked.IDs) == 0:
		m.say(locale.T("All stories of the list are read."))
	case msg.Do == intent.TagAll:
		m.show(intent.TagsPage, tags.New(msg.Used, nil))
	default:
		m.question(bulkQuestion(msg.Do, m.pickedStories()))
	}
}

// pickedStories returns the number of the stories that are to be changed.
func (m *Model) pickedStories() string { return foot.Stories(len(m.subjects.picked.IDs)) }

// bulkQuestion returns the question whether to change stories; stories is their number.
func bulkQuestion(do intent.Bulk, stories string) string {
	switch do {
	case intent.ReadAll:
		return locale.F("Mark %s read?", stories)
	case intent.UnreadAll:
		return locale.F("Mark %s unread?", stories)
	case intent.StarAll:
		return locale.F("Star %s?", stories)
	default:
		return locale.F("Unstar %s?", stories)
	}
}

// question asks the reader whether to change all stories of the list.
func (m *Model) question(text string) {
	m.show(intent.QuestionPage, newQuestion(text))
}

// setTags sets the tags typed, for all stories of the list after a question.
func (m *Model) setTags(in intent.Tag) {
	m.hide(&m.holders[intent.TagsPage])
	m.subjects.text = in.Text
	if m.subjects.all {
		m.question(locale.F("Tag %s %s?", m.pickedStories(), cell.Cut(in.Text, 20)))
		return
	}
	m.confirm()
}

// confirm changes the marks that the line or the question was about.
func (m *Model) confirm() {
	if h := &m.holders[intent.QuestionPage]; h.open {
		m.hide(h)
	}
	s := m.subjects
	m.say(locale.F("Marking %s", m.pickedStories()))
	m.takeStep(command.Stepped{Did: command.Changed, Headline: s.headline}, func(ctx context.Context, store *feed.Store) (feed.Step, error) {
		return store.MarkPicked(ctx, s.picked, s.marking())
	})
}

// marking returns the change of marks.
func (s *subjects) marking() (m feed.Marking) {
	switch s.do {
	case intent.ReadAll, intent.UnreadAll:
		m.Read = new(s.do == intent.ReadAll)
	case intent.StarAll, intent.UnstarAll:
		m.Starred = new(s.do == intent.StarAll)
	case intent.TagAll:
		tag, untag := feed.ReadTags(s.text)
		for _, t := range tag {
			if own := slices.ContainsFunc(s.own, func(o string) bool { return strings.EqualFold(o, t) }); own {
				untag = append(untag, t)
			} else {
				m.Tag = append(m.Tag, t)
			}
		}
		m.Untag = untag
	}
	return m
}
