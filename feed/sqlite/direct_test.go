package sqlite

import (
	"strings"
	"testing"
)

func TestDirectBindsEveryKindOfValue(t *testing.T) {
	pool := Pool(Memory("direct"), Options{Conns: 1})
	defer pool.Close() //nolint:errcheck // nothing to keep
	conn, err := pool.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close() //nolint:errcheck // nothing to keep
	d := NewDirect(conn)
	defer d.Close()
	ctx := t.Context()
	if _, err := d.Exec(ctx, `CREATE TABLE a (v)`); err != nil {
		t.Fatal(err)
	}
	n, err := d.Exec(ctx, `INSERT INTO a VALUES (?), (?), (?), (?), (?), (?)`, int64(-1), 2, "three", []byte("four"), true, nil)
	if err != nil || n != 6 {
		t.Fatal(n, err)
	}
	var got string
	err = conn.QueryRowContext(ctx, `SELECT group_concat(typeof(v) || ' ' || coalesce(v, ''), ', ') FROM a`).Scan(&got)
	if want := "integer -1, integer 2, text three, blob four, integer 1, null "; err != nil || got != want {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	if n, err := d.Exec(ctx, `DELETE FROM a WHERE v = ?1 OR v = ?1 + 3`, -1); err != nil || n != 2 {
		t.Errorf("%d rows, %v", n, err)
	}
}

func TestErrorsOfDirectNameTheStatement(t *testing.T) {
	pool := Pool(Memory("direct"), Options{Conns: 1})
	defer pool.Close() //nolint:errcheck // nothing to keep
	conn, err := pool.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d := NewDirect(conn)
	ctx := t.Context()
	if _, err := d.Exec(ctx, "CREATE TABLE a (v UNIQUE)"); err != nil {
		t.Fatal(err)
	}
	for query, arg := range map[string]any{"INSERT INTO a\nVALUES (?)": 1.5, "INSERT INTO b\nVALUES (?)": 1, "INSERT INTO a\nSELECT ?1 UNION ALL SELECT ?1": 1} {
		line, _, _ := strings.Cut(query, "\n")
		if _, err := d.Exec(ctx, query, arg); err == nil || !strings.HasPrefix(err.Error(), line+": ") {
			t.Errorf("%s: %v", line, err)
		} else if c := Inconsistent(err); c != strings.Contains(query, "UNION") {
			t.Errorf("%v is inconsistent: %t", err, c)
		}
	}
	d.Close()
	if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Exec(ctx, "CREATE TABLE c (v)"); err == nil {
		t.Error("a closed connection ran a statement")
	}
}
