package fill

import (
	"context"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/story"
)

// removed has the packed ranges of the stories of a file that was removed, by ID.
type removed map[string]string

// remove removes a file and its stories. It returns the stories and the id of the
// file, nil and 0 if the file is not in the catalog.
func (t *batch) remove(ctx context.Context, path string) (stories removed, id int64, err error) {
	if err := t.deferred.insert(ctx, t.tx); err != nil {
		return nil, 0, err
	}
	var size int64
	var digest, rows []byte
	ok, err := t.values(ctx, []any{&id, &size, &digest, &rows}, `SELECT id, size, digest, rows FROM files WHERE path = ?`, path)
	if err != nil || !ok {
		return nil, 0, err
	}
	list := meta.Unpack(rows)
	stories = make(removed, len(list))
	for _, row := range list {
		if err := t.removeRow(ctx, row, stories); err != nil {
			return nil, 0, err
		}
	}
	if len(list) == 0 {
		if err := t.removeDoubts(ctx, path); err != nil {
			return nil, 0, err
		}
	}
	t.Removed += len(list)
	t.files--
	if err := t.exec(ctx, `DELETE FROM files WHERE path = ?`, path); err != nil {
		return nil, 0, err
	}
	return stories, id, t.removeDuplicate(ctx, path, digest, size)
}

// removeDoubts removes the doubts about the story or the file at path.
func (t *batch) removeDoubts(ctx context.Context, path string) error {
	n, err := t.execCount(ctx, `DELETE FROM doubts WHERE path = ? AND n >= 0`, path)
	t.doubts -= n
	return err
}

// removeDuplicate removes the doubt that a removed file was a duplicate, or that of
// the file that now comes first.
func (t *batch) removeDuplicate(ctx context.Context, path string, digest []byte, size int64) error {
	n, err := t.execCount(ctx, sqlRemoveDuplicate, path)
	t.doubts -= n
	if err != nil || n > 0 || len(digest) == 0 || size == 0 {
		return err
	}
	var first string
	ok, err := t.value(ctx, &first, sqlFirst, digest)
	if err != nil || !ok {
		return err
	}
	n, err = t.execCount(ctx, sqlRemoveDuplicate, first)
	t.doubts -= n
	return err
}

// removeRow removes a story and everything that belongs to it, and adds it to stories.
func (t *batch) removeRow(ctx context.Context, row int64, stories removed) error {
	var sid, path, fields string
	var nu int64
	var refs, span []byte
	ok, err := t.values(ctx, []any{&sid, &path, &nu, &fields, &refs, &span}, `SELECT sid, path, nu, fields, refs, span FROM rows WHERE id = ?`, row)
	if err != nil || !ok {
		return err
	}
	var r story.Row
	if err := columns.Unpack(fields, &r); err != nil {
		return err
	}
	stories[sid] = string(span)
	t.days[meta.Bucket(-nu)]--
	key := meta.Key(r.Headline.Title)
	for _, q := range []struct {
		query string
		args  []any
	}{
		{`DELETE FROM rows WHERE id = ?`, []any{row}},
		{`DELETE FROM keys WHERE key = ? AND id = ?`, []any{key, row}},
		{`DELETE FROM cuts WHERE of = ? AND key = ? AND id = ?`, []any{meta.OfRow, meta.Stem(key), row}},
	} {
		if err := t.exec(ctx, q.query, q.args...); err != nil {
			return err
		}
	}
	r.Path = path
	if err := t.removeNames(ctx, &r, row); err != nil {
		return err
	}
	if err := t.forgetGroup(ctx, row); err != nil {
		return err
	}
	t.text.titles.remove(row)
	t.text.texts.remove(row)
	if err := t.facets.remove(ctx, t.tx, row); err != nil {
		return err
	}
	if err := t.removeDoubts(ctx, path); err != nil {
		return err
	}
	for _, ref := range meta.Unpack(refs) {
		if err := t.removeCite(ctx, ref, row); err != nil {
			return err
		}
	}
	return nil
}

// removeCite removes a story from those that list ref, and ref itself when no other
// story lists it.
func (t *batch) removeCite(ctx context.Context, ref, row int64) error {
	var packed string
	var list []byte
	ok, err := t.values(ctx, []any{&packed, &list}, `SELECT headline, stories FROM refs WHERE id = ?`, ref)
	if err != nil || !ok {
		return err
	}
	stories := meta.Unpack(list)
	if i := slices.Index(stories, row); i >= 0 {
		stories = slices.Delete(stories, i, i+1)
		err = t.exec(ctx, `UPDATE refs SET stories = ? WHERE id = ?`, meta.Pack(stories), ref)
	} else {
		err = t.exec(ctx, `DELETE FROM cites WHERE ref = ? AND story = ?`, ref, row)
	}
	if err != nil || len(stories) > 0 {
		return err
	}
	var other int64
	if ok, err := t.value(ctx, &other, `SELECT story FROM cites WHERE ref = ? LIMIT 1`, ref); ok || err != nil {
		return err
	}
	return t.removeRef(ctx, ref, packed)
}

// removeRef removes a headline that no story lists.
func (t *batch) removeRef(ctx context.Context, ref int64, packed string) error {
	r, err := columns.UnpackRelated(packed)
	if err != nil {
		return err
	}
	delete(t.recent, refHash([]byte(packed), ref))
	key := meta.Key(r.Title)
	if err := t.exec(ctx, `DELETE FROM cuts WHERE of = ? AND key = ? AND id = ?`, meta.OfRef, meta.Stem(key), ref); err != nil {
		return err
	}
	for _, key := range append(meta.TargetKeys(&r.Target), key) {
		if err := t.exec(ctx, `DELETE FROM refkeys WHERE hash = ? AND ref = ?`, meta.Hash(key), ref); err != nil {
			return err
		}
	}
	t.text.refwords.remove(ref)
	return t.exec(ctx, `DELETE FROM refs WHERE id = ?`, ref)
}
