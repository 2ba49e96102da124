// Package locale translates the sentences of the screen and of commands. The key of a sentence
// is its English, which stands where it is used:
//
//	locale.T("There is no text at all.")
//	locale.F("%d of %d files", i, n)
//	locale.N(n, "%s story", "%s stories")
//	locale.In("date").F("%d %s", day, month)
//
// The translations are in one file a language, such as ko.po, in the format of gettext. The
// command write brings them up to date with the code and packs them for the program:
//
//	go generate ./feed/locale
//
// A sentence without a translation stays English. A format may put its arguments in another
// order in a translation, with indexes as in %[2]s.
//
// What scripts read is never translated: JSON, dates of the form 2024-10-13, names of
// commands, flags, fields, settings and actions, problem codes, and lines of the log. Neither
// is what the catalog and the marks keep.
//
// All functions may be called from several goroutines.
package locale

import (
	"fmt"
	"strings"
	"sync/atomic"
)

//go:generate go run ./write

// current has the translations in use, nil for English.
var current atomic.Pointer[catalog]

// T returns the translation of text.
func T(text string) string {
	if c := current.Load(); c != nil {
		return c.text("", text)
	}
	return text
}

// F formats args in the translation of format, as [fmt.Sprintf] does.
func F(format string, args ...any) string {
	if c := current.Load(); c != nil {
		return fmt.Sprintf(c.text("", format), args...)
	}
	return fmt.Sprintf(format, args...)
}

// Errorf returns an error whose text is the translation of format with args, as
// [fmt.Errorf] does.
func Errorf(format string, args ...any) error {
	if c := current.Load(); c != nil {
		return fmt.Errorf(c.text("", format), args...)
	}
	return fmt.Errorf(format, args...)
}

// N formats a sentence about n things: one if n is 1, else many. The first argument of the
// format is n with separators between thousands, as a string; args follow.
func N(n int, one, many string, args ...any) string {
	format := many
	if n == 1 {
		format = one
	}
	if c := current.Load(); c != nil {
		format = c.plural(n, one, format)
	}
	return fmt.Sprintf(format, append([]any{Count(n)}, args...)...)
}

// Mark returns text. It marks a text that is translated where it is shown, for a variable
// that is set before the language is known.
func Mark(text string) string { return text }

// Error is an error with a text that is translated when it is shown. Two of them are equal if
// their texts are.
type Error string

// Error returns the translation of e.
func (e Error) Error() string { return T(string(e)) }

// Context tells apart sentences that are the same in English and not in another language.
type Context string

// In returns the context of that name.
func In(name string) Context { return Context(name) }

// T returns the translation of text in the context.
func (x Context) T(text string) string {
	if c := current.Load(); c != nil && text != "" {
		return c.text(string(x), text)
	}
	return text
}

// F formats args in the translation of format in the context.
func (x Context) F(format string, args ...any) string {
	if c := current.Load(); c != nil {
		return fmt.Sprintf(c.text(string(x), format), args...)
	}
	return fmt.Sprintf(format, args...)
}

// catalog has the translations of a language.
type catalog struct {
	texts map[uint32]string // by Hash; the forms of a plural are separated by FormSeparator
}

func (c *catalog) text(context, text string) string {
	if s, ok := c.texts[Hash(context, text)]; ok {
		return s
	}
	return text
}

// plural returns the form of the sentence for n, or english if it has no translation.
func (c *catalog) plural(n int, one, english string) string {
	s, ok := c.texts[Hash("", one)]
	if !ok {
		return english
	}
	first, second, several := strings.Cut(s, FormSeparator)
	if several && n != 1 {
		return second
	}
	return first
}
