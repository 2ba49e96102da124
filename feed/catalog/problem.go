package catalog

import (
	"context"
	"database/sql"

	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// Problem is a doubt about a story. It also has its place among the problems.
type Problem struct {
	Path  string
	File  string
	Doubt story.Doubt
	n     int
}

const sqlProblems = `SELECT d.path, d.sub, d.line, d.n, d.problem, CASE WHEN d.n >= 0 THEN d.detail ELSE
		coalesce((SELECT min(g.path) FROM files f JOIN files g ON substr(g.digest, 1, 6) = substr(f.digest, 1, 6) AND g.digest = f.digest WHERE f.path = d.path), '') END
	FROM doubts d WHERE (d.path, d.line, d.n) > (?, ?, ?) ORDER BY d.path, d.line, d.n LIMIT ?`

// Problems returns the first n problems after the given one, or after the start if
// it is nil, sorted by path and line. The detail of a duplicate is the path of the
// first file with the same content.
func (c *Catalog) Problems(ctx context.Context, after *Problem, n int) ([]Problem, error) {
	if after == nil {
		after = &Problem{}
	}
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (Problem, error) {
		var p Problem
		var sub int
		err := rows.Scan(&p.Path, &sub, &p.Doubt.Line, &p.n, &p.Doubt.Problem, &p.Doubt.Detail)
		p.File = p.Path[:len(p.Path)-min(max(sub, 0), len(p.Path))]
		return p, err
	}, sqlProblems, after.Path, after.Doubt.Line, after.n, n)
}
