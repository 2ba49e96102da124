package feed

import (
	"context"
	"strings"
	"time"
	"unicode"

	"dateline/feed/locale"
	"dateline/feed/query"
)

// SavedSearch is a search with a name: "@name" in a query stands for it.
type SavedSearch struct{ Name, Text string }

// SavedSearches returns the saved searches by name.
func (s *Store) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	list, err := s.marks.Searches(ctx)
	out := make([]SavedSearch, len(list))
	for i, v := range list {
		out[i] = SavedSearch(v)
	}
	return out, err
}

// SaveSearch saves a search under a name and replaces one that had the name. A name
// has letters, digits, "-" and "_", and the text must parse.
func (s *Store) SaveSearch(ctx context.Context, name, text string) error {
	if err := checkName(name); err != nil {
		return err
	}
	saved, err := s.savedTexts(ctx)
	if err != nil {
		return err
	}
	if _, err := query.Parse(text, query.Options{Now: time.Now(), Saved: saved}); err != nil {
		return err
	}
	return s.marks.SaveSearch(ctx, name, text)
}

// RenameSearch gives a saved search another name, where it replaces an earlier one.
func (s *Store) RenameSearch(ctx context.Context, old, name string) error {
	if err := checkName(name); err != nil {
		return err
	}
	saved, err := s.savedTexts(ctx)
	if err != nil {
		return err
	}
	text, ok := saved(old)
	if !ok {
		return locale.Errorf("there is no saved search @%s", old)
	}
	return s.marks.RenameSearch(ctx, old, name, text)
}

func checkName(name string) error {
	if strings.ContainsFunc(name, notInName) || name == "" {
		return locale.Errorf("%q cannot name a search: use letters, digits, - and _", name)
	}
	return nil
}

func notInName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != '_'
}

// DropSearch deletes a saved search.
func (s *Store) DropSearch(ctx context.Context, name string) error {
	return s.marks.DropSearch(ctx, name)
}

// Remember adds a search to the History.
func (s *Store) Remember(ctx context.Context, text string) error {
	return s.marks.Remember(ctx, text)
}

// History returns recent searches, newest first, without duplicates.
func (s *Store) History(ctx context.Context) ([]string, error) { return s.marks.History(ctx) }

// savedTexts returns a function that looks up saved searches by name.
func (s *Store) savedTexts(ctx context.Context) (func(string) (string, bool), error) {
	list, err := s.marks.Searches(ctx)
	if err != nil {
		return nil, err
	}
	texts := make(map[string]string, len(list))
	for _, v := range list {
		texts[v.Name] = v.Text
	}
	return func(name string) (string, bool) {
		text, ok := texts[name]
		return text, ok
	}, nil
}
