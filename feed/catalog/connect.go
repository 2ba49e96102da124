package catalog

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"modernc.org/sqlite"
)

// connector opens connections with the marks attached.
type connector struct {
	driver.Connector
	catalog *Catalog
	marks   string
}

// Connect opens a connection and attaches the marks to it. All connections of
// a catalog lead to the same file, whatever its path has come to mean.
func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	if c.catalog.Gone() {
		return nil, ErrGone
	}
	conn, err := c.Connector.Connect(ctx)
	if err != nil || c.marks == "" {
		return conn, err
	}
	execer, ok := conn.(driver.ExecerContext)
	if !ok {
		return nil, errors.Join(errors.New("the database driver cannot attach"), conn.Close())
	}
	args := []driver.NamedValue{{Ordinal: 1, Value: c.marks}}
	if _, err := execer.ExecContext(ctx, "ATTACH ? AS marks", args); err != nil {
		return nil, errors.Join(fmt.Errorf("attach the marks: %w", err), conn.Close())
	}
	return conn, nil
}

// broken is a connector of which nothing comes but its error.
type broken struct{ err error }

func (b broken) Connect(context.Context) (driver.Conn, error) { return nil, b.err }
func (b broken) Driver() driver.Driver                        { return nil }

// pool is a pool of n connections that are kept open.
func (c *Catalog) pool(n int, dsn, marks string) *sql.DB {
	inner, err := sqlite.NewConnector(dsn)
	if err != nil {
		return sql.OpenDB(broken{err})
	}
	db := sql.OpenDB(&connector{Connector: inner, catalog: c, marks: marks})
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db
}
