package catalog

import (
	"context"
	"encoding/json"
	"slices"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// sqlEdited finds the marked stories whose content is not known to the marks, or has
// changed.
const (
	sqlEdited = `SELECT r.sid FROM json_each(?) j CROSS JOIN marked m ON m.id = j.value CROSS JOIN ` + sqlWithFile +
		` WHERE r.sid = m.id AND` + sqlChanged
	sqlAllEdited = `SELECT r.sid FROM marked m CROSS JOIN ` + sqlWithFile + ` WHERE r.sid = m.id AND` + sqlChanged
	sqlChanged   = ` f.digest IS NOT NULL AND NOT (m.known AND m.digest IS ` + sqlContent + `)`
)

// Edited returns which of the stories have marks and another content than the marks know.
// It looks at all stories if ids is nil.
func (c *Catalog) Edited(ctx context.Context, ids []story.ID) ([]story.ID, error) {
	if ids == nil {
		return sqlite.Column[story.ID](ctx, c.db, sqlAllEdited)
	}
	return sqlite.Column[story.ID](ctx, c.db, sqlEdited, listOf(ids))
}

// sqlAway is a condition for places of stories, p, that have no place in the archive.
const sqlAway = `NOT EXISTS (SELECT 1 FROM marked m JOIN rows r ON r.sid = m.id WHERE m.story = p.story)`

// The statements of Strays.
const (
	sqlAllStrays = `SELECT DISTINCT p.story FROM places p WHERE ` + sqlAway
	sqlStrays    = `SELECT p.story FROM places p WHERE p.num > ?2 AND EXISTS (SELECT 1 FROM files
			WHERE substr(digest, 1, 6) = substr(p.digest, 1, 6) AND digest = substr(p.digest, 1, 16)) AND ` + sqlAway + `
		UNION ALL SELECT p.story FROM places p WHERE p.num > ?2 AND p.away AND p.name IS NOT NULL AND ` + sqlAway + `
		UNION ALL SELECT p.story FROM json_each(?3) j CROSS JOIN places p ON p.name = j.value WHERE ` + sqlAway + `
		UNION ALL SELECT m.story FROM json_each(?1) j CROSS JOIN marked m ON m.id = j.value WHERE NOT EXISTS (SELECT 1 FROM rows WHERE sid = m.id)
		UNION ALL SELECT p.story FROM json_each(?1) j CROSS JOIN ` + sqlWithFile + ` CROSS JOIN places p ON p.digest = ` + sqlContent + `
			WHERE r.sid = j.value AND ` + sqlAway
)

// Strays returns the numbers of stories with marks that are not in the archive, but may
// have come to it: those with the content or the name of one of ids, those of ids that are
// gone, and those with a place above seen whose content is in the archive or that are away.
// It returns all that are not in the archive if ids is nil.
func (c *Catalog) Strays(ctx context.Context, ids []story.ID, seen int64) ([]int64, error) {
	if ids == nil {
		return sqlite.Column[int64](ctx, c.db, sqlAllStrays)
	}
	names, err := c.names(ctx, ids)
	if err != nil {
		return nil, err
	}
	strays, err := sqlite.Column[int64](ctx, c.db, sqlStrays, listOf(ids), seen, names)
	slices.Sort(strays)
	return slices.Compact(strays), err
}

// names returns the names of those of ids that have no marks, as JSON.
func (c *Catalog) names(ctx context.Context, ids []story.ID) (string, error) {
	free, err := c.Unmarked(ctx, ids)
	if err != nil {
		return "", err
	}
	identities, err := c.Identities(ctx, free...)
	names := []int64{}
	for i := range identities {
		if name := identities[i].Name; name != 0 {
			names = append(names, name)
		}
	}
	list, _ := json.Marshal(names) // numbers can always be marshalled
	return string(list), err
}

// Unmarked returns the stories of ids that have no marks.
func (c *Catalog) Unmarked(ctx context.Context, ids []story.ID) ([]story.ID, error) {
	return sqlite.Column[story.ID](ctx, c.db, `SELECT r.sid FROM json_each(?) j CROSS JOIN rows r ON r.sid = j.value
		WHERE NOT EXISTS (SELECT 1 FROM marked WHERE id = r.sid)`, listOf(ids))
}

// The lengths of lists of stories that have the same content or title.
const (
	maxCopies = 16
	maxNamed  = 50
)

// digestLen is the length of a file's digest. In the digest of a story, the story's
// place in the file follows.
const digestLen = 16

// WithContent returns stories with that digest, by path.
func (c *Catalog) WithContent(ctx context.Context, digest []byte) ([]story.ID, error) {
	if len(digest) < digestLen {
		return nil, nil
	}
	paths, err := sqlite.Column[string](ctx, c.db, `SELECT path FROM files WHERE `+meta.WithDigest+` ORDER BY path LIMIT ?2`, digest[:digestLen], maxCopies)
	if err != nil || len(paths) == 0 {
		return nil, err
	}
	ids := make([]story.ID, len(paths))
	for i, p := range paths {
		ids[i] = story.NewID(p + string(digest[digestLen:]))
	}
	return sqlite.Column[story.ID](ctx, c.db, `SELECT r.sid FROM json_each(?) j CROSS JOIN rows r ON r.sid = j.value`, listOf(ids))
}

// WithTitle returns stories with that title.
func (c *Catalog) WithTitle(ctx context.Context, title string) ([]story.ID, error) {
	return sqlite.Column[story.ID](ctx, c.db, `SELECT r.sid FROM keys k JOIN rows r ON r.id = k.id WHERE k.key = ? LIMIT ?`, meta.Key(title), maxNamed)
}

func listOf(ids []story.ID) string {
	list, _ := json.Marshal(ids) // strings can always be marshalled
	return string(list)
}
