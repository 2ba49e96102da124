package feed

import (
	"context"

	"dateline/feed/story"
)

// Member is a story that belongs to another one.
type Member struct {
	Row   story.Row
	Label string // why: LabelTake, LabelNotice or LabelRelated
}

// The labels of a Member. A story with several has the first.
const (
	LabelTake    = "take"
	LabelNotice  = "correction" // it corrects or kills the story, or is corrected or killed by it
	LabelRelated = "related"
)

// MaxMembers is the largest number of members that Members returns.
const MaxMembers = 1000

// Members returns the stories that belong to st and are in the archive, each once, and not st
// itself: its takes, the oldest first, the corrections and kills it has to do with, and the
// stories that it lists. More reports whether there are others.
func (s *Store) Members(ctx context.Context, st *story.Story) (members []Member, more bool, err error) {
	takes, err := s.Takes(ctx, st)
	if err != nil {
		return nil, false, err
	}
	notices, err := s.Notices(ctx, st)
	if err != nil {
		return nil, false, err
	}
	links, err := s.Related(ctx, st)
	if err != nil {
		return nil, false, err
	}
	used := map[story.ID]bool{st.ID: true}
	add := func(label string, rows ...story.Row) {
		for _, r := range rows {
			switch {
			case used[r.ID]:
			case len(members) == MaxMembers:
				more = true
			default:
				used[r.ID] = true
				members = append(members, Member{r, label})
			}
		}
	}
	for i := range takes {
		add(LabelTake, takes[i].Row)
	}
	add(LabelNotice, notices.By...)
	add(LabelNotice, notices.About...)
	for i := range links {
		add(LabelRelated, links[i].Targets[:min(len(links[i].Targets), 1)]...)
	}
	return members, more, nil
}
