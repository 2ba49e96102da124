//go:build unix

package ui

import (
	"errors"
	"io"
	"os"
	"testing"
	"time"
)

func TestInputIsDroppedUpToTheAnswerOfTheTerminal(t *testing.T) {
	for name, texts := range map[string][]string{
		"an answer":           {"\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b[?62;22c"},
		"an answer in pieces": {"jj\x1b[?6", "2;2", "2c"},
		"Ctrl-C":              {"q", "\x03"},
		"the end":             {"q", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close() //nolint:errcheck // it was read
			defer w.Close() //nolint:errcheck // nothing to keep
			done := make(chan struct{})
			go func() {
				(&input{File: r}).dropUntil(time.Now().Add(time.Hour))
				close(done)
			}()
			for _, text := range texts {
				select {
				case <-done:
					t.Fatalf("it ends before %q", text)
				case <-time.After(20 * time.Millisecond):
				}
				if text == "" {
					_ = w.Close()
				} else if _, err := w.WriteString(text); err != nil {
					t.Fatal(err)
				}
			}
			<-done
		})
	}
}

func TestInputThatAnotherReaderTookIsNotWaitedFor(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close() //nolint:errcheck // it was read
	in := &input{File: r, gone: func() { t.Error("the input has ended") }}
	if n, err := in.Read(make([]byte, 10)); n != 0 || err != nil {
		t.Errorf("with no input: %d bytes, %v", n, err)
	}
	if _, err := w.WriteString("j"); err != nil {
		t.Fatal(err)
	}
	if n, err := in.Read(make([]byte, 10)); n != 1 || err != nil {
		t.Errorf("with one key: %d bytes, %v", n, err)
	}
	ended := false
	in.gone = func() { ended = true }
	_ = w.Close()
	if n, err := in.Read(make([]byte, 10)); n != 0 || !errors.Is(err, io.EOF) || !ended {
		t.Errorf("at the end: %d bytes, %v; it has ended: %v", n, err, ended)
	}
}
