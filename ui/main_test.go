package ui_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"dateline/feed"
)

// catalogDir is the folder that catalog has created; "" before its first call.
var catalogDir string

// catalog returns a folder with the catalog of the edition. All tests share it.
var catalog = sync.OnceValues(func() (dir string, err error) {
	if dir, err = os.MkdirTemp("", "dateline-ui-"); err != nil {
		return "", err
	}
	catalogDir = dir
	ctx := context.Background()
	store, err := feed.Open(ctx, edition(), feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if err != nil {
		return dir, err
	}
	_, err = store.Scan(ctx, nil)
	return dir, errors.Join(err, store.Close())
})

// TestMain removes the catalog and fails if a goroutine is left.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.Cleanup(func(code int) {
		if err := os.RemoveAll(catalogDir); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(code)
	}))
}

// copied returns a folder with a copy of the catalog of the edition.
func copied(tb testing.TB) string {
	tb.Helper()
	from, err := catalog()
	if err != nil {
		tb.Fatal(err)
	}
	dir := tb.TempDir()
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		tb.Fatal(err)
	}
	return dir
}
