package feed

import (
	"bytes"
	"context"
	"os"
	"path/filepath"

	"dateline/feed/story"
	"dateline/feed/wire"
)

// Original is the file of a story, for another program.
type Original struct {
	Story *story.Story

	Path string // absolute; "" if the file is not on disk as it is read: it is packed, or the archive is not on disk
	File string // its path in the archive
	Data []byte // its content, without compression
	Line int    // of the block, counted from 1; 0 if that is not known
}

// Original returns the file of a story. Its Line is that of a block of the body, counted from
// 1, or for 0 that of the headline.
func (s *Store) Original(ctx context.Context, id story.ID, block int) (Original, error) {
	places, err := s.places(ctx, id)
	if err != nil {
		return Original{}, err
	}
	st, err := s.read(ctx, id, places)
	if err != nil {
		return Original{}, err
	}
	o := Original{Story: st, File: places[id].File}
	if o.Data, err = s.src.Read(ctx, o.File); err != nil && len(o.Data) == 0 { // else it is damaged
		return o, err
	}
	o.Line = lineOf(st, block)
	if r := st.Range; o.Line > 0 {
		o.Line += bytes.Count(o.Data[:min(max(r.Start, 0), int64(len(o.Data)))], []byte{'\n'})
	}
	if location := s.Path(); location != "" {
		path := fileIn(location, filepath.FromSlash(o.File))
		if holds(path, o.Data) {
			o.Path = path
		}
	}
	return o, nil
}

// lineOf returns the line of a block, else that of the headline, else that where the story
// begins in a file of several, else 0.
func lineOf(st *story.Story, block int) int {
	switch {
	case block > 0 && block <= len(st.Body) && st.Body[block-1].Span.First > 0:
		return st.Body[block-1].Span.First
	case st.Headline.Span.First > 0:
		return st.Headline.Span.First
	case st.Range.Start > 0:
		return 1
	}
	return 0
}

// holds reports whether the file at path has that content.
func holds(path string, data []byte) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	have, err := os.ReadFile(path)
	return err == nil && bytes.Equal(have, data)
}

// AgencyCopy returns st as agency copy, one paragraph a line; see wire.Format.
func AgencyCopy(st *story.Story) string { return wire.Format(st) }
