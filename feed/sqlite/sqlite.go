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
	"runtime"
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
	Attach Attached     // for each connection; the zero Attached attaches nothing
	Check  func() error // refuses a new connection; nil allows all
	File   File         // that is opened, if it may be deleted while it is open
}

// Attached is another database that each connection of a Pool attaches.
type Attached struct {
	URI   string
	As    string // its name in statements
	Views string // statements that create temporary views of it
	File  File
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
	file := &c.options.File
	if c.options.Attach.URI != "" {
		file = &c.options.Attach.File
		file.restore(ctx)
	}
	conn, err := c.Connector.Connect(ctx)
	if err != nil || c.options.Attach.URI == "" {
		return file.follow(conn), err
	}
	if err := attach(ctx, conn, &c.options.Attach); err != nil {
		return nil, errors.Join(fmt.Errorf("attach %s: %w", c.options.Attach.As, err), conn.Close())
	}
	return file.follow(conn), nil
}

// attach attaches a to conn. The views are no change of a database, but a connection that
// only reads refuses them.
func attach(ctx context.Context, conn driver.Conn, a *Attached) error {
	c, ok := conn.(interface {
		driver.ExecerContext
		driver.QueryerContext
	})
	if !ok {
		return errors.New("the database driver cannot attach")
	}
	uri := a.URI
	if !strings.Contains(uri, "?") { // a database in memory would attach another in memory
		uri += "?vfs=" + diskVFS()
	}
	if _, err := c.ExecContext(ctx, "ATTACH ? AS "+a.As, []driver.NamedValue{{Ordinal: 1, Value: uri}}); err != nil {
		return err
	}
	only, err := queryOnly(ctx, c)
	if err != nil {
		return err
	}
	_, err = c.ExecContext(ctx, "PRAGMA query_only = 0; "+a.Views+"; PRAGMA query_only = "+only, nil)
	return err
}

// diskVFS returns the name of the VFS for files.
func diskVFS() string {
	if runtime.GOOS == "windows" {
		return "win32"
	}
	return "unix"
}

// queryOnly returns whether a connection only reads, as a value of the pragma.
func queryOnly(ctx context.Context, c driver.QueryerContext) (string, error) {
	rows, err := c.QueryContext(ctx, "PRAGMA query_only", nil)
	if err != nil {
		return "", err
	}
	defer rows.Close() //nolint:errcheck // it was read
	value := make([]driver.Value, 1)
	if err := rows.Next(value); err != nil {
		return "", err
	}
	return fmt.Sprint(value[0]), nil
}
