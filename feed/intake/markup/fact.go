package markup

import (
	"html"
	"strings"
)

const (
	// Opening is the number of bytes at the beginning of a file in which Root and Read
	// look.
	Opening = 256 << 10

	factBytes = 64 << 10 // bytes of a script with facts
	nameBytes = 2000     // bytes of the text of an element with a fact
)

// Root returns the name of the first element of src, in lower case and without its
// namespace, after comments, instructions and a document type. It is "html" if the
// document type is. It is "" if other text comes first.
func Root(src string) string {
	s := newScanner(src[:min(len(src), Opening)])
	for {
		t, ok := s.next()
		switch {
		case !ok:
			return ""
		case t.kind == open:
			return t.name
		case t.kind == other && isHTMLType(t.src):
			return "html"
		case t.kind == other, t.kind == text && strings.Trim(t.src, " \t\r\n\f\ufeff") == "":
			continue
		}
		return ""
	}
}

func isHTMLType(declaration string) bool {
	w := strings.Fields(declaration[:min(len(declaration), 100)])
	return len(w) > 1 && strings.EqualFold(w[0], "<!doctype") && strings.EqualFold(strings.TrimRight(w[1], ">"), "html")
}

// Facts are what the beginning of a file says about its story. A key is the name of an
// element, with "item." before it inside the item of a feed; "meta." and the name of a
// property; an element and an attribute, "time.datetime"; or "ld" for the script with
// linked data about the story. The first value of a key that is not blank counts; "h1" has all of them,
// one a line.
type Facts map[string]string

func (f Facts) add(key, value string) {
	if value = strings.TrimSpace(value); value != "" && f[key] == "" {
		f[key] = value
	}
}

// First returns the value of the first of keys that has one.
func (f Facts) First(keys ...string) string {
	for _, k := range keys {
		if f[k] != "" {
			return f[k]
		}
	}
	return ""
}

// All returns the values of those of keys that have one.
func (f Facts) All(keys ...string) (values []string) {
	for _, k := range keys {
		if f[k] != "" {
			values = append(values, f[k])
		}
	}
	return values
}

// Read returns the facts at the beginning of src. It reads the text of elements that
// named is true for.
func Read(src string, named func(element string) bool) Facts {
	r := reader{facts: Facts{}, named: named}
	s := newScanner(src[:min(len(src), Opening)])
	for {
		t, ok := s.next()
		if !ok {
			break
		}
		r.token(&t)
	}
	return r.facts
}

// reader collects the facts of a file.
type reader struct {
	facts Facts
	named func(string) bool
	item  string // "item." inside the item of a feed
	in    string // the element whose text is read
	value strings.Builder
	ld    bool // a script with linked data comes next
}

func (r *reader) token(t *token) {
	switch t.kind {
	case open:
		r.open(t)
	case closed:
		if t.name == r.in {
			r.close()
		}
		if isItem(t.name) {
			r.item = ""
		}
	case script:
		if r.ld {
			r.linked(t.src[:min(len(t.src), factBytes)])
		}
	case text:
		r.text(html.UnescapeString(t.src[:min(len(t.src), nameBytes)]))
	case data:
		r.text(t.src)
	case other:
	}
}

// linked keeps the first script with linked data that has the day of a story, or else a
// headline. Others are about the site.
func (r *reader) linked(script string) {
	rank := func(s string) int {
		switch {
		case strings.Contains(s, `"datePublished"`):
			return 3
		case strings.Contains(s, `"headline"`):
			return 2
		}
		return min(len(s), 1)
	}
	if rank(script) > rank(r.facts["ld"]) {
		r.facts["ld"] = script
	}
}

// close ends the element whose text is read. All main headings are kept, one a line.
func (r *reader) close() {
	value := strings.ReplaceAll(r.value.String(), "\n", " ")
	if old := r.facts["h1"]; r.in == "h1" && old != "" && len(old) < nameBytes {
		r.facts["h1"] = old + "\n" + value
	}
	r.facts.add(r.item+r.in, value)
	r.in = ""
}

func (r *reader) text(s string) {
	if r.in != "" && r.value.Len() < nameBytes {
		r.value.WriteString(s[:min(len(s), nameBytes)])
	}
}

func (r *reader) open(t *token) {
	if isItem(t.name) {
		r.item = "item."
	}
	if r.in == "" && r.named(t.name) && !strings.HasSuffix(t.src, "/>") {
		r.in = t.name
		r.value.Reset()
	}
	r.ld = t.name == "script" && strings.Contains(t.attribute("type"), "ld+json")
	for _, key := range attributes[t.name] {
		r.facts.add(t.name+"."+key, t.attribute(key))
	}
	if t.name == "meta" {
		for _, key := range [...]string{"property", "name", "itemprop"} {
			if prop := t.attribute(key); prop != "" {
				r.facts.add("meta."+strings.ToLower(prop), t.attribute("content"))
			}
		}
		return
	}
	if t.name == "link" && t.attribute("rel") == "canonical" {
		r.facts.add("link.canonical", t.attribute("href"))
	}
	if strings.Contains(t.src, "datePublished") && t.attribute("itemprop") == "datePublished" {
		r.facts.add("itemprop.datepublished", t.attribute("content"))
		r.facts.add("itemprop.datepublished", t.attribute("datetime"))
	}
}

// attributes are the attributes with facts, by element.
var attributes = map[string][]string{
	"html": {"lang"}, "time": {"datetime"}, "date.issue": {"norm"}, "date.release": {"norm"}, "pubdata": {"date.publication"}, "doc": {"id"},
	"base": {"href"},
}

func isItem(name string) bool { return name == "item" || name == "entry" }
