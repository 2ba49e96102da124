package fill

import (
	"context"
	"hash/maphash"
	"strings"

	"dateline/feed/catalog/meta"
	"dateline/feed/link"
	"dateline/feed/story"
)

// put adds a file and replaces an earlier one at its path.
func (t *batch) put(ctx context.Context, f *File) error {
	if f.Same {
		return t.exec(ctx, `UPDATE files SET size = ?, mtime = ?, inode = ?, sure = ? WHERE path = ?`,
			f.Size, meta.Stamp(f.ModTime), int64(f.Inode), f.Sure, f.Path)
	}
	var old removed // the stories that the file had
	var id int64
	var err error
	if !t.seen.add(maphash.String(pathSeed, f.Path)) {
		if old, id, err = t.remove(ctx, f.Path); err != nil {
			return err
		}
	}
	if id == 0 {
		t.file++
		id = t.file
	}
	t.files++
	var rows []int64
	path := fileOf(f.Path)
	for i := range f.Docs {
		row, err := t.insert(ctx, &f.Docs[i], path)
		if err != nil {
			return err
		}
		if row != 0 {
			rows = append(rows, row)
			t.count(&f.Docs[i], old)
		}
	}
	if err := t.insertDoubts(ctx, f.Path, 0, f.Doubts); err != nil {
		return err
	}
	if err := t.addDuplicate(ctx, f); err != nil {
		return err
	}
	rules, err := t.rules.id(ctx, t.tx, f.Rules)
	if err != nil {
		return err
	}
	t.deferred.files = append(t.deferred.files, fileRow{f, id, rows, rules})
	return nil
}

// count counts d, a story of a file that had the stories old. A story that the file
// had before has changed, unless it is one of several and its bytes are the same.
func (t *batch) count(d *Doc, old removed) {
	span, had := old[string(d.row.id)]
	if !had {
		t.Added++
		return
	}
	t.Removed--
	before := meta.UnpackRange([]byte(span))
	if d.span == (story.Range{}) || before.Sum != d.span.Sum || before.Length != d.span.Length {
		t.Changed++
	}
}

// insert adds a story and returns the id of its row, or 0 if another story has the
// same ID, which happens in one archive of two million.
func (t *batch) insert(ctx context.Context, d *Doc, file string) (int64, error) {
	r := &d.row
	id, err := t.nextID(ctx, "rows", meta.SortBase(r.unix, r.take))
	if err != nil {
		return 0, err
	}
	refs, err := t.insertRefs(ctx, d, id)
	if err != nil {
		return 0, err
	}
	sub := 0
	if strings.HasPrefix(r.path, file) {
		sub = len(r.path) - len(file)
	}
	if ok, err := t.insertRow(ctx, storyRow{d, id, sub, refs}); err != nil || !ok {
		return 0, err
	}
	t.days[meta.Bucket(r.unix)]++
	t.deferred.prints = append(t.deferred.prints, printRow{id, d.print})
	t.fresh[id] = true
	t.insertTitle(&d.title, id)
	t.insertNames(d, id)
	if err := t.insertText(ctx, d, id); err != nil {
		return 0, err
	}
	return id, t.insertDoubts(ctx, r.path, sub, d.doubts)
}

// insertRow adds a row unless there is one of another story with the same ID. That is
// not known before the end of the batch unless the batch is careful.
func (t *batch) insertRow(ctx context.Context, r storyRow) (bool, error) {
	if !t.careful {
		t.deferred.rows = append(t.deferred.rows, r)
		return true, nil
	}
	n, err := t.execCount(ctx, sqlInsertRow, r.values(nil)...)
	return n > 0, err
}

const sqlInsertRow = `INSERT OR IGNORE INTO rows (id, sid, nu, nt, path, sub, kind, fields, refs, span) VALUES (?,?,?,?,?,?,?,?,?,?)`

// nextID returns the first unused id of a table after those with base. 0 is not an id.
func (t *batch) nextID(ctx context.Context, table string, base int64) (int64, error) {
	base = max(base, 1)
	at := slot{table, base}
	if id, ok := t.next[at]; ok {
		t.next[at]++
		return id, nil
	}
	var id int64
	_, err := t.value(ctx, &id, `SELECT coalesce(max(id) + 1, ?1) FROM `+table+` WHERE id BETWEEN ?1 AND ?2`, base, meta.SortEnd(base))
	t.next[at] = id + 1
	return id, err
}

func (t *batch) insertTitle(title *titleKey, id int64) {
	t.deferred.keys = append(t.deferred.keys, keyRow{title.key, id})
	t.text.titles.put(id, title.words)
	if stem, cut := link.IsCut(title.key); cut {
		t.deferred.cuts = append(t.deferred.cuts, cutRow{meta.OfRow, keyRow{stem, id}})
	}
}

