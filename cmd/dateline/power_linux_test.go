package main

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"dateline/feed/feedtest"
)

// cuts is the number of power cuts.
const cuts = 5

func TestAnIndexRunContinuesAfterAPowerCut(t *testing.T) {
	feedtest.Slow(t)
	t.Parallel()
	h, r := newHome(t, stories/2), random(t)
	undisturbed := h.other(t)
	undisturbed.run(t, "index")
	want := portrait(t, undisturbed.catalog(t), content)
	for range cuts {
		after := h.other(t)
		h.cutPower(t, r, after)
		after.run(t, "index")
		sameCatalog(t, portrait(t, after.catalog(t), content), want)
		checkIntegrity(t, after.catalog(t))
		if err := os.RemoveAll(h.cache); err != nil {
			t.Fatal(err)
		}
	}
}

// cutPower stops an index run at a random time, and copies the cache as it is then to
// after, without the end of the log, which may not be synced.
func (h home) cutPower(t *testing.T, r *rand.Rand, after home) {
	t.Helper()
	cmd := h.command(t.Context(), "index")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(r.Int64N(int64(4 * longest))))
	_ = cmd.Process.Signal(syscall.SIGSTOP) // it may have ended
	err := os.CopyFS(after.cache, os.DirFS(h.cache))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	logs, err := filepath.Glob(filepath.Join(after.cache, "dateline", "archives", "*", "catalog.db-wal"))
	if err != nil {
		t.Fatal(err)
	}
	for _, log := range logs {
		tear(t, r, log)
	}
}

// The layout of a log and its index, from SQLite's file format.
const (
	logHeader   = 32
	frameHeader = 24
	pageSizeAt  = 8   // in the log
	backfilled  = 128 // in the index: the frames that were copied or that may be
)

// tear cuts a log at a random place after the frames that are in the database: the
// log is synced before frames are copied there.
func tear(t *testing.T, r *rand.Rand, log string) {
	t.Helper()
	index := log[:len(log)-len("-wal")] + "-shm"
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	shm, err := os.ReadFile(index)
	if err != nil || len(shm) < backfilled+4 || len(data) < logHeader {
		return // the log has just been created
	}
	page := int64(binary.BigEndian.Uint32(data[pageSizeAt:]))
	safe := logHeader + int64(binary.NativeEndian.Uint32(shm[backfilled:]))*(page+frameHeader)
	if size := int64(len(data)); safe < size {
		if err := os.Truncate(log, safe+r.Int64N(size-safe+1)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(index); err != nil {
		t.Fatal(err)
	}
}
