//go:build !unix

package disk

// NoWait is 0, because folders hold no pipes here.
const NoWait = 0
