package intake

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/cespare/xxhash/v2"

	"dateline/feed/intake/split"
	"dateline/feed/story"
)

// maxContained is the number of stories of a large file that are read. Their keys take about
// 40 bytes of memory each.
const maxContained = 1 << 21

// maxPiece is the number of stories of a piece that are read at a time: what a catalog stores
// of a short story takes far more memory than its text.
const maxPiece = 1 << 11

// Container reads a large file of several stories, piece by piece.
type Container struct {
	file   File // without its data
	cutter cutter
	head   []byte // that each story needs
	start  int    // the bytes before the first story, those of head too
	record bool   // the stories are lines of JSON Lines or sfeed
	alike  bool   // the stories are records, which may lack a headline and a text

	n      int                 // stories so far
	used   map[uint64]struct{} // hashes of their IDs
	blank  int                 // records without a story, since the last story that says so
	left   bool                // what follows the array of the stories is not read
	lost   bool                // the next piece begins inside a story
	buffer []byte
}

// NewContainer returns a Container for the file that begins with f.Data, or nil if that does
// not show several stories, of which each can be read alone.
func NewContainer(f File) *Container {
	if _, isWide := wide(f.Data); isWide || isBinary(f) {
		return nil
	}
	c := &Container{file: f, used: map[uint64]struct{}{}}
	c.file.Data = nil
	if r := (&split.Reader{}); r.Recognise(opening(f.Data), opens) {
		c.cutter = storyCutter{r}
	} else if c.recognise(f); c.cutter == nil {
		return nil
	}
	c.start = max(c.start, len(c.head))
	return c
}

// recognise sets the cutter of the file that begins with f.Data.
func (c *Container) recognise(f File) {
	c.alike = true
	switch recognise(f).name {
	case JSONL:
		c.cutter, c.record = lineCutter{}, true
	case Ninjs, JSON:
		if isJSONLines(f) {
			c.cutter = lineCutter{}
		} else if startsWith(opening(f.Data), "[") {
			c.cutter = &arrayCutter{}
		} else if start := listStart(opening(f.Data)); start > 0 {
			c.cutter, c.start = &arrayCutter{inObject: true}, len(f.Data)-len(opening(f.Data))+start
		}
	case CSV:
		c.cutter, c.record = lineCutter{}, true
		if _, comma := tableHeader(opening(f.Data)); comma != 0 {
			c.cutter, c.record = rowCutter{byte(comma)}, false
			c.head = bytes.Clone(f.Data[:bytes.IndexByte(f.Data, '\n')+1])
		}
	case Feed:
		if items := feedItems(f.Data); len(items) > 0 && items[0].Start <= maxHead {
			c.cutter, c.head = itemCutter{}, bytes.Clone(f.Data[:items[0].Start])
		}
	}
}

// maxHead is the length of the longest beginning of a feed that is read with each item.
const maxHead = 64 << 10

// Head returns the number of bytes at the beginning of the file that are no part of a story.
func (c *Container) Head() int { return c.start }

// Skip counts the stories of a piece that need not be read, because it has not changed.
func (c *Container) Skip(ids []story.ID) {
	c.n += len(ids)
	for _, id := range ids {
		c.use(id)
	}
}

// Read returns the stories that end in data, a piece of the file from offset at, or the first
// maxPiece of them, and the number of bytes after which the next piece begins. More says that the file goes on after
// data. If n is 0, the first story does not end in data. If full is true, there can be no
// more data, and the beginning of that story is read.
func (c *Container) Read(data []byte, at int64, more, full bool) (list []*story.Story, n int) {
	skipped := 0
	if c.lost {
		if skipped = c.cutter.next(data); skipped < 0 {
			return nil, withoutEnd(data, more)
		}
		c.lost = false
		data = data[skipped:]
	}
	parts, n := c.cutter.cut(data, more)
	c.left = len(parts) <= maxPiece && c.leaves(data[n:], more)
	if len(parts) > maxPiece {
		parts = parts[:maxPiece]
		n = parts[maxPiece-1].End
	}
	if n == 0 && skipped > 0 {
		return nil, skipped
	}
	if n == 0 && full && len(data) > 0 {
		parts, n, c.lost = []split.Part{{End: len(data)}}, len(data), true
	}
	for _, p := range parts {
		list = append(list, c.part(data, p, at+int64(skipped))...)
	}
	if len(list) > 0 {
		c.note(list[0])
	}
	return list, skipped + n
}

