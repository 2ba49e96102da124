package web

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// Link is a related headline and the stories it leads to.
type Link struct {
	Related    story.Related
	Match      link.Match
	By         link.By
	Targets    []story.Row // empty if Match is None; several if they match equally well
	Correction *story.Row  // a kill of the first target, or else its latest correction; nil for none
}

// Related resolves the related headlines of st, in order.
func Related(ctx context.Context, cat *catalog.Catalog, st *story.Story) ([]Link, error) {
	row := story.NewRow(st)
	from := link.CandidateOf(&row)
	f := newFinder(cat, story.Date{}) // all headlines are listed by one story
	links := make([]Link, len(st.Related))
	for i := range st.Related {
		to, err := f.targets(ctx, &st.Related[i], from)
		if err != nil {
			return nil, err
		}
		links[i] = Link{Related: st.Related[i], Match: to.match, By: to.by, Targets: to.rows}
	}
	return links, announce(ctx, cat, links, st.ID)
}

// announce sets Correction in each link to the kill of its first target or of a take of it, or
// else to the latest correction. A link from the notice itself gets none.
func announce(ctx context.Context, cat *catalog.Catalog, links []Link, from story.ID) error {
	var ids []story.ID
	for i := range links {
		if len(links[i].Targets) > 0 {
			ids = append(ids, links[i].Targets[0].ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	notices, err := cat.Notices(ctx, slices.Compact(ids)...)
	of := map[story.ID]*story.Row{}
	for i := range notices {
		n := &notices[i]
		if cur := of[n.Of]; n.By.ID != from && (cur == nil || isKill(&n.By) && !isKill(cur)) {
			of[n.Of] = &n.By
		}
	}
	for i := range links {
		if len(links[i].Targets) > 0 {
			links[i].Correction = of[links[i].Targets[0].ID]
		}
	}
	return err
}

func isKill(r *story.Row) bool { return r.Headline.Kind == story.Kill }
