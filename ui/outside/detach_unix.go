//go:build unix

package outside

import "syscall"

// detached returns the attributes of a program without the terminal of this one.
func detached() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
