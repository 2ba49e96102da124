package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
)

// Direct runs statements that return no rows on one connection, each prepared once. It
// hands their values to the driver itself: database/sql takes about as long to check and
// copy the values of a small row as SQLite takes to insert it. A Direct is for one
// goroutine.
type Direct struct {
	conn  *sql.Conn
	stmts map[string]driver.StmtExecContext
	args  []driver.NamedValue // reused

	// The statement that run runs, and its result.
	ctx  context.Context //nolint:containedctx // for the duration of a call
	stmt driver.StmtExecContext
	n    int64
	run  func(any) error
}

// NewDirect returns a Direct on conn, which stays open when it is closed.
func NewDirect(conn *sql.Conn) *Direct {
	d := &Direct{conn: conn, stmts: map[string]driver.StmtExecContext{}}
	d.run = d.exec // made once: a closure for each call would be garbage
	return d
}

// Close closes the statements.
func (d *Direct) Close() {
	_ = d.conn.Raw(func(any) error {
		for _, s := range d.stmts {
			_ = s.(driver.Stmt).Close() //nolint:forcetypeassert // it came from Prepare
		}
		return nil
	})
	clear(d.stmts)
}

// Exec runs query and returns the number of rows that it changed.
func (d *Direct) Exec(ctx context.Context, query string, args ...any) (int64, error) {
	s := d.stmts[query]
	if s == nil {
		var err error
		if s, err = d.prepare(ctx, query); err != nil {
			return 0, fmt.Errorf("%s: %w", FirstLine(query), err)
		}
		d.stmts[query] = s
	}
	if err := d.bind(args); err != nil {
		return 0, fmt.Errorf("%s: %w", FirstLine(query), err)
	}
	d.ctx, d.stmt = ctx, s
	err := d.conn.Raw(d.run)
	d.ctx, d.stmt = nil, nil
	clear(d.args) // frees the values
	if err != nil {
		return 0, fmt.Errorf("%s: %w", FirstLine(query), err)
	}
	return d.n, nil
}

// exec runs the statement on the driver's connection, which the caller has locked.
func (d *Direct) exec(any) error {
	res, err := d.stmt.ExecContext(d.ctx, d.args)
	if err == nil {
		d.n, err = res.RowsAffected()
	}
	return err
}

func (d *Direct) prepare(ctx context.Context, query string) (s driver.StmtExecContext, err error) {
	err = d.conn.Raw(func(conn any) error {
		c, ok := conn.(driver.ConnPrepareContext)
		if !ok {
			return errNoDirect
		}
		stmt, err := c.PrepareContext(ctx, query)
		if err != nil {
			return err
		}
		if s, ok = stmt.(driver.StmtExecContext); !ok {
			return errors.Join(errNoDirect, stmt.Close())
		}
		return nil
	})
	return s, err
}

var errNoDirect = errors.New("the database driver cannot run statements directly")

// bind converts args to values of the driver.
func (d *Direct) bind(args []any) error {
	d.args = d.args[:0]
	for i, a := range args {
		switch v := a.(type) {
		case nil, int64, string, []byte, bool:
		case int:
			a = int64(v)
		default:
			return fmt.Errorf("argument %d is a %T", i+1, v)
		}
		d.args = append(d.args, driver.NamedValue{Ordinal: i + 1, Value: a})
	}
	return nil
}
