package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/locale"
)

func marksCommand(con *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "marks",
		Short: "export and import marks",
		Long: "Export the marks as JSON Lines, or merge an export into them: to keep a copy, to move to\n" +
			"another machine, or to use two.",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misuse(cmd, locale.F("needs %s", inWords([]string{"export", "import"})))
			}
			return misuse(cmd, locale.F("needs %s, not %s", inWords([]string{"export", "import"}), args[0])+orElse(args[0], commandNames(cmd)))
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	cmd.AddCommand(marksExportCommand(con), marksImportCommand(con))
	return cmd
}

func marksExportCommand(con *console) *cobra.Command {
	f := flags{console: con}
	cmd := &cobra.Command{
		Use:     "export",
		Short:   "print the marks as JSON Lines",
		Example: "  dateline marks export > marks.jsonl",
		Long: "Print the marks of all archives and the saved searches as JSON Lines, with --archive only\n" +
			"those of its stories. The first line says what follows; each of the others has what a story\n" +
			"is known by, and its values with the times when they were changed last.",
		Args: exactly(0, ""),
	}
	f.bindArchive(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		ctx := cmd.Context()
		src, err := f.source(ctx)
		if err != nil {
			return err
		}
		return f.openStore(ctx, src, feed.UserDirs(), func(s *feed.Store) error {
			return each(s.ExportMarks(ctx, f.archive != ""), func(v any) error { return printJSON(con.out, v) })
		})
	}
	return cmd
}

func marksImportCommand(con *console) *cobra.Command {
	f := flags{console: con}
	cmd := &cobra.Command{
		Use:     "import FILE",
		Short:   "merge an export into the marks",
		Example: "  dateline marks import marks.jsonl",
		Long: "Merge FILE, or standard input for -, into the marks. Of each value the one that was changed\n" +
			"last stays, a removed one too; notes that were written apart are all kept. So the order of\n" +
			"imports makes no difference, and a second import of a file changes nothing. Stories are found\n" +
			"by their content and path, then by content, then by headline and dateline. Those that are not\n" +
			"in the archive are kept for one that has them.\n\n" +
			"An import is one step, which U in the reader undoes. At a mistake in FILE nothing is imported.",
		Args: exactly(1, "FILE"),
	}
	f.bind(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		file, err := con.input(ctx, args[0])
		if err != nil {
			return err
		}
		defer file.Close() //nolint:errcheck // it was only read
		return f.withArchive(ctx, func(s *feed.Store) error {
			res, err := s.ImportMarks(ctx, file)
			if wrong, ok := errors.AsType[*feed.ImportError](err); ok {
				return locale.Errorf("%s:%d: %w; nothing was imported", args[0], wrong.Line, wrong.Err)
			}
			if err != nil {
				return err
			}
			if err := con.imported(&res, f.json); err != nil {
				return err
			}
			return con.unsaved(s, false)
		})
	}
	return cmd
}

// maxImport is the size of the largest file that is imported.
const maxImport = 1 << 30

const errTooLarge = locale.Error("larger than 1 GiB")

// input opens a file to import. What is no regular file is copied to one first: a pipe may
// be slow, and other processes cannot mark stories during an import.
func (c *console) input(ctx context.Context, path string) (*os.File, error) {
	from := c.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		info, err := f.Stat()
		if err == nil && info.Mode().IsRegular() && info.Size() <= maxImport {
			return f, nil
		}
		defer f.Close() //nolint:errcheck // it was only read
		if err == nil && info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s: %w", path, errTooLarge)
		}
		from = f
	}
	to, err := os.CreateTemp("", "dateline-")
	if err != nil {
		return nil, err
	}
	defer os.Remove(to.Name()) //nolint:errcheck // the system cleans up its folder
	copied := make(chan error, 1)
	go func() {
		n, err := io.Copy(to, io.LimitReader(from, maxImport+1))
		if n > maxImport {
			err = errTooLarge
		}
		copied <- err
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case err = <-copied:
	}
	if err == nil {
		_, err = to.Seek(0, io.SeekStart)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), to.Close())
	}
	return to, nil
}

// imported says what an import has changed.
func (c *console) imported(res *feed.Imported, json bool) error {
	if json {
		return printJSON(c.out, struct {
			Stories  int `json:"stories"`
			Away     int `json:"away"` // of them, in no archive here
			Searches int `json:"searches"`
		}{res.Stories, res.Away, res.Searches})
	}
	text := locale.N(res.Stories, "%s story changed", "%s stories changed")
	if res.Away > 0 {
		text += ", " + locale.N(res.Away, "%s story in no archive here", "%s stories in no archive here")
	}
	if res.Searches > 0 {
		text += ", " + locale.N(res.Searches, "%s saved search", "%s saved searches")
	}
	_, err := fmt.Fprintln(c.out, text)
	return err
}

// unsaved returns errReported if failed, or if the marks of s are lost when it is closed; a
// warning of the store has given the reason.
func (c *console) unsaved(s *feed.Store, failed bool) error {
	if failed || !s.KeepsMarks() {
		return errReported
	}
	return nil
}
