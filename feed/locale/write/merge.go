package main

import (
	"fmt"
	"maps"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"dateline/feed/locale/po"
)

// merge returns the header of old and an entry for each text, with its translation in old if
// there is one. Old may have an entry twice, as two files in one have; the last that is
// translated counts.
func merge(name string, texts, old []po.Entry) ([]po.Entry, error) {
	header := po.Entry{Forms: []string{"Language: " + name + "\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=2; plural=(n != 1);\n"}}
	known := map[po.Key]po.Entry{}
	for _, e := range old {
		if e.Key == (po.Key{}) {
			header = e
			continue
		}
		if other := known[e.Key]; e.Translated() || !other.Translated() {
			known[e.Key] = e
		}
	}
	merged := []po.Entry{header}
	for _, text := range texts {
		e := known[text.Key]
		e.Key, e.Package = text.Key, text.Package
		if len(e.Forms) == 0 {
			e.Forms = make([]string, forms(&header, &e))
		}
		if err := check(&e, forms(&header, &e)); err != nil {
			return nil, err
		}
		merged = append(merged, e)
	}
	return merged, nil
}

// forms returns how many forms the translation of e has.
func forms(header, e *po.Entry) int {
	if e.Plural == "" || strings.Contains(strings.Join(header.Forms, ""), "nplurals=1") {
		return 1
	}
	return 2
}

// check returns an error if the translation of e cannot stand for its text.
func check(e *po.Entry, forms int) error {
	if len(e.Forms) != forms {
		return fmt.Errorf("%q has %d forms, not %d", e.Text, len(e.Forms), forms)
	}
	if !e.Translated() {
		return nil
	}
	english := e.Text
	if e.Plural != "" {
		english = e.Plural
	}
	want := verbs(english)
	for i, form := range e.Forms {
		got := verbs(form)
		if e.Plural != "" && i == 0 && len(e.Forms) > 1 { // for one thing, the number can be a word
			delete(got, 1)
			got[1] = want[1]
		}
		if !maps.Equal(got, want) {
			return fmt.Errorf("%q does not format the arguments of %q", form, english)
		}
		if strings.ContainsFunc(form, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
			return fmt.Errorf("%q has a control character", form)
		}
	}
	return nil
}

// verb matches a verb of package fmt, with its index.
var verb = regexp.MustCompile(`%[-+# 0]*[0-9]*(?:\.[0-9]+)?(?:\[([0-9]+)\])?([a-zA-Z%])`)

// verbs returns the verbs of a format by the number of their argument, from 1 on.
func verbs(format string) map[int]string {
	list := map[int]string{}
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		if n, err := strconv.Atoi(m[1]); err == nil {
			next = n
		}
		list[next] = m[2]
		next++
	}
	return list
}
