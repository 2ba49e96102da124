package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"
	"io/fs"
	"os"
)

// File is a file that all connections of a Pool use. Each time that a connection is taken
// from the pool, it is closed, and another opened, if the file at Path is another one. While
// there is no file at Path, the connection goes on using the one that was deleted.
type File struct {
	Path string // if empty, nothing is checked

	// Gone is called before, and if there is no file at Path. It may write the file again
	// with exec, which runs a statement on the connection; exec is nil if a connection is
	// about to be opened.
	Gone func(ctx context.Context, exec Exec)
}

// Exec runs a statement with one argument.
type Exec func(query string, arg string) error

// look returns the file at Path, nil if there is none or that is not known.
func (f *File) look() os.FileInfo {
	info, err := os.Stat(f.Path)
	if err != nil {
		return nil
	}
	return info
}

// restore calls Gone if the file was deleted.
func (f *File) restore(ctx context.Context) {
	if f.Path == "" {
		return
	}
	if _, err := os.Stat(f.Path); errors.Is(err, fs.ErrNotExist) {
		f.Gone(ctx, nil)
	}
}

// conn is what the driver's connections are, and database/sql uses.
type conn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// fileConn is a connection to a File.
type fileConn struct {
	conn

	file   *File
	opened os.FileInfo
}

// follow returns c as a connection to f.
func (f *File) follow(c driver.Conn) driver.Conn {
	inner, ok := c.(conn)
	if opened := f.look(); ok && opened != nil {
		return &fileConn{inner, f, opened}
	}
	return c
}

// ResetSession returns driver.ErrBadConn if the file is another one.
func (c *fileConn) ResetSession(ctx context.Context) error {
	if err := c.conn.ResetSession(ctx); err != nil {
		return err
	}
	if cur := c.file.look(); cur != nil && os.SameFile(cur, c.opened) {
		return nil
	}
	c.file.Gone(ctx, func(query, arg string) error {
		_, err := c.ExecContext(ctx, query, []driver.NamedValue{{Ordinal: 1, Value: arg}})
		return err
	})
	if cur := c.file.look(); cur != nil && !os.SameFile(cur, c.opened) {
		return driver.ErrBadConn
	}
	return nil
}
