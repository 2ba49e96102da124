package feed

import (
	"context"
	"errors"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/marks"
	"dateline/feed/scan"
	"dateline/feed/story"
)

// adoptChunk is the number of stories that an adoption looks at together.
const adoptChunk = 1000

// adoption lets marks follow their stories after a scan.
type adoption struct {
	cat     *catalog.Catalog
	marks   *marks.Marks
	touched []story.ID        // the stories that the scan has added, changed or removed; nil for all
	lost    []int64           // stories at whose place there is another
	taken   map[story.ID]bool // by stories that were found
}

// adopt lets the marks follow stories that were edited or moved, or that came from another
// archive: by path, if the story there may be an edited version of the old one; else by
// digest; else by headline with dateline, if there is one such story. A story that has
// marks gets only those of an import. Before is the state of the catalog before the scan.
func (s *Store) adopt(ctx context.Context, cat *catalog.Catalog, res scan.Result, before string) error {
	look, last, err := s.marks.Looked(ctx)
	if err != nil {
		return err
	}
	state, err := cat.Changed(ctx)
	if err != nil {
		return err
	}
	cur := marks.Look{Seen: last, State: state}
	if cur == look {
		return nil
	}
	a := &adoption{cat: cat, marks: s.marks, touched: res.Touched, taken: map[story.ID]bool{}}
	switch {
	case res.First:
		look.Seen = last // every story was touched
	case before != look.State:
		a.touched = nil // an earlier scan was interrupted
	}
	if err := a.edited(ctx); err != nil {
		return err
	}
	strays, err := cat.Strays(ctx, a.touched, look.Seen)
	if err != nil {
		return err
	}
	strays = append(strays, a.lost...)
	for _, away := range []bool{false, true} { // what was imported goes to stories that have found their place
		for chunk := range slices.Chunk(strays, adoptChunk) {
			if err := a.find(ctx, chunk, away); err != nil {
				return err
			}
		}
	}
	return s.marks.SetLooked(ctx, cur)
}

// adoptNew is adopt after a comparison that has found no changes: other archives may have
// marks for stories of this one.
func (s *Store) adoptNew(ctx context.Context, cat *catalog.Catalog) error {
	look, last, err := s.marks.Looked(ctx)
	if err != nil || look.Seen == last {
		return nil //nolint:nilerr // TryMarks tells the reader
	}
	state, err := cat.Changed(ctx)
	if err != nil || state != look.State { // a scan does more
		return err
	}
	return s.follow(ctx, cat, scan.Result{Touched: []story.ID{}}, state)
}

// follow is adopt, but what the marks cannot do is logged: TryMarks tells the reader.
func (s *Store) follow(ctx context.Context, cat *catalog.Catalog, res scan.Result, before string) error {
	err := s.adopt(ctx, cat, res, before)
	if _, ok := errors.AsType[*marks.Error](err); ok {
		s.log.Warn("marks do not follow their stories", "err", err)
		return nil
	}
	return err
}

// edited compares the stories whose content has changed with what the marks know of them.
func (a *adoption) edited(ctx context.Context) error {
	ids, err := a.cat.Edited(ctx, a.touched)
	if err != nil {
		return err
	}
	for chunk := range slices.Chunk(ids, adoptChunk) {
		placed, err := a.marks.Placed(ctx, chunk)
		if err != nil {
			return err
		}
		old := make(map[story.ID]*marks.Placed, len(placed))
		for i := range placed {
			old[placed[i].Story.ID] = &placed[i]
		}
		identities, err := a.cat.Identities(ctx, chunk...)
		if err != nil {
			return err
		}
		var moves marks.Moves
		for _, id := range identities {
			cur, p := marks.Story(id), old[id.ID]
			switch {
			case p == nil: // marked since
			case marks.Edited(&p.Story, &cur):
				moves.Edited = append(moves.Edited, cur)
			default:
				moves.Lost = append(moves.Lost, cur.ID)
				a.lost = append(a.lost, p.Num)
			}
		}
		if err := a.marks.Move(ctx, moves); err != nil {
			return err
		}
	}
	return nil
}

