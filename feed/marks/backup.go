package marks

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"dateline/feed/locale"
	"dateline/feed/sqlite"
)

// maxBackups is the number of backups that are kept.
const maxBackups = 7

// backupsOf returns the folder with the backups of the marks at path.
func backupsOf(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// backups returns the backups of the marks at path, the newest first.
func backups(path string) (list []string) {
	files, _ := os.ReadDir(backupsOf(path)) // without the folder there are none
	for _, f := range slices.Backward(files) {
		if ok, _ := filepath.Match("marks-????-??-??.db", f.Name()); ok {
			list = append(list, filepath.Join(backupsOf(path), f.Name()))
		}
	}
	return list
}

// Backup copies the marks to the folder "backups" beside them, unless that was done today,
// and keeps the last seven copies. It reads the whole file before: a damaged one is not
// copied, and rescued when it is opened again; the error is then Damaged. Marks can be
// made in the meantime.
func (m *Marks) Backup(ctx context.Context, now time.Time) error {
	if !m.onDisk {
		return nil
	}
	to := filepath.Join(backupsOf(m.path), now.Format("marks-2006-01-02.db"))
	if _, err := os.Lstat(to); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return m.failed(locale.T("the marks were not copied"), err)
	}
	own := &Marks{db: sqlite.Pool(m.uri+"?_busy_timeout=10000", sqlite.Options{Conns: 1}), path: m.path}
	defer own.db.Close() //nolint:errcheck // nothing was written
	err := own.checkAll(ctx)
	if Damaged(err) {
		suspect(m.path)
		return m.failed(locale.T("the marks were not copied"), err)
	}
	if err == nil {
		err = own.copyTo(ctx, to)
	}
	if err != nil {
		return m.failed(locale.T("the marks were not copied"), err)
	}
	list := backups(m.path)
	latest := max(0, slices.Index(list, to)) // those before it were made when the clock was ahead
	list = slices.Concat(list[latest:], list[:latest])
	for _, old := range list[min(maxBackups, len(list)):] {
		if err := os.Remove(old); err != nil {
			return fmt.Errorf("remove an old copy of the marks: %w", err)
		}
	}
	return nil
}
