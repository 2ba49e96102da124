package outside

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"dateline/feed/locale"
)

// patience is how long a program is waited for, to say that it has failed.
const patience = 3 * time.Second

// Open starts the program that opens t. For a page that is one of $BROWSER, a list as for the
// PATH, in which "%s" stands for the address; if none is installed, and for all else, it is
// the opener of the system. The program goes on when this one ends, and prints nothing.
func (t Target) Open(ctx context.Context) error {
	args := t.command()
	if args == nil {
		return locale.Error("no program to open it: set BROWSER to one")
	}
	cmd := exec.CommandContext(context.WithoutCancel(ctx), args[0], args[1:]...) // its output is discarded
	cmd.SysProcAttr = detached()
	if err := cmd.Start(); err != nil {
		return locale.Errorf("%s does not start: %w", filepath.Base(args[0]), err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return locale.Errorf("%s failed: %w", filepath.Base(args[0]), err)
		}
	case <-time.After(patience):
	case <-ctx.Done():
	}
	return nil
}

// command returns the program that opens t and its arguments, nil if there is none.
func (t Target) command() []string {
	if t.web {
		for _, browser := range filepath.SplitList(os.Getenv("BROWSER")) {
			if args := withAddress(browser, t.text); args != nil {
				return args
			}
		}
	}
	opener := []string{"xdg-open"}
	switch runtime.GOOS {
	case "darwin":
		opener = []string{"open"}
	case "windows":
		opener = []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	return installed(append(opener, t.text))
}

// withAddress returns the words of a command with an address; nil if it is not installed.
func withAddress(command, address string) []string {
	args := programWords(command)
	given := false
	for i := 1; i < len(args); i++ {
		given = given || strings.Contains(args[i], "%s")
		args[i] = strings.ReplaceAll(args[i], "%s", address)
	}
	if !given {
		args = append(args, address)
	}
	if len(args) < 2 {
		return nil
	}
	return installed(args)
}

// installed returns args with the path of their program; nil if it is not installed.
func installed(args []string) []string {
	path, err := exec.LookPath(args[0])
	if err != nil {
		return nil
	}
	args[0] = path
	return args
}