// withoutEnd returns the length of data without its last lines, in which a story may begin if
// more follows.
func withoutEnd(data []byte, more bool) int {
	const atLeast = 1024
	if end := bytes.LastIndexByte(data[:max(0, len(data)-atLeast)], '\n'); more && end > 0 {
		return end + 1
	}
	return len(data)
}

// leaves reports whether rest, which follows the stories of a piece, begins with the end of their
// array, and the file goes on far beyond.
func (c *Container) leaves(rest []byte, more bool) bool {
	a, ok := c.cutter.(*arrayCutter)
	return ok && a.inObject && more && endsBefore(rest, bytes.IndexByte(rest, '{'))
}

// note adds to s what is to be said about its piece.
func (c *Container) note(s *story.Story) {
	add := func(problem, detail string) {
		s.Doubts = append(s.Doubts, story.Doubt{Problem: problem, Detail: detail})
	}
	if c.blank > 0 {
		add(story.NoHeadline, "Neither a headline nor a text is in "+strconv.Itoa(c.blank)+" of the records around it.")
		c.blank = 0
	}
	if c.lost {
		add(story.TooLarge, "The story is too large: only its beginning is read, and stories after it may be missing.")
	}
	if c.left {
		add(story.TooLarge, "What follows the array of the stories is not read.")
	}
	if c.n == maxContained {
		add(story.TooLarge, "The file has more stories than the "+strconv.Itoa(maxContained)+" that are read.")
	}
}

// part returns the stories of a part of data, which begins at an offset. There are none if
// the part is a record without a headline and a text.
func (c *Container) part(data []byte, p split.Part, offset int64) []*story.Story {
	if c.n >= maxContained {
		return nil
	}
	source := data[p.Start:p.End]
	r := story.Range{Start: offset + int64(p.Start), Length: int64(len(source)), Head: int64(len(c.head)), Quoted: p.Quoted, Record: c.record}
	f, key := c.file, ""
	f.key = &key
	if len(c.head) > 0 {
		c.buffer = append(append(c.buffer[:0], c.head...), source...)
		source = c.buffer
	}
	list := Guard(f, func(f File) []*story.Story { return readPart(f, source, f.Path, r) })
	if c.alike && slices.ContainsFunc(list[0].Doubts, func(d story.Doubt) bool { return d.Problem == story.Unsupported }) {
		c.blank++
		return nil
	}
	if p.Key != "" {
		key = f.Path + "#" + p.Key
	}
	if r.Sum = sumOf(source); len(list) > 1 {
		for _, s := range list {
			s.Range = r
		}
	}
	c.name(list, key)
	return list
}

// name sets the paths of the stories of a part, whose key is the path of the part. If that is
// empty or has been used, they have the number of the part.
func (c *Container) name(list []*story.Story, key string) {
	c.n++
	id := story.NewID(key)
	if key == "" || c.isUsed(id) {
		key = c.file.Path + "#" + strconv.Itoa(c.n)
		id = story.NewID(key)
		for base, i := key, 2; c.isUsed(id); i++ {
			key = base + "-" + strconv.Itoa(i)
			id = story.NewID(key)
		}
	}
	c.use(id)
	name := standin(c.file.Path).Text
	for i, s := range list {
		if s.Headline.Standin && s.Headline.Text == name {
			s.Headline = standin(key)
		}
		if s.Path = key; len(list) > 1 {
			s.Path += "#" + strconv.Itoa(i+1)
		}
		s.ID = story.NewID(s.Path)
	}
}

func (c *Container) use(id story.ID) { c.used[xxhash.Sum64String(string(id))] = struct{}{} }

func (c *Container) isUsed(id story.ID) bool {
	_, ok := c.used[xxhash.Sum64String(string(id))]
	return ok
}
