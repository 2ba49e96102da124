package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A setting is a line KEY = VALUE of config.toml.
type setting struct {
	key   string
	value any // a string or a bool
	line  int
}

// parseSettings reads the part of TOML that settings need: a line has a key, an equals sign
// and a value, which is true, false, or text on one line in single or double quotes. A
// comment starts with #. Tables, arrays, numbers and dates are errors, as is a key that
// occurs twice. An error begins with the number of its line, as in "3: no value".
func parseSettings(text string) ([]setting, error) {
	var all []setting
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		s, err := parseSetting(line)
		if err == nil && slices.ContainsFunc(all, func(o setting) bool { return o.key == s.key }) {
			err = fmt.Errorf("%s is set twice", s.key)
		}
		if err != nil {
			return nil, fmt.Errorf("%d: %w", i+1, err)
		}
		s.line = i + 1
		all = append(all, s)
	}
	return all, nil
}

// parseSetting reads a line that is neither blank nor a comment.
func parseSetting(line string) (setting, error) {
	if !utf8.ValidString(line) {
		return setting{}, errors.New("the line is not in UTF-8")
	}
	key, rest, err := parseKey(line)
	if err != nil {
		return setting{}, err
	}
	rest, found := strings.CutPrefix(strings.TrimSpace(rest), "=")
	if !found || key == "" {
		return setting{}, errors.New("a setting is written KEY = VALUE")
	}
	value, rest, err := parseValue(strings.TrimSpace(rest))
	if err != nil {
		return setting{}, err
	}
	if rest = strings.TrimSpace(rest); rest != "" && rest[0] != '#' {
		return setting{}, fmt.Errorf("unexpected %q after the value", rest)
	}
	return setting{key: key, value: value}, nil
}

// parseKey reads the key at the start of line, which may have quotes.
func parseKey(line string) (key, rest string, err error) {
	if line[0] == '"' || line[0] == '\'' {
		return parseText(line)
	}
	end := strings.IndexAny(line, "= \t")
	if end < 0 {
		end = len(line)
	}
	return line[:end], line[end:], nil
}

// parseValue reads the value at the start of s, and returns what follows it.
func parseValue(s string) (value any, rest string, err error) {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		return parseText(s)
	}
	word, _, _ := strings.Cut(s, "#")
	switch word = strings.TrimSpace(word); word {
	case "":
		return nil, "", errors.New("no value")
	case "true", "false":
		return word == "true", s[len(word):], nil
	}
	return nil, "", fmt.Errorf("%q is not true, false or text in quotes", word)
}

// parseText reads the text in quotes at the start of s. In double quotes a backslash
// escapes a character.
func parseText(s string) (text, rest string, err error) {
	if s[0] == '\'' {
		text, rest, found := strings.Cut(s[1:], "'")
		if !found {
			return "", "", errors.New("the text has no closing quote")
		}
		return text, rest, nil
	}
	quoted, err := strconv.QuotedPrefix(s)
	if err == nil {
		text, err = strconv.Unquote(quoted)
	}
	if err != nil {
		return "", "", errors.New(`the text has no closing quote or a wrong escape; a backslash is written \\`)
	}
	return text, s[len(quoted):], nil
}
