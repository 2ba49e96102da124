package marks

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/feed/locale"
)

// The limits of an import.
const (
	maxLine     = 1 << 20 // bytes
	maxIdentity = 8 << 10 // bytes of each part of an identity
	maxKeyLen   = 200     // bytes of a key
)

// LineError is a mistake in a line of an import.
type LineError struct {
	Line int
	Err  error
}

// Error names the line.
func (e *LineError) Error() string { return locale.F("line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong.
func (e *LineError) Unwrap() error { return e.Err }

// Numbered is a record and the number of its line.
type Numbered struct {
	Record

	Line int
}

// Records yields the records of an export without its headers. It ends with a *LineError at
// the first line that is not as Record says: too long, not UTF-8, of another version, with
// an unknown field or value. Several exports may follow each other.
func Records(r io.Reader) iter.Seq2[Numbered, error] {
	return func(yield func(Numbered, error) bool) {
		lines := bufio.NewReaderSize(r, 64<<10)
		for n, begun := 1, false; ; n++ {
			line, err := readLine(lines)
			if errors.Is(err, io.EOF) && len(line) == 0 && begun {
				return
			}
			var rec Record
			if err == nil || errors.Is(err, io.EOF) {
				rec, err = parse(line, begun)
			}
			if err != nil {
				yield(Numbered{}, &LineError{n, err})
				return
			}
			if begun = true; len(rec.Values) > 0 && !yield(Numbered{rec, n}, nil) {
				return
			}
		}
	}
}

// readLine returns the next line without its end. Its error is io.EOF after the last.
func readLine(r *bufio.Reader) (line []byte, err error) {
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > maxLine:
			return nil, locale.Errorf("longer than %d bytes", maxLine)
		case !errors.Is(err, bufio.ErrBufferFull):
			return bytes.TrimSpace(line), err
		}
	}
}

// parse returns the record in a line. The first line must be a header.
func parse(line []byte, begun bool) (rec Record, err error) {
	if !utf8.Valid(line) {
		return rec, locale.Error("not UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&rec); err != nil {
		if !begun {
			return rec, errNoExport
		}
		return rec, mistake(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return rec, locale.Error("more than one value")
	}
	header := rec.Dateline != "" || rec.Version != 0
	switch {
	case !begun && rec.Dateline != kindOfExport, header && rec.Dateline != kindOfExport:
		return rec, errNoExport
	case header && rec.Version != exportVersion:
		return rec, locale.Errorf("version %d of exports; this dateline reads version %d", rec.Version, exportVersion)
	case header && (rec.Story != nil || len(rec.Values) > 0):
		return rec, locale.Error("a header with values")
	case header:
		return rec, nil
	}
	return rec, rec.check()
}

// errNoExport is the error of a file that does not begin with a header.
var errNoExport = locale.Error(`not an export of marks: it begins with {"dateline":"marks"`)

// mistake returns an error of the decoder in fewer words.
func mistake(err error) error {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return locale.Errorf("%s is a %s", strings.TrimPrefix(wrong.Field, "."), wrong.Value)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return locale.Error("the line is cut off")
	}
	return errors.New(strings.TrimPrefix(err.Error(), "json: "))
}

// check returns an error if a part of the record is missing or cannot be.
func (r *Record) check() error {
	if r.Story != nil {
		if err := r.Story.check(); err != nil {
			return locale.Errorf("story: %w", err)
		}
	}
	if len(r.Values) == 0 {
		return locale.Error("no values")
	}
	for i := range r.Values {
		if err := r.Values[i].check(r.Story); err != nil {
			return locale.Errorf("value %d: %w", i+1, err)
		}
	}
	return nil
}

func (i *Identity) check() error {
	parts := map[string]int{"archive": len(i.Archive), "path": len(i.Path) + len(i.RawPath), "title": len(i.Title), "dateline": len(i.Dateline), "digest": len(i.Digest), "sample": len(i.Sample)}
	for name, n := range parts {
		if n > maxIdentity {
			return locale.Errorf("%s is longer than %d bytes", name, maxIdentity)
		}
	}
	switch {
	case len(i.Digest) == 0 && i.ID == "":
		return locale.Error("neither digest nor id")
	case strings.Trim(string(i.ID), "abcdefghijklmnopqrstuvwxyz234567") != "" || len(i.ID) > maxKeyLen:
		return locale.Errorf("id %q cannot be", i.ID)
	}
	return nil
}

// check returns an error if the entry is none of a story, or, for nil, of all archives.
func (e *Entry) check(of *Identity) error {
	_, pair := map[Field]bool{Takes: true, Line: true}[e.Field]
	_, known := fields[e.Field]
	switch {
	case !known:
		return locale.Errorf("field %q is not known", e.Field)
	case (of == nil) != (e.Field == SavedSearch):
		return locale.Errorf("field %q with the wrong story", e.Field)
	case (e.Other != nil) != pair:
		return locale.Errorf("field %q with the wrong other story", e.Field)
	case (e.Key != "") != (e.Field == Tag || e.Field == Note || e.Field == SavedSearch) || len(e.Key) > maxKeyLen:
		return locale.Errorf("field %q with the wrong key", e.Field)
	case e.Value != "" && !e.possible():
		return locale.Errorf("field %q cannot be %.40q", e.Field, e.Value)
	case e.At.UnixMilli() < 0 || e.At.Year() > maxYear || e.Field == Note && e.At.UnixMilli() == 0:
		return locale.Errorf("field %q at %s", e.Field, e.At.Format(time.RFC3339))
	}
	if pair {
		return e.Other.check()
	}
	return nil
}

// maxYear leaves room for changes that are later.
const maxYear = 9000

// possible reports whether the field can have the value.
func (e *Entry) possible() bool {
	switch e.Field {
	case Note, SavedSearch:
		return true
	case Takes, Line:
		return e.Value == Joined || e.Value == Cut
	case AtPlace:
		block, offset, _ := strings.Cut(e.Value, " ")
		b, err := strconv.ParseInt(block, 10, 32)
		o, err2 := strconv.ParseInt(offset, 10, 32)
		return err == nil && err2 == nil && b >= -1 && o >= 0 && e.Value == fmt.Sprint(b, " ", o)
	case Read, Starred, Tag:
		return e.Value == Yes
	}
	return false
}
