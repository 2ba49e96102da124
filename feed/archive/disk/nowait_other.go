//go:build !unix

package disk

// NoWait is no flag: folders hold no pipes here.
const NoWait = 0
