package main

import (
	"context"
	"database/sql"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/feed/sqlite"
)

// content has the queries for the content of a catalog. They leave out row IDs and
// the orders that depend on them, which may differ in two correct catalogs.
var content = map[string]string{
	"rows":     `SELECT sid, nu, nt, path, sub, kind, hex(fields), length(refs) FROM rows`,
	"files":    `SELECT path, size, mtime, inode, hex(digest), length(rows) FROM files`,
	"file ids": `SELECT count(*) - count(DISTINCT id) FROM files`,
	"keys":     `SELECT k.key, r.path FROM keys k LEFT JOIN rows r ON r.id = k.id`,
	"cites": `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < (SELECT max(length(stories)) FROM refs)),
		listing (headline, story) AS (
			SELECT headline, hex(substr(stories, i * 8 + 1, 8)) FROM refs JOIN n ON i < length(stories) / 8
			UNION ALL SELECT f.headline, printf('%016X', c.story) FROM cites c LEFT JOIN refs f ON f.id = c.ref)
		SELECT hex(l.headline), r.path FROM listing l LEFT JOIN (SELECT printf('%016X', id) AS id, path FROM rows) r ON r.id = l.story`,
	"refs":        `SELECT hex(headline) FROM refs`,
	"ref keys":    `SELECT k.hash, hex(f.headline) FROM refkeys k LEFT JOIN refs f ON f.id = k.ref`,
	"row cuts":    `SELECT c.key, r.path FROM cuts c LEFT JOIN rows r ON r.id = c.id WHERE c.of = 'row'`,
	"ref cuts":    `SELECT c.key, hex(f.headline) FROM cuts c LEFT JOIN refs f ON f.id = c.id WHERE c.of = 'ref'`,
	"doubts":      `SELECT path, line, n, problem, detail FROM doubts`,
	"days":        `SELECT day, n FROM days WHERE n <> 0`,
	"days summed": `SELECT (SELECT sum(n) FROM days) = (SELECT count(*) FROM rows)`,
	"facets":      `SELECT facet, key, n FROM facetvalues WHERE n <> 0`,
	"facet lists": `SELECT r.path, length(f.list) > 0 FROM facets f LEFT JOIN rows r ON r.id = f.id`,
	"meta":        `SELECT name, value FROM meta WHERE name IN ('stories', 'files', 'doubts')`,
}

// history has the queries for what a catalog keeps about removed stories.
var history = map[string]string{
	"words":  `SELECT word, n FROM words`,
	"counts": `SELECT name, value FROM meta WHERE name IN ('added', 'changed', 'removed')`,
}

// indexes are the full-text tables and the queries for the owners of their rows.
var indexes = map[string]string{
	"texts":    `SELECT id, path FROM rows`,
	"titles":   `SELECT id, path FROM rows`,
	"refwords": `SELECT id, hex(headline) FROM refs`,
}

// portrait returns the content of the catalog at path, by part.
func portrait(t *testing.T, path string, parts ...map[string]string) map[string][]string {
	t.Helper()
	db := openCatalog(t, path)
	out := map[string][]string{}
	for _, part := range parts {
		for name, query := range part {
			out[name] = lines(t, db, query)
		}
	}
	for table, owners := range indexes {
		out[table] = instances(t, db, table, owners)
	}
	return out
}

// openCatalog opens the database of the catalog at path.
func openCatalog(t *testing.T, path string) *sql.DB {
	t.Helper()
	db := sqlite.Pool(sqlite.URI(path)+"?vfs="+sqlite.Checked()+"&mode=rw&_busy_timeout=10000", sqlite.Options{Conns: 1})
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// lines returns the rows of a query, sorted.
func lines(t *testing.T, db *sql.DB, query string) []string {
	t.Helper()
	var out []string
	eachRow(t, db, query, func(values []any) { out = append(out, fmt.Sprint(values...)) })
	slices.Sort(out)
	return out
}

// eachRow calls do with every row of a query, which is valid during the call only.
func eachRow(t *testing.T, db *sql.DB, query string, do func([]any)) {
	t.Helper()
	rows, err := db.QueryContext(context.Background(), query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err reports errors
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	values, at := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		at[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(at...); err != nil {
			t.Fatal(err)
		}
		do(values)
	}
	if err := rows.Err(); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

// instances returns the owners of the rows of a full-text table, each with a digest
// of its words and their positions.
func instances(t *testing.T, db *sql.DB, table, owners string) []string {
	t.Helper()
	names, sums := map[int64]string{}, map[int64]uint64{}
	eachRow(t, db, owners, func(v []any) { names[v[0].(int64)] = v[1].(string) })
	if _, err := db.ExecContext(t.Context(), `CREATE VIRTUAL TABLE temp.v_`+table+` USING fts5vocab(main, `+table+`, instance)`); err != nil {
		t.Fatal(err)
	}
	eachRow(t, db, `SELECT doc, term, col, offset FROM temp.v_`+table, func(v []any) {
		h := fnv.New64a()
		_, _ = fmt.Fprint(h, v[1:]...)
		sums[v[0].(int64)] += h.Sum64()
	})
	out := make([]string, 0, len(sums))
	for id, sum := range sums {
		name, ok := names[id]
		if !ok {
			t.Errorf("%s has words of row %d, which does not exist", table, id)
		}
		out = append(out, fmt.Sprintf("%s %x", name, sum))
	}
	slices.Sort(out)
	return out
}

// sameCatalog compares two portraits.
func sameCatalog(t *testing.T, got, want map[string][]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		g, w := got[name], want[name]
		if slices.Equal(g, w) {
			continue
		}
		missing, extra := without(w, g), without(g, w)
		t.Errorf("%s: %d lines, want %d\nmissing %d: %q\nextra %d: %q", name, len(g), len(w),
			len(missing), missing[:min(3, len(missing))], len(extra), extra[:min(3, len(extra))])
	}
}

// without returns the lines of a that are not in b; both are sorted.
func without(a, b []string) []string {
	var out []string
	for _, line := range a {
		if _, ok := slices.BinarySearch(b, line); !ok {
			out = append(out, line)
		}
	}
	return out
}

// checkIntegrity runs SQLite's integrity checks on the database at path.
func checkIntegrity(t *testing.T, path string) {
	t.Helper()
	db := openCatalog(t, path)
	if got := strings.Join(lines(t, db, `PRAGMA integrity_check`), "; "); got != "ok" {
		t.Errorf("integrity: %s", got)
	}
	for _, table := range slices.Sorted(maps.Keys(indexes)) {
		if _, err := db.ExecContext(t.Context(), `INSERT INTO `+table+`(`+table+`) VALUES ('integrity-check')`); err != nil {
			t.Errorf("%s: %v", table, err)
		}
	}
}
