package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

func init() { programs["dateline-quota"] = underQuota } //nolint:gochecknoinits // other systems have no such filter

// underQuota runs the program as if the user's quota were used up: the system refuses
// the writes of databases, which are at a place in a file.
func underQuota() {
	if err := refuse(unix.SYS_PWRITE64, unix.EDQUOT); err != nil {
		fmt.Fprintln(os.Stderr, "no filter:", err)
		os.Exit(exitFailed)
	}
	main()
}

// refuse has a system call return an error in all threads of this process.
func refuse(call uint32, errno syscall.Errno) error {
	const number = 0 // where the data of a filter has the number of the call
	filter := []unix.SockFilter{
		{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: number},
		{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, K: call, Jf: 1},
		{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ERRNO | uint32(errno)},
		{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ALLOW},
	}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return err
	}
	prog := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	_, _, err := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&prog)))
	runtime.KeepAlive(filter)
	if err != 0 {
		return err
	}
	return nil
}

func TestCommandsWorkWhenTheQuotaIsUsedUp(t *testing.T) {
	full := newHome(t, 6)
	full.run(t, "index")
	id := linkedStory(t, full, full.run(t, "list", "--json", "-n", "0"))
	full.run(t, "mark", id, "--star")
	for name, h := range map[string]home{"from the start": full.other(t), "later": full} {
		for _, args := range [][]string{{"list"}, {"search", "the"}, {"stats"}, {"show", id}, {"mark", id, "--read"}, {"list", "-q", "is:starred"}} {
			cmd := h.command(t.Context(), args...)
			cmd.Args[0] = "dateline-quota"
			var out, stderr bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &stderr
			_ = cmd.Run() // the test checks the exit code
			if strings.HasPrefix(stderr.String(), "no filter:") {
				t.Skip(stderr.String())
			}
			want, prints := exitDone, true
			switch {
			case args[0] == "mark":
				want = exitFailed
			case args[len(args)-1] == "is:starred":
				prints = name == "later" // what was marked before can be read
			}
			if code := cmd.ProcessState.ExitCode(); code != want || prints != (out.Len() > 0) {
				t.Errorf("%s: %v: exit code %d, %q, %q", name, args, code, out.String(), stderr.String())
			}
			if n := strings.Count(stderr.String(), "\n"); n != 2 || strings.Count(stderr.String(), " will not be saved: the disk ") != n {
				t.Errorf("%s: %v prints %q", name, args, stderr.String())
			}
		}
	}
}
