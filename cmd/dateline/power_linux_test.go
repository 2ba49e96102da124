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

// cuts is how often the power fails.
func cuts() int { return feedtest.Rounds(1, 5) }

func TestWhatAPowerCutLeavesIsCarriedOn(t *testing.T) {
	t.Parallel()
	h, r := newHome(t, doomed/2), chance(t)
	undisturbed := h.other(t)
	undisturbed.run(t, "index")
	want := portrait(t, undisturbed.catalog(t), faces)
	for range cuts() {
		after := h.other(t)
		h.cutPower(t, r, after)
		after.run(t, "index")
		sameCatalog(t, portrait(t, after.catalog(t), faces), want)
		whole(t, after.catalog(t))
		if err := os.RemoveAll(h.cache); err != nil {
			t.Fatal(err)
		}
	}
}

// cutPower begins an index and stops it at some moment. What is on the disk
// then, without the end of the log that nobody had waited for, is after's.
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
	backfilled  = 128 // in the index: frames that were copied, or were about to be
)

// tear cuts a log somewhere behind the frames that are in the database: before
// those are copied there the log is on the disk for sure.
func tear(t *testing.T, r *rand.Rand, log string) {
	t.Helper()
	index := log[:len(log)-len("-wal")] + "-shm"
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	shm, err := os.ReadFile(index)
	if err != nil || len(shm) < backfilled+4 || len(data) < logHeader {
		return // it had just begun
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
