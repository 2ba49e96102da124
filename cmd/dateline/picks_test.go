package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"dateline/feed"
)

func TestHelpNamesTheSorts(t *testing.T) {
	for _, cmd := range []*cobra.Command{listCommand(&console{}), searchCommand(&console{})} {
		usage := cmd.Flags().Lookup("sort").Usage
		for _, sort := range []feed.Sort{feed.Best, feed.Newest, feed.Oldest} {
			if !slices.Contains(strings.FieldsFunc(usage, func(r rune) bool { return strings.ContainsRune(" ,:", r) }), string(sort)) {
				t.Errorf("the help of %s --sort does not name %s: %q", cmd.Name(), sort, usage)
			}
		}
	}
}
