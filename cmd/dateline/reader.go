package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/locale"
	"dateline/ui"
)

func readerCommand(con *console) *cobra.Command {
	var printVersion, accessible bool
	cmd := &cobra.Command{
		Use:   "dateline [PATH]",
		Short: "read a folder of news stories in the terminal",
		Long: "dateline reads a folder of news stories in the terminal.\n\n" +
			"PATH is a folder, a file, or - for standard input. Without it, dateline reads\n" +
			"the archive that DATELINE_ARCHIVE names, else the one in config.toml, else the built-in edition.\n" +
			"Write ./list for a folder that has the name of a command.",
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 1:
				return misuse(cmd, locale.F("takes one %s, but was also given %s", "PATH", args[1]))
			case len(args) == 1 && args[0] == "":
				return misuse(cmd, locale.T("the PATH is empty"))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case printVersion:
				return con.printVersion()
			case con.width == 0:
				return locale.Error("the reader needs a terminal on standard output; dateline list prints the headlines")
			case os.Getenv("TERM") == "dumb":
				return locale.Error("the reader cannot draw on a terminal of type dumb; dateline list prints the headlines")
			}
			f := flags{console: con}
			if len(args) > 0 {
				f.archive = args[0]
			}
			src, err := f.source(cmd.Context())
			if err != nil && len(args) > 0 && errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("%w%s", err, orElse(args[0], commandNames(cmd)))
			}
			if err != nil {
				return err
			}
			return con.read(cmd.Context(), src, accessible)
		},
	}
	cmd.Flags().BoolVar(&printVersion, "version", false, locale.T("print the version"))
	cmd.Flags().BoolVar(&accessible, "accessible", false, locale.T("draw for screen readers and braille displays"))
	return cmd
}

// read runs the reader on src, possibly for screen readers, and then on each archive that is
// opened in it. The reader scans the archive itself.
func (c *console) read(ctx context.Context, src archive.Source, accessible bool) error {
	conf, err := readConfig(configPath())
	if err != nil {
		return err
	}
	o := ui.Options{
		Accessible: conf.Accessible || accessible, List: &conf.List, Width: conf.Width, Styles: conf.Styles, Keys: conf.Keys,
		Settings: live(&conf), Export: exportTyped, Lent: &c.lent, Env: colorEnv(os.Environ()),
	}
	for src != nil {
		conf.apply(&o)
		open := func(ctx context.Context) (*feed.Store, error) { return openFeed(ctx, src, feed.UserDirs()) }
		var next archive.Source
		o.OpenNext = func(ctx context.Context, path string) (err error) {
			f := flags{console: c, archive: expand(path, ".")}
			if path == "-" {
				return locale.Error("standard input is no other archive")
			}
			next, err = f.source(ctx)
			return err
		}
		if err := ui.Run(ctx, open, o); err != nil {
			return err
		}
		src = next
	}
	return nil
}
