// Package sqlite has what the catalog and the marks need from SQLite: it opens
// databases, waits for other processes, reads rows and explains errors in plain
// words. It is the only package that imports the driver.
//
// A query of a virtual table, such as those of the full text or json_each, ends with
// LIMIT ?+0. The value of LIMIT ? would be part of its plan, and SQLite would prepare the
// statement again each time that it runs, which takes longer than most of them.
package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"modernc.org/sqlite"
)

// URI returns the URI of the database file at path, which may contain any character.
// Parameters of a connection follow a "?".
func URI(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath()
}

// memories counts the databases in memory.
var memories atomic.Int64

// Memory returns the URI of a new database in memory, which all connections to that
// URI share. Parameters of a connection follow a "&".
func Memory(kind string) string {
	return fmt.Sprintf("file:/%s-%d-%d?vfs=memdb", kind, os.Getpid(), memories.Add(1))
}

// Options are the settings of a Pool.
type Options struct {
	Conns  int          // open at a time, and kept open
	Attach string       // URI of a database that each connection attaches
	As     string       // its name in statements
	Check  func() error // refuses a new connection; nil allows all
}

// Pool returns a pool of connections to the database that dsn names. It opens them
// when they are needed.
func Pool(dsn string, o Options) *sql.DB {
	inner, err := sqlite.NewConnector(dsn)
	db := sql.OpenDB(&connector{Connector: inner, err: err, options: o})
	db.SetMaxOpenConns(o.Conns)
	db.SetMaxIdleConns(o.Conns)
	return db
}

type connector struct {
	driver.Connector

	err     error // from sqlite.NewConnector
	options Options
}

// Connect opens a connection and attaches the other database to it.
func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	if c.err != nil {
		return nil, c.err
	}
	if c.options.Check != nil {
		if err := c.options.Check(); err != nil {
			return nil, err
		}
	}
	conn, err := c.Connector.Connect(ctx)
	if err != nil || c.options.Attach == "" {
		return conn, err
	}
	execer, ok := conn.(driver.ExecerContext)
	if !ok {
		return nil, errors.Join(errors.New("the database driver cannot attach"), conn.Close())
	}
	args := []driver.NamedValue{{Ordinal: 1, Value: c.options.Attach}}
	if _, err := execer.ExecContext(ctx, "ATTACH ? AS "+c.options.As, args); err != nil {
		return nil, errors.Join(fmt.Errorf("attach %s: %w", c.options.As, err), conn.Close())
	}
	return conn, nil
}
