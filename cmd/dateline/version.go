package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed/sqlite"
)

func versionCommand(con *console) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version",
		Long:  "Print the version, the commit and its date, and the versions of SQLite and Go.",
		Args:  exactly(0, ""),
		RunE:  func(*cobra.Command, []string) error { return con.printVersion() },
	}
}

func (c *console) printVersion() error {
	info, _ := debug.ReadBuildInfo()
	_, err := fmt.Fprintf(c.out, "dateline %s, SQLite %s, %s %s/%s\n", version(info), sqlite.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// taggedVersion returns the tag of the build, or "(devel)".
func taggedVersion() string {
	info, _ := debug.ReadBuildInfo()
	v, _, _ := strings.Cut(version(info), " ")
	return v
}

// version returns the tag of the build and, if the build recorded them, the commit and
// its date. Info may be nil.
func version(info *debug.BuildInfo) string {
	if info == nil {
		return "(devel)"
	}
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	commit, day := set["vcs.revision"], set["vcs.time"]
	commit = commit[:min(len(commit), 12)]
	v, _, _ := strings.Cut(info.Main.Version, "+")
	if v == "" || commit != "" && strings.HasSuffix(v, "-"+commit) { // Go made it up: there is no tag
		v = "(devel)"
	}
	if commit == "" {
		return v
	}
	v += " commit " + commit
	if day, _, _ = strings.Cut(day, "T"); day != "" {
		v += " of " + day
	}
	if set["vcs.modified"] == "true" {
		v += ", modified"
	}
	return v
}
