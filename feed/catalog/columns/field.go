package columns

import (
	"encoding/binary"
	"fmt"
	"strings"
	"time"

	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// field packs a field of a row and unpacks it.
type field interface {
	pack(dst []byte, r *story.Row) []byte
	unpack(src *source, r *story.Row)
}

// rowFields lists the packed fields of a row.
var rowFields = []field{
	headline{},
	list(func(r *story.Row) *[]string { return &r.Headline.Tags }),
	flags{},
	list(func(r *story.Row) *[]string { return &r.Places }),
	text[string](func(r *story.Row) *string { return &r.Agency }),
	number[int](func(r *story.Row) *int { return &r.Date.Year }),
	number[int](func(r *story.Row) *int { return &r.Date.Month }),
	number[int](func(r *story.Row) *int { return &r.Date.Day }),
	clock{},
	text[story.DateFrom](func(r *story.Row) *story.DateFrom { return &r.Date.From }),
	list(func(r *story.Row) *[]string { return &r.Byline }),
	list(func(r *story.Row) *[]string { return &r.Emails }),
	list(func(r *story.Row) *[]string { return &r.Keywords }),
	number[int](func(r *story.Row) *int { return &r.Words }),
	number[int](func(r *story.Row) *int { return &r.Paragraphs }),
	text[string](func(r *story.Row) *string { return &r.Format }),
	text[string](func(r *story.Row) *string { return &r.Language }),
	text[string](func(r *story.Row) *string { return &r.Slug }),
	text[string](func(r *story.Row) *string { return &r.Number }),
	text[string](func(r *story.Row) *string { return &r.Category }),
	text[string](func(r *story.Row) *string { return &r.Priority }),
	text[string](func(r *story.Row) *string { return &r.Sent }),
	text[string](func(r *story.Row) *string { return &r.Problem }),
	addresses{},
}

// source is what is left of packed fields. It is bad once a field could not be read.
type source struct {
	rest  string
	bad   bool
	named bool // the row has identifiers or addresses
}

func (s *source) number() int64 {
	var n uint64
	for i := 0; i < len(s.rest) && i < binary.MaxVarintLen64; i++ {
		b := s.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			s.rest = s.rest[i+1:]
			return int64(n>>1) ^ -int64(n&1)
		}
	}
	s.bad = true
	return 0
}

func (s *source) text() string {
	n := s.number()
	if n < 0 || n > int64(len(s.rest)) {
		s.bad = true
		return ""
	}
	t := s.rest[:n]
	s.rest = s.rest[n:]
	return t
}

// end returns a sqlite.ErrInvalid unless all of the source has been read.
func (s *source) end() error {
	if s.bad || s.rest != "" {
		return fmt.Errorf("%w: packed fields", sqlite.ErrInvalid)
	}
	return nil
}

func appendNumber(dst []byte, n int64) []byte { return binary.AppendVarint(dst, n) }

func appendText(dst []byte, t string) []byte {
	return append(appendNumber(dst, int64(len(t))), t...)
}

// text is a field that holds a text.
type text[T ~string] func(*story.Row) *T

func (f text[T]) pack(dst []byte, r *story.Row) []byte { return appendText(dst, string(*f(r))) }
func (f text[T]) unpack(src *source, r *story.Row)     { *f(r) = T(src.text()) }

// number is a field that holds a whole number.
type number[T ~int] func(*story.Row) *T

func (f number[T]) pack(dst []byte, r *story.Row) []byte { return appendNumber(dst, int64(*f(r))) }
func (f number[T]) unpack(src *source, r *story.Row)     { *f(r) = T(src.number()) }

// flags is what is true of a row or not, a bit each.
type flags struct{}

const (
	standin = 1 << iota
	named
)

func (flags) pack(dst []byte, r *story.Row) []byte {
	var n int64
	if r.Headline.Standin {
		n |= standin
	}
	if isNamed(r) {
		n |= named
	}
	return appendNumber(dst, n)
}

func (flags) unpack(src *source, r *story.Row) {
	n := src.number()
	r.Headline.Standin, src.named = n&standin != 0, n&named != 0
}

func isNamed(r *story.Row) bool { return len(r.UIDs)+len(r.URLs)+len(r.Replaces) > 0 }

// addresses is the identifiers and addresses of a row, and what it replaces. Rows without any, which most archives
// are full of, have nothing packed.
type addresses struct{}

func (addresses) lists() [2]list {
	return [...]list{func(r *story.Row) *[]string { return &r.UIDs }, func(r *story.Row) *[]string { return &r.URLs }}
}

func (a addresses) pack(dst []byte, r *story.Row) []byte {
	if !isNamed(r) {
		return dst
	}
	for _, l := range a.lists() {
		dst = l.pack(dst, r)
	}
	return appendText(dst, r.Replaces)
}

func (a addresses) unpack(src *source, r *story.Row) {
	r.UIDs, r.URLs, r.Replaces = nil, nil, ""
	if !src.named {
		return
	}
	for _, l := range a.lists() {
		l.unpack(src, r)
	}
	r.Replaces = src.text()
}

// list is a field that holds texts. They are read as one text, which costs less than a
// text each.
type list func(*story.Row) *[]string

// separator is the character between the values of a list.
const separator = "\x1f"

func (f list) pack(dst []byte, r *story.Row) []byte {
	if values := *f(r); len(values) > 1 {
		return appendText(dst, strings.Join(values, separator))
	} else if len(values) == 1 {
		return appendText(dst, values[0])
	}
	return appendText(dst, "")
}

func (f list) unpack(src *source, r *story.Row) {
	*f(r) = nil
	if t := src.text(); t != "" {
		*f(r) = strings.Split(t, separator)
	}
}

// headline is what is packed of a headline.
type headline struct{}

func (headline) pack(dst []byte, r *story.Row) []byte { return appendHeadline(dst, &r.Headline) }
func (headline) unpack(src *source, r *story.Row)     { src.headline(&r.Headline) }

// otherTitle stands before a title that is not the end of its headline.
const otherTitle = -1

func appendHeadline(dst []byte, h *story.Headline) []byte {
	dst = appendText(dst, h.Text)
	if h.Title != "" && strings.HasSuffix(h.Text, h.Title) || h.Title == h.Text {
		dst = appendNumber(dst, int64(len(h.Text)-len(h.Title)))
	} else {
		dst = appendText(appendNumber(dst, otherTitle), h.Title)
	}
	return appendNumber(appendText(dst, string(h.Kind)), int64(h.Take))
}

func (s *source) headline(h *story.Headline) {
	h.Text = s.text()
	switch n := s.number(); {
	case n == otherTitle:
		h.Title = s.text()
	case n >= 0 && n <= int64(len(h.Text)):
		h.Title = h.Text[n:]
	default:
		s.bad = true
	}
	h.Kind, h.Take = story.Kind(s.text()), story.Take(s.number())
}

// clock is the moment of a date, which is stored as RFC 3339 because of its zone.
type clock struct{}

func (clock) pack(dst []byte, r *story.Row) []byte {
	if r.Date.Clock.IsZero() {
		return appendText(dst, "")
	}
	return appendText(dst, r.Date.Clock.Format(time.RFC3339Nano))
}

func (clock) unpack(src *source, r *story.Row) {
	r.Date.Clock = time.Time{}
	if t := src.text(); t != "" {
		at, err := time.Parse(time.RFC3339Nano, t)
		r.Date.Clock, src.bad = at, src.bad || err != nil
	}
}
