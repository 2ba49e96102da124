package search

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dateline/feed/catalog/meta"
	"dateline/feed/query"
	"dateline/feed/sqlite"
	"dateline/feed/story"
	"dateline/feed/term"
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

const (
	// sqlOwnTags lists the reader's tags. It looks for the next one in the index each time:
	// there are few tags and many stories.
	sqlOwnTags = `WITH RECURSIVE t(tag) AS (SELECT min(tag) FROM tagged UNION ALL
		SELECT (SELECT min(k.tag) FROM tagged k WHERE k.tag > t.tag) FROM t WHERE t.tag IS NOT NULL) SELECT tag FROM t WHERE tag IS NOT NULL`
	sqlTagged = `SELECT DISTINCT r.id FROM json_each(?) j CROSS JOIN tagged k ON k.tag = j.value CROSS JOIN` + sqlMarkedRow +
		`WHERE k.story = m.story ORDER BY 1`
)

// value matches a value of a field. A tag may be one of the headline or the reader's own.
func (k *compiler) value(v query.Value) (expr, error) {
	switch v.Field {
	case query.Mark:
		own, err := k.tagged(v)
		if own == nil {
			return nothing{}, err
		}
		return own, err
	case query.Tag:
		own, err := k.tagged(v)
		return disjunction([]expr{valueExpr(v), own}), err
	default:
		return valueExpr(v), nil
	}
}

// tagged matches the stories with a tag of the reader's, nil if there are none.
func (k *compiler) tagged(v query.Value) (expr, error) {
	all, err := sqlite.Column[string](k.ctx, k.index.db, sqlOwnTags)
	if err != nil {
		return nil, err
	}
	tags := slices.DeleteFunc(all, func(tag string) bool { return !isTag(&v, tag) })
	if len(tags) == 0 {
		return nil, nil
	}
	list, _ := json.Marshal(tags) // strings can always be marshalled
	return k.rows(sqlTagged, string(list))
}

// isTag reports whether a tag of the reader's is the value v: all of it if v was quoted, else
// adjacent words of it.
func isTag(v *query.Value, tag string) bool {
	if v.Exact {
		key, whole := meta.ValueKey(v.Text), meta.ValueKey(tag)
		return key == whole || v.Prefix && key != "" && len(whole) > len(key) && whole[:len(key)] == key
	}
	words, of := term.Phrase(v.Text), term.Phrase(tag)
	if len(words) == 0 {
		return meta.ValueKey(v.Text) == meta.ValueKey(tag)
	}
	last := len(words) - 1
	for i := 0; i+last < len(of); i++ {
		end := of[i+last]
		if slices.Equal(of[i:i+last], words[:last]) && (end == words[last] ||
			(v.Prefix || term.Open(v.Text)) && len(end) > len(words[last]) && end[:len(words[last])] == words[last]) {
			return true
		}
	}
	return false
}
