package search

import (
	"dateline/feed/query"
	"dateline/feed/sqlite"
)

// The statements that list the rows with a flag that is in no term of the index, in order.
const (
	sqlCorrected = `SELECT n.target FROM notices n JOIN rows r ON r.id = n.id WHERE r.kind = 'correction'
		UNION SELECT n.id FROM notices n JOIN rows r ON r.id = n.id WHERE r.kind = 'correction' ORDER BY 1`
	sqlKilled    = `SELECT DISTINCT n.target FROM notices n JOIN rows r ON r.id = n.id WHERE r.kind = 'kill' ORDER BY n.target`
	sqlEmbargoed = `SELECT id FROM embargoes WHERE until > ? ORDER BY id`
)

// noted matches the stories that notices are about, and those under embargo. There are few
// of them.
func (k *compiler) noted(is query.Is) (expr, error) {
	switch is.Flag {
	case query.Corrected:
		return k.rows(sqlCorrected)
	case query.Killed:
		return k.rows(sqlKilled)
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
