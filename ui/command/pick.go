package command

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
)

// Picked is the stories of the list, for a change of all.
type Picked struct {
	Do     intent.Bulk
	Picked feed.Picked
	Used   []string // the tags in use
	Err    error
}

// Pick picks the stories of the list.
func Pick(e Env, do intent.Bulk) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		msg := Picked{Do: do}
		msg.Picked, msg.Err = e.Store.Pick(e.Ctx, e.Result, e.Scope, do == intent.ReadAll)
		if msg.Err == nil && do == intent.TagAll {
			msg.Used, msg.Err = e.Store.Tags(e.Ctx)
		}
		return msg
	}
}

// Tags is the tags in use, and those of the takes of a story.
type Tags struct {
	intent.AskTags

	Picked    feed.Picked
	Used, Own []string
	Err       error
}

// ReadTags reads the tags in use and those of a story.
func ReadTags(e Env, in intent.AskTags) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		msg := Tags{AskTags: in}
		if msg.Picked, msg.Err = e.Store.PickStory(e.Ctx, in.ID, in.All); msg.Err != nil {
			return msg
		}
		if msg.Used, msg.Err = e.Store.Tags(e.Ctx); msg.Err != nil {
			return msg
		}
		msg.Own, msg.Err = tagsOf(e, msg.Picked.Takes)
		return msg
	}
}

// tagsOf returns the tags of some stories, each once.
func tagsOf(e Env, ids []story.ID) (tags []string, err error) {
	seen := map[string]bool{}
	for _, id := range ids {
		list, err := e.Store.TagsOf(e.Ctx, id)
		if err != nil {
			return nil, err
		}
		for _, t := range list {
			if !seen[t] {
				seen[t] = true
				tags = append(tags, t)
			}
		}
	}
	return tags, nil
}
