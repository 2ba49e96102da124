//go:build !unix

package archive

// noWait is for systems with pipes in folders.
const noWait = 0
