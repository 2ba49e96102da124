// Package wire reads news-agency copy.
package wire
