//go:build !unix && !windows

package outside

import "syscall"

// detached returns nil: the system does not know which terminal a program has.
func detached() *syscall.SysProcAttr { return nil }
