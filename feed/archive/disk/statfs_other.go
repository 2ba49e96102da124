//go:build !linux

package disk

// Of returns no properties.
func Of(string) Info { return Info{} }
