//go:build !linux

package archive

import "os"

// kinds opens the folder at.
func kinds(root *os.Root, at string) (*os.File, error) { return root.Open(at) }
