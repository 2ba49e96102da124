package query

import (
	"dateline/feed/locale"
)

// expand reads the saved search that t names.
func (p *parser) expand(t token) (Node, error) {
	if err := p.count(t); err != nil {
		return nil, err
	}
	n, err := p.search(t)
	switch {
	case err == nil:
		p.reached(t)
	case p.atCursor(t):
		return nil, nil // the name may go on
	}
	return n, err
}

// search reads the text of the saved search that t names.
func (p *parser) search(t token) (Node, error) {
	if p.saved >= MaxSaved {
		return nil, tooMuch(t, locale.T("nested more than 5 deep"))
	}
	text, ok := "", false
	if p.Saved != nil {
		text, ok = p.Saved(t.text)
	}
	if !ok {
		return nil, wrong(t, locale.F("there is no saved search %s", shown(t.text)))
	}
	sub := newParser(text, Options{Now: p.Now, Saved: p.Saved})
	sub.usage, sub.saved = p.usage, p.saved+1
	n, err := sub.parse()
	switch {
	case err != nil:
		return nil, within(t, err)
	case n == nil:
		return nil, wrong(t, locale.F("the saved search %s is empty", shown(t.text)))
	}
	for _, note := range sub.remarks {
		p.remarks = append(p.remarks, Remark{t.start, t.end, inSaved(t, note.Text)})
	}
	return n, nil
}

// inSaved returns a reason in the saved search that t names.
func inSaved(t token, reason string) string {
	return locale.F("in the saved search %s: %s", shown(t.text), reason)
}

// within returns an error in the saved search that t names, at the position of t.
func within(t token, err error) error {
	e, ok := err.(*Error) //nolint:errorlint // a parser returns no other type and wraps none
	if !ok {
		return err
	}
	if !e.within {
		e.Reason = inSaved(t, e.Reason)
	}
	return &Error{Start: t.start, End: t.end, Reason: e.Reason, within: true, bound: e.bound}
}
