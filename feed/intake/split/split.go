// Package split finds the stories in a file that has several. It looks at bytes, so
// the encoding of the file must contain ASCII. Most files have one story, and Parts
// returns nothing for them.
//
// # Kinds
//
// These kinds of file are split, and tried in this order:
//
//   - mail folders: a line "From " with a date before each message
//   - collections in SGML: <DOC> or <REUTERS> around each story
//   - telex: a line ZCZC before each story and NNNN after it
//   - transmissions: a SOH before each story
//   - stories with a ^Z or an EOT on a line end between them
//   - exports of newspaper databases: "Document 3 of 120" before each story, or a
//     line with the number of the document after it
//   - a header of ANPA 1312 or IPTC 7901 before each story
//   - a line NNNN, =====, -----, * * * or the like between stories, if a story
//     clearly begins after each of them
//
// A story may quote all of these lines. So a marker counts only where the format
// requires it, and a weak one only if a story follows.
//
// # What is kept
//
// The parts are in the order of the file and do not overlap. Only blank text, marks
// and separators lie between them. Text before the first marker is a part of its
// own, or belongs to the first part if it is one line or the header of a message.
//
// # Keys
//
// A key names a part in its file. It is the number or the slug of the story, or a
// digest of the Message-ID, so that it stays the same when other stories are added.
// A part without one has its position as its key: 1, 2, 3 …. If two keys are equal, the
// second becomes "key-2".
package split

import (
	"bytes"
	"strconv"
)

// maxParts is the number of parts in the largest file that is split. A file with
// more stories than this in 16 MiB has none that is worth reading.
const maxParts = 1 << 16

// kind is a kind of file that has several stories.
type kind struct {
	sign sign
	// split returns the cuts of data, nil if data is of another kind. The start of the first
	// story is a cut too. Opens reports whether a story clearly begins at the start of a text.
	split func(data []byte, opens func([]byte) bool) []cut
	// key returns the key of the part from start to end, "" if it has none.
	key func(data []byte, start, end int) string
}

// kinds are tried in order.
var kinds = []kind{
	{fromLines, mailFolder, messageKey},
	{tags, collection, elementKey},
	{telexLines, telex, storyKey},
	{headings, transmissions, storyKey},
	{ends, pieces, storyKey},
	{documentLines, documents, numberAbove},
	{documentLines, numbered, codeBelow},
	{headerLines, headers, storyKey},
	{rulers, ruled, storyKey},
}

// Parts returns the parts of data, or nil if data is a single story.
func Parts(data []byte, opens func([]byte) bool) []Part {
	from := 0
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		from = 3
	}
	text := data[from:]
	signs := signsOf(text)
	for i := range kinds {
		if signs&kinds[i].sign == 0 {
			continue
		}
		if parts := kinds[i].parts(text, opens); len(parts) > 1 {
			shift(parts, from)
			name(parts)
			return parts
		}
	}
	return nil
}

// parts returns the parts of data with the keys that they have, nil if data is of another
// kind.
func (k *kind) parts(data []byte, opens func([]byte) bool) []Part {
	cuts := k.split(data, opens)
	if len(cuts) == 0 || len(cuts) > maxParts {
		return nil
	}
	parts := join(data, cuts)
	for n := range parts {
		p := &parts[n]
		p.Key = k.key(data, p.Start, p.End)
		p.Quoted = k.sign == fromLines
	}
	return parts
}

// shift moves parts n bytes on.
func shift(parts []Part, n int) {
	for i := range parts {
		parts[i].Start, parts[i].End = parts[i].Start+n, parts[i].End+n
	}
}

// name makes the keys of parts unique, and gives a key to the parts without one.
func name(parts []Part) {
	used := make(map[string]int, len(parts))
	unique := func(base string) string {
		key := base
		for used[key] > 0 {
			used[base]++
			key = base + "-" + strconv.Itoa(used[base])
		}
		used[key]++
		return key
	}
	for i := range parts {
		if parts[i].Key != "" {
			parts[i].Key = unique(parts[i].Key)
		}
	}
	for i := range parts {
		if parts[i].Key == "" {
			parts[i].Key = unique(strconv.Itoa(i + 1))
		}
	}
}
