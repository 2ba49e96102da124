package feed

import (
	"context"
	"io"
	"iter"
	"strings"

	"dateline/feed/catalog"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/marks"
	"dateline/feed/story"
)

// Imported says what an import changed.
type Imported = marks.Imported

// ImportError is a mistake in a line of an import.
type ImportError = marks.LineError

// ExportMarks yields the lines of an export of the marks: those of all archives with the
// saved searches or, if own, those of the stories of this archive. Each is a value for JSON.
func (s *Store) ExportMarks(ctx context.Context, own bool) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		if !yield(marks.Header(), nil) {
			return
		}
		for r, err := range s.marks.Export(ctx, own) {
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// ImportAction is the action of a step that is an import.
const ImportAction = "import"

// importBatch is the number of records whose stories are looked up together.
const importBatch = 500

// ImportMarks merges an export into the marks, as one step that Undo undoes. Of each value
// the newest stays, and all notes that were written apart, as marks.Import says. A story is
// found as after a move. One that is in no archive here is kept for one that has it. At a
// mistake, which is an *ImportError, nothing is imported.
func (s *Store) ImportMarks(ctx context.Context, r io.Reader) (Imported, error) {
	a := &adoption{cat: s.shelf.catalog()} // the marks are in a transaction
	res, err := s.marks.Import(ctx, ImportAction, func(yield func([]marks.Numbered, error) bool) {
		var batch []marks.Numbered
		for rec, err := range marks.Records(r) {
			if err == nil {
				err = tidy(&rec)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if batch = append(batch, rec); len(batch) < importBatch {
				continue
			}
			if !yield(batch, a.locate(ctx, batch)) {
				return
			}
			batch = batch[:0]
		}
		yield(batch, a.locate(ctx, batch))
	})
	if err == nil && res.Step.Num != 0 {
		err = s.bind(ctx)
	}
	return res, err
}

// tidy cleans the texts of a record as those that a reader types, because it may be from
// anywhere.
func tidy(r *marks.Numbered) error {
	for i := range r.Values {
		v := &r.Values[i]
		var text string
		switch v.Field {
		case marks.Tag:
			v.Key = CleanTag(v.Key)
			text = v.Key
		case marks.Note:
			if len(v.Value) > maxNote {
				return &ImportError{Line: r.Line, Err: locale.Errorf("value %d: a note longer than %d bytes", i+1, maxNote)}
			}
			v.Value = CleanNote(v.Value)
			text = v.Key
		case marks.SavedSearch:
			v.Value = clean.Line(v.Value)
			if text = v.Key; strings.ContainsFunc(text, notInName) {
				text = ""
			}
		default:
			continue
		}
		if text == "" {
			return &ImportError{Line: r.Line, Err: locale.Errorf("value %d: field %q with the wrong key", i+1, v.Field)}
		}
	}
	return nil
}

// locate finds the stories of records in the archive.
func (a *adoption) locate(ctx context.Context, batch []marks.Numbered) error {
	var list []*marks.Identity
	for i := range batch {
		if s := batch[i].Story; s != nil {
			list = append(list, s)
		}
		for j := range batch[i].Values {
			if s := batch[i].Values[j].Other; s != nil {
				list = append(list, s)
			}
		}
	}
	ids := make([]story.ID, len(list))
	for i, s := range list {
		ids[i] = story.NewID(s.Known().Path)
	}
	identities, err := a.cat.Identities(ctx, ids...)
	if err != nil {
		return err
	}
	here := make(map[story.ID]*catalog.Identity, len(identities))
	for i := range identities {
		here[identities[i].ID] = &identities[i]
	}
	for i, s := range list {
		if c := here[ids[i]]; c != nil && len(s.Digest) > 0 && string(c.Digest) == string(s.Digest) {
			cur := marks.Story(*c)
			s.Here = &cur
			continue
		}
		if err := a.search(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// search finds a story that is not at its path, as after a move.
func (a *adoption) search(ctx context.Context, i *marks.Identity) error {
	old := &marks.Placed{Away: true, Story: *i.Known()}
	id, err := a.byContent(ctx, old)
	if err == nil && id == "" {
		id, err = a.byName(ctx, old)
	}
	if err != nil || id == "" {
		return err
	}
	cur, err := a.cat.Identities(ctx, id)
	if err == nil && len(cur) == 0 {
		err = locale.Error("the catalog has changed")
	}
	if err != nil {
		return err
	}
	here := marks.Story(cur[0])
	i.Here = &here
	return nil
}
