package search

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/term"
)

// The bounds of what one typed word is expanded to.
const (
	maxCompletions = 48  // words with that prefix, the most frequent
	maxInflections = 64  // its other forms, the most frequent
	maxForms       = 200 // all together
	maxTerms       = 64  // terms of one form; the rest of a longer one is ignored
)

// expansion is the forms that match a word.
type expansion struct {
	text       string
	typed      [][]string // the word as it was typed, in all spellings; nil if it is only a beginning
	forms      []term.Form
	highlights []term.Form // the forms to highlight in a text
	spelled    []string    // terms of spellings that a story must have too
	cost       int         // approximate number of stories to read for all of them
	empty      bool        // the word has no terms and does not restrict the query
}

// words looks up the words of one search.
type words struct {
	*Index

	languages func() ([]string, error) // of the archive; asked once
}

func (in *Index) words(ctx context.Context) words {
	return words{in, sync.OnceValues(func() ([]string, error) { return in.readLanguages(ctx) })}
}

// expandWord returns the forms of a typed word: the word itself, its inflections in the
// languages of the archive and, if it is a prefix, the words that begin with it. While
// the user types, these are only the most frequent ones, which are found fast.
func (in words) expandWord(ctx context.Context, text string, prefix, typing bool) (expansion, error) {
	w := term.Query(text, prefix)
	x := newExpander(in, typing)
	x.text, x.empty = text, len(w.Forms) == 0
	if !term.Open(text) {
		x.typed = w.Forms
	}
	for _, form := range w.Forms {
		if err := x.add(ctx, form, w.Prefix); err != nil {
			return expansion{}, err
		}
	}
	if w.Stem && len(w.Forms) > 0 {
		if err := x.inflect(ctx, text); err != nil {
			return expansion{}, err
		}
	}
	return x.expansion, nil
}

// expandPhrase returns the forms of a phrase. Its words with accents must be in a story as
// they are spelled, except for one that is being typed.
func (in words) expandPhrase(ctx context.Context, text string, prefix, typing bool) (expansion, error) {
	x := newExpander(in, typing)
	form := term.Phrase(text)
	if len(form) == 0 {
		return expansion{empty: true}, nil
	}
	if x.text = text; !term.Open(text) {
		x.typed = [][]string{form}
	}
	prefix = prefix || term.Open(text)
	for i, s := range term.Spellings(text) {
		if last := min(len(form), maxTerms) - 1; s != "" && (i < last || i == last && !prefix) {
			x.spelled = append(x.spelled, s)
		}
	}
	err := x.add(ctx, form, prefix)
	return x.expansion, err
}

// expander collects forms, each once.
type expander struct {
	expansion

	index  words
	typing bool
	seen   map[string]bool
}

func newExpander(in words, typing bool) *expander {
	return &expander{index: in, typing: typing, seen: map[string]bool{}}
}

// add adds a form. If its last term is a prefix that is being typed, add adds one
// form for every word with that prefix, the prefix itself first.
func (x *expander) add(ctx context.Context, form []string, prefix bool) error {
	if len(form) > maxTerms {
		form, prefix = form[:maxTerms], false
	}
	x.highlights = append(x.highlights, term.Form{Terms: form, Prefix: prefix})
	var words []string
	last := len(form) - 1
	if prefix {
		var err error
		if words, err = x.index.completions(ctx, form[last]); err != nil {
			return err
		}
	}
	known, err := x.index.known(ctx, append(slices.Clone(form), words...))
	switch {
	case err != nil:
		return err
	case !prefix:
		x.keep(form, false, known)
		return nil
	case !x.typing:
		for _, w := range words {
			x.cost += known[w]
		}
		x.keep(form, true, known)
		return nil
	}
	if known[form[last]] > 0 {
		x.keep(form, false, known)
	}
	for _, w := range words {
		x.keep(append(slices.Clone(form[:last]), w), false, known)
	}
	return nil
}

// keep keeps a form if it is a new one. known tells how many stories have its words.
func (x *expander) keep(form []string, prefix bool, known map[string]int) {
	key := strings.Join(form, " ")
	if x.seen[key] || len(x.forms) >= maxForms {
		return
	}
	x.seen[key] = true
	x.forms = append(x.forms, term.Form{Terms: form, Prefix: prefix})
	for _, t := range form {
		x.cost += known[t]
	}
}

// inflect adds the inflections of a word, as it was typed, that the archive has.
func (x *expander) inflect(ctx context.Context, typed string) error {
	languages, err := x.index.languages()
	if err != nil {
		return err
	}
	known, err := x.index.known(ctx, term.Inflections(typed, languages))
	words := slices.Collect(maps.Keys(known))
	sort.Slice(words, func(i, j int) bool {
		a, b := words[i], words[j]
		return cmp.Or(cmp.Compare(known[b], known[a]), cmp.Compare(a, b)) < 0
	})
	for _, w := range words[:min(len(words), maxInflections)] {
		x.highlights = append(x.highlights, term.Form{Terms: []string{w}})
		x.keep([]string{w}, false, known)
	}
	return err
}

// readLanguages returns the languages of at least one story in a hundred of those whose
// language is known.
func (in *Index) readLanguages(ctx context.Context) ([]string, error) {
	return sqlite.Column[string](ctx, in.db,
		`SELECT key FROM facetvalues WHERE facet = ?1 AND n > 0 AND n * 100 >= (SELECT sum(n) FROM facetvalues WHERE facet = ?1) ORDER BY n DESC`,
		meta.FacetLanguage)
}

// completions returns the most frequent words that begin with prefix. It remembers
// them for a short prefix that has many.
func (in *Index) completions(ctx context.Context, prefix string) ([]string, error) {
	short := utf8.RuneCountInString(prefix) <= shortPrefix
	if short {
		if words, ok := in.remembered.get(prefix); ok {
			return words, nil
		}
	}
	words, err := sqlite.Column[string](ctx, in.db, `SELECT word FROM words WHERE word >= ?1 AND word < ?2 ORDER BY n DESC, word LIMIT ?3`,
		prefix, prefix+"\U0010ffff", maxCompletions)
	if err == nil && short && len(words) == maxCompletions {
		in.remembered.put(prefix, words)
	}
	return words, err
}

// known returns about how many stories have each of words; it leaves out those that
// none ever had. It includes stories that have been removed since.
func (in *Index) known(ctx context.Context, words []string) (map[string]int, error) {
	text, _ := json.Marshal(words) // strings can always be marshalled
	out := map[string]int{}
	_, err := sqlite.List(ctx, in.db, func(rows *sql.Rows) (struct{}, error) {
		var w string
		var n int
		err := rows.Scan(&w, &n)
		out[w] = n
		return struct{}{}, err
	}, `SELECT w.word, w.n FROM json_each(?) j CROSS JOIN words w ON w.word = j.value`, string(text))
	return out, err
}
