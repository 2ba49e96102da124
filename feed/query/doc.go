// Package query reads what a reader looks for into a plain tree.
package query
