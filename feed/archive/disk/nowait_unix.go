//go:build unix

package disk

import "syscall"

// NoWait is the flag that opens a pipe without waiting for its writer, and a
// terminal without making it the controlling one.
const NoWait = syscall.O_NONBLOCK | syscall.O_NOCTTY
