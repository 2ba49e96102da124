//go:build !linux && !darwin

package disk

// Trusted returns false, because the system cannot be asked here.
func Trusted(string) bool { return false }
