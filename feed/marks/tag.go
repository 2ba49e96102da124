package marks

import (
	"context"
	"database/sql"
	"errors"

	"dateline/feed/locale"
	"dateline/feed/story"
)

// sqlTags finds the next tag in the index each time: there are few tags and many stories.
const sqlTags = `WITH RECURSIVE t(tag) AS (SELECT min(tag) FROM tags UNION ALL
	SELECT (SELECT min(k.tag) FROM tags k WHERE k.tag > t.tag) FROM t WHERE t.tag IS NOT NULL) SELECT tag FROM t WHERE tag IS NOT NULL`

// Tags returns the tags of the stories of all archives, in order.
func (m *Marks) Tags(ctx context.Context) ([]string, error) {
	list, err := column[string](ctx, m.db, sqlTags)
	return list, m.failed(locale.T("the tags are not known"), err)
}

// TagsOf returns the tags of a story, in order.
func (m *Marks) TagsOf(ctx context.Context, id story.ID) ([]string, error) {
	list, err := column[string](ctx, m.db, `SELECT tag FROM tags WHERE story = (SELECT story FROM marks WHERE archive = ? AND id = ?) ORDER BY tag`,
		m.archive, string(id))
	return list, m.failed(locale.T("the tags are not known"), err)
}

// Note returns the note on a story, "" if there is none.
func (m *Marks) Note(ctx context.Context, id story.ID) (text string, err error) {
	err = m.db.QueryRowContext(ctx, `SELECT text FROM notes WHERE story = (SELECT story FROM marks WHERE archive = ? AND id = ?)`,
		m.archive, string(id)).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return text, m.failed(locale.T("the note is not known"), err)
}
