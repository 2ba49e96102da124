//go:build unix

package archive

import "syscall"

// noWait opens a pipe without waiting for its writer, and a terminal without
// taking it over.
const noWait = syscall.O_NONBLOCK | syscall.O_NOCTTY
