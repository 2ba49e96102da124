//go:build !linux

package disk

import "os"

// OpenDir opens the folder at path in root for ReadDir.
func OpenDir(root *os.Root, path string) (*os.File, error) { return root.Open(path) }
