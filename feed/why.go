package feed

import (
	"context"

	"dateline/feed/story"
)

// Reading says how the file of a story was read.
type Reading struct {
	Story      *story.Story
	Parts      []story.Part      // what each line was read as, in the order of the file
	Candidates []story.Candidate // the evidence for the date; the one that did not lose is the date
}

// Why reads a story from its file, as Story does, and returns how each line was read and
// why the story has its date.
func (s *Store) Why(ctx context.Context, id story.ID) (Reading, error) {
	st, err := s.Story(ctx, id)
	if err != nil {
		return Reading{}, err
	}
	return Reading{Story: st, Parts: st.Parts(), Candidates: candidates(st)}, nil
}

// candidates returns the candidates for the date of st. If none of them is the date, a
// field of the file gave it, and no evidence was weighed.
func candidates(st *story.Story) []story.Candidate {
	for _, c := range st.Candidates {
		if c.Lost == "" && c.Date.Year == st.Date.Year && c.Date.Month == st.Date.Month && c.Date.Day == st.Date.Day {
			return st.Candidates
		}
	}
	if !st.Date.Known() {
		return st.Candidates
	}
	list := []story.Candidate{{Date: st.Date, Evidence: "a field of the file", Weight: 100}}
	for _, c := range st.Candidates {
		if c.Lost == "" {
			c.Lost = "a field of the file gives the date"
		}
		list = append(list, c)
	}
	return list
}
