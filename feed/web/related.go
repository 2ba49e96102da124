package web

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// Link is a related headline and the stories it leads to.
type Link struct {
	Related    story.Related
	Match      link.Match
	Targets    []story.Row // empty if Match is None; several if they match equally well
	Correction *story.Row  // a correction or kill of the first target
}

// Related resolves the related headlines of st, in order.
func Related(ctx context.Context, cat *catalog.Catalog, st *story.Story) ([]Link, error) {
	row := story.NewRow(st)
	from := link.CandidateOf(&row)
	f := newFinder(cat, story.Date{}) // all headlines are listed by one story
	links := make([]Link, len(st.Related))
	for i, r := range st.Related {
		rows, match, err := f.targets(ctx, r.Headline, from)
		if err != nil {
			return nil, err
		}
		links[i] = Link{Related: r, Match: match, Targets: rows}
	}
	return links, correct(ctx, cat, links, st.ID)
}

// correct sets Correction in each link to the latest correction or kill of its
// target. A link to a correction, or from the correction itself, gets none.
func correct(ctx context.Context, cat *catalog.Catalog, links []Link, from story.ID) error {
	for i := range links {
		if len(links[i].Targets) == 0 || link.Corrects(&links[i].Targets[0]) {
			continue
		}
		target := link.CandidateOf(&links[i].Targets[0])
		rows, err := cat.Corrections(ctx, target.Headline.Title, target.Date, link.CorrectionDays)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if c := link.CandidateOf(&r); r.ID != from && link.IsCorrection(&c, &target) {
				links[i].Correction = &r
				break
			}
		}
	}
	return nil
}