// insertRefs records the related headlines of the story with that row id.
func (t *batch) insertRefs(ctx context.Context, d *Doc, row int64) ([]int64, error) {
	ids := make([]int64, 0, len(d.refs))
	for i := range d.refs {
		id, err := t.refID(ctx, d.refs[i], row)
		if err != nil {
			return nil, err
		}
		t.deferred.cites = append(t.deferred.cites, pair{id, row})
		ids = append(ids, id)
	}
	return ids, nil
}

// refID returns the id of a related headline in the period of a row and creates its entry if
// there is none.
func (t *batch) refID(ctx context.Context, r *ref, row int64) (int64, error) {
	at := refHash(r.packed, row)
	if id, ok := t.recent[at]; ok {
		return id, nil
	}
	var id int64
	var ok bool
	var err error
	if !t.seen.add(at) {
		lo, hi := meta.Period(row)
		ok, err = t.value(ctx, &id, sqlFindRef, r.hash, r.packed, lo, hi)
	}
	if err == nil && !ok {
		id, err = t.insertRef(ctx, r, row)
	}
	if err == nil {
		t.recent[at] = id
	}
	return id, err
}

// sqlFindRef finds a headline that was in the catalog before the batch. Those of the
// batch itself are all recent.
const sqlFindRef = `SELECT r.id FROM refkeys k JOIN refs r ON r.id = k.ref WHERE k.hash = ? AND r.headline = ? AND k.ref BETWEEN ? AND ?`

// refHash returns the hash of a headline that is listed in the period of an id.
func refHash(packed []byte, id int64) uint64 {
	lo, _ := meta.Period(id)
	return maphash.Bytes(refSeed, packed) ^ maphash.Comparable(refSeed, lo)
}

// insertRef adds a headline that no story of its period has listed before.
func (t *batch) insertRef(ctx context.Context, r *ref, row int64) (int64, error) {
	id, err := t.nextID(ctx, "refs", row&^(1<<meta.SeqBits-1))
	if err != nil {
		return 0, err
	}
	t.deferred.refs = append(t.deferred.refs, refRow{id: id, packed: r.packed})
	t.deferred.refkeys = append(t.deferred.refkeys, pair{r.hash, id})
	for _, hash := range r.others {
		t.deferred.refkeys = append(t.deferred.refkeys, pair{hash, id})
	}
	if stem, cut := link.IsCut(r.key); cut {
		t.deferred.cuts = append(t.deferred.cuts, cutRow{meta.OfRef, keyRow{stem, id}})
	}
	t.text.refwords.put(id, r.words)
	return id, nil
}

func (t *batch) insertDoubts(ctx context.Context, path string, sub int, doubts []story.Doubt) error {
	for n, d := range doubts {
		err := t.exec(ctx, `INSERT OR REPLACE INTO doubts VALUES (?,?,?,?,?,?)`, path, d.Line, n, sub, d.Problem, d.Detail)
		if err != nil {
			return err
		}
	}
	t.doubts += len(doubts)
	return nil
}

const (
	sqlFirst           = `SELECT path FROM files WHERE ` + meta.WithDigest + ` ORDER BY path LIMIT 1`
	sqlAddDuplicate    = `INSERT OR IGNORE INTO doubts VALUES (?, 0, -1, 0, '` + story.Duplicate + `', '')`
	sqlRemoveDuplicate = `DELETE FROM doubts WHERE path = ? AND line = 0 AND n = -1`
)

// addDuplicate adds a doubt if another file has the content of f: to f, or to the
// other file if f now comes first. It must be called before f is in files.
func (t *batch) addDuplicate(ctx context.Context, f *File) error {
	if len(f.Digest) == 0 || f.Size == 0 || IsSection(f.Path) || t.seen.add(maphash.Bytes(digestSeed, f.Digest)) {
		return nil
	}
	if err := t.deferred.insert(ctx, t.tx); err != nil {
		return err
	}
	var first string
	ok, err := t.value(ctx, &first, sqlFirst, f.Digest)
	if err != nil || !ok {
		return err
	}
	n, err := t.execCount(ctx, sqlAddDuplicate, max(first, f.Path))
	t.doubts += n
	return err
}

// insertText adds the text of the story with that row id to the index.
func (t *batch) insertText(ctx context.Context, d *Doc, id int64) error {
	x := &d.text
	t.text.texts.put(id, x)
	t.words.add(x)
	list, err := t.facets.add(ctx, t.tx, d.values)
	if err == nil {
		t.deferred.facets = append(t.deferred.facets, facetRow{id, list})
	}
	return err
}
