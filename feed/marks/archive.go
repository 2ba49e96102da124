package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Archive says which archive marks are opened for. The zero Archive has no name and is not
// known again.
type Archive struct {
	Name   string // of the folder in which earlier versions kept its marks
	Path   string // where it is
	Folder string // the device and inode of its folder; empty if they are not known
}

// enter returns the number of an archive. One that was not known is entered, or is one that
// was moved.
func (m *Marks) enter(ctx context.Context, a Archive) (num int64, err error) {
	var path, folder string
	err = m.db.QueryRowContext(ctx, `SELECT num, path, folder FROM archives WHERE name = ?`, a.Name).Scan(&num, &path, &folder)
	if err == nil && path == a.Path && folder == a.Folder {
		return num, nil
	}
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("open marks: %w", err)
	}
	if err := m.takeAll(ctx); err != nil {
		return 0, err
	}
	err = m.together(ctx, func(tx *txn) error {
		if num, err = moved(ctx, tx, a); err != nil || num != 0 {
			return err
		}
		return tx.QueryRowContext(ctx, `INSERT INTO archives (name, path, folder) VALUES (?1, ?2, ?3)
			ON CONFLICT (name) DO UPDATE SET path = ?2, folder = ?3 RETURNING num`, a.Name, a.Path, a.Folder).Scan(&num)
	})
	if err != nil {
		return 0, fmt.Errorf("open marks: %w", err)
	}
	return num, nil
}

// moved returns the number of an archive that was moved to a.Path since it was opened last,
// or 0. Its folder is the same, and it has files of stories with marks. A folder of a
// deleted archive may get the same inode.
func moved(ctx context.Context, tx *txn, a Archive) (num int64, err error) {
	var known bool
	var path string
	err = tx.QueryRowContext(ctx, `SELECT num, path, EXISTS (SELECT 1 FROM archives WHERE name = ?2) FROM archives WHERE folder = ?1`,
		a.Folder, a.Name).Scan(&num, &path, &known)
	if errors.Is(err, sql.ErrNoRows) || err == nil && (known || a.Folder == "") {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		return 0, nil
	}
	files, err := column[string](ctx, tx, `SELECT path FROM marks WHERE archive = ? AND path IS NOT NULL ORDER BY num DESC LIMIT 8`, num)
	if err != nil || !hasMost(a.Path, files) {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, `UPDATE archives SET name = ?2, path = ?3 WHERE num = ?1`, num, a.Name, a.Path)
	return num, err
}

// hasMost reports whether most of the files are in a folder.
func hasMost(folder string, files []string) bool {
	n := 0
	for _, f := range files {
		path := filepath.Join(folder, filepath.FromSlash(f))
		_, err := os.Lstat(path)
		if i := strings.LastIndexByte(path, '#'); err != nil && i > 0 { // in a file of several
			_, err = os.Lstat(path[:i])
		}
		if err == nil {
			n++
		}
	}
	return 2*n > len(files)
}
