package search

import (
	"fmt"
	"strings"

	"dateline/feed/catalog/meta"
	"dateline/feed/query"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// The statements that list the rows with a flag that is in no term of the index, in order. A
// correction counts as corrected; a kill, which stands for the takes of its story, does not
// count as killed.
const (
	sqlNoted = `WITH noted(id) AS (SELECT n.target FROM notices n JOIN rows r ON r.id = n.id WHERE r.kind = ?)
		SELECT id FROM noted UNION SELECT u.id FROM noted JOIN takes v ON v.id = noted.id JOIN takes u ON u.grp = v.grp`
	sqlCorrected = sqlNoted + ` UNION SELECT n.id FROM notices n JOIN rows r ON r.id = n.id WHERE r.kind = ?1 ORDER BY 1`
	sqlKilled    = sqlNoted + ` EXCEPT SELECT n.id FROM notices n JOIN rows r ON r.id = n.id WHERE r.kind = ?1 ORDER BY 1`
	sqlEmbargoed = `SELECT id FROM embargoes WHERE until > ? ORDER BY id`
	sqlWithTags  = `SELECT DISTINCT r.id FROM tagged k CROSS JOIN` + sqlMarkedRow + `WHERE k.story = m.story ORDER BY 1`
	sqlWithNote  = `SELECT r.id FROM noted k CROSS JOIN` + sqlMarkedRow + `WHERE k.story = m.story ORDER BY 1`

	sqlMarkedRow = ` marked m CROSS JOIN rows r ON r.sid = m.id `
)

// noted matches the stories that notices are about, and those under embargo. There are few
// of them.
func (k *compiler) noted(is query.Is) (expr, error) {
	switch is.Flag {
	case query.Corrected:
		return k.rows(sqlCorrected, string(story.Correction))
	case query.Killed:
		return k.rows(sqlKilled, string(story.Kill))
	case query.Tagged:
		return k.rows(sqlWithTags)
	case query.Noted:
		return k.rows(sqlWithNote)
	case query.Embargoed:
		return k.rows(sqlEmbargoed, is.At.Unix())
	default:
		return isExpr(is.Flag), nil
	}
}

// rows matches the rows that a statement lists.
func (k *compiler) rows(query string, args ...any) (expr, error) {
	ids, err := sqlite.Column[int64](k.ctx, k.index.db, query, args...)
	return listed(ids), err
}

// maxYears is the number of years in which a day of every year is looked for, the latest
// ones.
const maxYears = 250

// yearly matches the stories of a day, in the years that have stories of it.
func (k *compiler) yearly(y query.Yearly) (expr, error) {
	found, err := sqlite.Column[string](k.ctx, k.index.db, `SELECT text FROM facetvalues
		WHERE facet = ? AND n > 0 AND substr(text, 5) = ? ORDER BY text DESC LIMIT ?`, meta.FacetDay, fmt.Sprintf("-%02d-%02d", y.Month, y.Day), maxYears)
	list := make([]string, len(found))
	for i, day := range found {
		list[i] = "meta : " + quote(meta.Day+strings.ReplaceAll(day, "-", ""))
	}
	if len(list) == 0 {
		return nothing{}, err
	}
	return join(list, " OR "), err
}
