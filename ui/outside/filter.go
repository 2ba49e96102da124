package outside

import (
	"cmp"
	"errors"
	"os"
	"os/exec"
	"runtime"

	"dateline/feed/locale"
)

// Filter returns the program of a command that gets a story, and its arguments. With shell it is
// the reader's shell.
func Filter(command string, shell bool) ([]string, error) {
	if shell {
		if runtime.GOOS == "windows" {
			return []string{"cmd", "/C", command}, nil
		}
		return []string{cmp.Or(os.Getenv("SHELL"), "/bin/sh"), "-c", command}, nil
	}
	words, err := Words(command)
	switch {
	case errors.Is(err, errOperator):
		return nil, locale.Error("only a shell can do that: shell = true in config.toml")
	case err != nil:
		return nil, err
	case len(words) == 0 || words[0] == "":
		return nil, locale.Error("this names no program")
	}
	if _, err := exec.LookPath(words[0]); err != nil {
		return nil, locale.Errorf("there is no program %s", words[0])
	}
	return words, nil
}
