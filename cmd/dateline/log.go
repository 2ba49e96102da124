package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"dateline/feed"
	"dateline/feed/archive"
)

// logVariable is the environment variable that names a log file.
const logVariable = "DATELINE_LOG"

// openFeed opens the store on src, which logs to the file that DATELINE_LOG
// names.
func openFeed(ctx context.Context, src archive.Source, dirs feed.Dirs) (*feed.Store, error) {
	path := os.Getenv(logVariable)
	if path == "" {
		return feed.Open(ctx, src, dirs)
	}
	l, err := newLogger(path)
	if err != nil {
		return nil, err
	}
	return feed.Open(ctx, src, dirs, feed.Log(l))
}

// newLogger returns a logger that appends to the file at path: JSON if its name
// ends in .json, else text. The file stays open until the process ends.
func newLogger(path string) (*slog.Logger, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", logVariable, err)
	}
	options := &slog.HandlerOptions{Level: slog.LevelDebug}
	var h slog.Handler = slog.NewTextHandler(f, options)
	if strings.HasSuffix(path, ".json") {
		h = slog.NewJSONHandler(escaped{f}, options)
	}
	return slog.New(h).With("pid", os.Getpid()), nil
}

// escaped writes JSON with escapes for what slog leaves as it is and could command the
// terminal that shows the log.
type escaped struct{ to io.Writer }

// Write writes p.
func (e escaped) Write(p []byte) (int, error) {
	if _, err := e.to.Write(escapeJSON(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}