// find looks for stories that are not where they were: for those that are known from an
// import, or for the others.
func (a *adoption) find(ctx context.Context, strays []int64, away bool) error {
	places, err := a.marks.PlacesOf(ctx, strays)
	if err != nil {
		return err
	}
	places = ofStories(places, away)
	var moves marks.Moves
	done := map[int64]bool{}
	for _, find := range []func(context.Context, *marks.Placed) (story.ID, error){a.byContent, a.byName} {
		for i := range places {
			p := &places[i]
			if done[p.Num] {
				continue
			}
			id, err := find(ctx, p)
			if err != nil {
				return err
			}
			if id == "" {
				continue
			}
			done[p.Num], a.taken[id] = true, true
			cur, err := a.cat.Identities(ctx, id)
			if err != nil {
				return err
			}
			for _, c := range cur {
				moves.Found = append(moves.Found, marks.Placed{Num: p.Num, Away: away, Story: marks.Story(c)})
			}
		}
	}
	return a.marks.Move(ctx, moves)
}

// ofStories returns the places of stories that have only places that are away, or of the
// others.
func ofStories(places []marks.Placed, away bool) []marks.Placed {
	known := map[int64]bool{}
	for i := range places {
		known[places[i].Num] = known[places[i].Num] || !places[i].Away
	}
	return slices.DeleteFunc(places, func(p marks.Placed) bool { return known[p.Num] == away })
}

// free returns which of ids may be old: one with marks may be a story of an import only.
func (a *adoption) free(ctx context.Context, old *marks.Placed, ids []story.ID) ([]story.ID, error) {
	if old.Away || len(ids) == 0 {
		return ids, nil
	}
	ids, err := a.cat.Unmarked(ctx, ids)
	return slices.DeleteFunc(ids, func(id story.ID) bool { return a.taken[id] }), err
}

// byContent returns a story with the content of old, or "". Of several it is the one whose
// path ends like that of old.
func (a *adoption) byContent(ctx context.Context, old *marks.Placed) (best story.ID, err error) {
	ids, err := a.cat.WithContent(ctx, old.Story.Digest)
	if err == nil {
		ids, err = a.free(ctx, old, ids)
	}
	if err != nil || len(ids) == 0 {
		return "", err
	}
	if len(ids) == 1 {
		return ids[0], nil
	}
	path, same := "", -1
	identities, err := a.cat.Identities(ctx, ids...)
	for _, cur := range identities {
		if n := sameEnd(cur.Path, old.Story.Path); n > same || n == same && cur.Path < path {
			best, path, same = cur.ID, cur.Path, n
		}
	}
	return best, err
}

// sameEnd returns the number of bytes at the ends of two strings that are the same.
func sameEnd(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// byName returns the story that is old at another place, edited or in another encoding, or
// "". A story that was in the archive before, or one of several, may be another one, unless
// old is of an import.
func (a *adoption) byName(ctx context.Context, old *marks.Placed) (found story.ID, err error) {
	if old.Story.Name == 0 {
		return "", nil
	}
	ids, err := a.cat.WithTitle(ctx, old.Story.Title)
	if err == nil {
		ids, err = a.free(ctx, old, ids)
	}
	if !old.Away && a.touched != nil {
		ids = slices.DeleteFunc(ids, func(id story.ID) bool { return !slices.Contains(a.touched, id) })
	}
	if err != nil || len(ids) == 0 {
		return "", err
	}
	if !old.Away {
		if several, err := a.marks.Named(ctx, old.Story.Name); err != nil || several != 1 {
			return "", err
		}
	}
	identities, err := a.cat.Identities(ctx, ids...)
	for _, c := range identities {
		cur := marks.Story(c)
		if !marks.Recast(&old.Story, &cur) {
			continue
		}
		if found != "" {
			return "", nil
		}
		found = cur.ID
	}
	return found, err
}
