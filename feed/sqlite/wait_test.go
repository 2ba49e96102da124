package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"
)

// busyError returns the error of a transaction that another connection keeps
// from beginning.
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

func TestWaitPausesBetweenTriesUntilItsContextEnds(t *testing.T) {
	busy := busyError(t)
	ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	tries := 0
	began := time.Now()
	err := Wait(ctx, func() error { tries++; return busy })
	if !errors.Is(err, context.DeadlineExceeded) || !Busy(err) {
		t.Errorf("Wait: %v, want the end of the context and the busy error", err)
	}
	if tries < 2 || tries > 100 {
		t.Errorf("%d tries in 100 ms, want a pause after each", tries)
	}
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("Wait took %v to notice that its context ended", took)
	}
}

func TestWaitReturnsWhatIsNotBusyAtOnce(t *testing.T) {
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
