package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// busyError returns the error of beginning a transaction while another connection
// has one.
func busyError(t *testing.T) error {
	t.Helper()
	dsn := URI(filepath.Join(t.TempDir(), "a.db")) + "?_txlock=immediate"
	holder, waiter := Pool(dsn, Options{Conns: 1}), Pool(dsn, Options{Conns: 1})
	t.Cleanup(func() { _ = errors.Join(holder.Close(), waiter.Close()) })
	tx, err := holder.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tx.Rollback() })
	_, err = waiter.BeginTx(t.Context(), nil)
	if !Busy(err) {
		t.Fatalf("BeginTx on a locked database: %v, want a busy error", err)
	}
	return err
}

func TestWaitPausesLongerAfterEachTryUntilItsContextEnds(t *testing.T) {
	busy := busyError(t)
	synctest.Test(t, func(t *testing.T) {
		const limit = 170 * time.Millisecond
		ctx, stop := context.WithTimeout(t.Context(), limit)
		defer stop()
		start := time.Now()
		var tries []int64 // in milliseconds after start
		err := Wait(ctx, func() error {
			tries = append(tries, time.Since(start).Milliseconds())
			return busy
		})
		if !errors.Is(err, context.DeadlineExceeded) || !Busy(err) {
			t.Errorf("Wait: %v, want the end of the context and the busy error", err)
		}
		if want := []int64{0, 1, 3, 7, 15, 31, 63, 113, 163}; !slices.Equal(tries, want) {
			t.Errorf("tries after %v ms, want %v", tries, want)
		}
		if took := time.Since(start); took != limit {
			t.Errorf("Wait returned after %v, want %v", took, limit)
		}
	})
}

func TestWaitReturnsAnyOtherResultAtOnce(t *testing.T) {
	busy, other := busyError(t), errors.New("no such table")
	for name, results := range map[string][]error{
		"success":             {nil},
		"another error":       {other},
		"success after busy":  {busy, busy, nil},
		"an error after busy": {busy, other},
	} {
		t.Run(name, func(t *testing.T) {
			tries := 0
			err := Wait(t.Context(), func() error { tries++; return results[tries-1] })
			if want := results[len(results)-1]; err != want { //nolint:errorlint // the same error
				t.Errorf("Wait: %v, want %v", err, want)
			}
			if tries != len(results) {
				t.Errorf("%d tries, want %d", tries, len(results))
			}
		})
	}
}
