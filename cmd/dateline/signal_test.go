//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

func TestASignalEndsACommandQuietly(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "list", "-A", "-")
		cmd.Args[0] = "dateline" // TestMain runs the program under this name
		cmd.Env = []string{"HOME=" + t.TempDir()}
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// This is more than a pipe holds, so the program is reading when Write returns.
		if _, err := in.Write([]byte(strings.Repeat("Lamps\n", 100_000))); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // the test checks the exit code
		if code := cmd.ProcessState.ExitCode(); code != exitSignal+int(sig) || out.Len() > 0 {
			t.Errorf("%v: exit code %d and %q, want %d and nothing", sig, code, out.String(), exitSignal+int(sig))
		}
		_ = in.Close() // the program has ended
	}
}
