package feed_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// slowSource is an archive whose walk waits until it is released, even if its context
// ends.
type slowSource struct {
	archive.Source
	walking chan struct{} // closed when the walk begins
	release chan struct{}
}

func (s slowSource) Walk(ctx context.Context, yield func(archive.Entry) error) error {
	close(s.walking)
	<-s.release
	return s.Source.Walk(ctx, yield)
}

func TestScanWatchAndSettleEndWithTheirContextWhileAnotherScanRuns(t *testing.T) {
	t.Parallel()
	src := slowSource{archive.FS("desk", "desk", feedtest.FS(20)), make(chan struct{}), make(chan struct{})}
	s, err := feed.Open(t.Context(), src, dirs(t))
	if err != nil {
		t.Fatal(err)
	}
	first := make(chan error, 1)
	go func() {
		_, err := s.Scan(context.Background(), nil)
		first <- err
	}()
	<-src.walking
	for name, call := range map[string]func(context.Context) error{
		"scan":  func(ctx context.Context) error { _, err := s.Scan(ctx, nil); return err },
		"watch": func(ctx context.Context) error { return s.Watch(ctx, nil) },
	} {
		ctx, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
		ended := make(chan error, 1)
		go func() { ended <- call(ctx) }()
		select {
		case err := <-ended:
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s: %v, want the error of its context", name, err)
			}
		case <-time.After(time.Minute):
			t.Errorf("%s waits for the scan and not for its context", name)
		}
		stop()
	}
	cancelled, stop := context.WithCancel(t.Context())
	stop()
	if err := s.Settle(cancelled); !errors.Is(err, context.Canceled) {
		t.Errorf("settle: %v, want the error of its context", err)
	}
	close(src.release)
	if err := <-first; err != nil {
		t.Errorf("the first scan: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestCloseEndsCallsThatWaitForAScan(t *testing.T) {
	t.Parallel()
	src := slowSource{archive.FS("desk", "desk", feedtest.FS(20)), make(chan struct{}), make(chan struct{})}
	s, err := feed.Open(t.Context(), src, dirs(t))
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 3)
	scan := func() {
		_, err := s.Scan(context.Background(), nil)
		ended <- err
	}
	go scan()
	<-src.walking
	go scan()
	go func() { ended <- s.Watch(context.Background(), nil) }()
	closed := make(chan error, 1)
	go func() { closed <- s.Close() }()
	for range 2 { // the waiting calls end before the scan does
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("%v, want context.Canceled", err)
		}
	}
	close(src.release)
	if err := <-closed; err != nil {
		t.Error(err)
	}
}
