package main

import (
	"slices"
	"strconv"
	"strings"

	"dateline/feed/locale"
	"dateline/ui/headlines"
)

// listNumber is a setting of the list that is a number.
type listNumber struct {
	name   string
	lo, hi int
	field  func(*headlines.Settings) *int
}

// listNumbers are the settings of the list that are numbers.
var listNumbers = []listNumber{
	{"label", 3, 40, func(s *headlines.Settings) *int { return &s.Label }},
	{"peek", 0, 10, func(s *headlines.Settings) *int { return &s.Peek }},
	{"scroll-off", 0, 100, func(s *headlines.Settings) *int { return &s.ScrollOff }},
}

// columnsSetting is the name of the setting with the columns of the list.
const columnsSetting = "columns"

// setList sets the settings of the list; wrong is called with the name of an entry and what is
// wrong there.
func setList(c *config, entries map[string]any, wrong func(name, what string)) {
	names := []string{columnsSetting}
	for _, n := range listNumbers {
		names = append(names, n.name)
	}
	for name, value := range entries {
		i := slices.Index(names, name)
		switch {
		case i < 0:
			wrong(name, locale.F("there is no setting %s of the list", name)+orElse(name, names))
		case i == 0:
			if columns, what := columnsIn(value); what != "" {
				wrong(name, what)
			} else {
				c.List.Columns = columns
			}
		default:
			n := listNumbers[i-1]
			if v, ok := numberIn(value, n.lo, n.hi); ok {
				*n.field(&c.List) = v
			} else {
				wrong(name, locale.F("%s is a number from %d to %d", name, n.lo, n.hi))
			}
		}
	}
}

// columnsIn returns the columns of a value in the configuration, or what is wrong there.
func columnsIn(value any) (columns []headlines.Column, what string) {
	list, ok := value.([]any)
	if !ok {
		return nil, locale.T(`columns is a list: ["place", "label"]`)
	}
	for _, v := range list {
		name, _ := v.(string)
		switch column := headlines.Column(name); {
		case !slices.Contains(headlines.Columns(), column):
			return nil, locale.F("there is no column %s", quoteTOML(name)) + orElse(name, columnNames(headlines.Columns()))
		case slices.Contains(columns, column):
			return nil, locale.F("the column %s is there twice", quoteTOML(name))
		default:
			columns = append(columns, column)
		}
	}
	return columns, ""
}

func columnNames(columns []headlines.Column) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = string(c)
	}
	return names
}

// numberIn returns the number of a value in the configuration; ok is false if it is none from lo
// to hi.
func numberIn(value any, lo, hi int) (n int, ok bool) {
	text, ok := value.([]byte)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.ReplaceAll(string(text), "_", ""))
	return n, err == nil && n >= lo && n <= hi
}

// listInTOML returns the settings of the list that are not the defaults, as lines of a table.
func listInTOML(c *config) (lines [][2]string) {
	usual := headlines.Defaults()
	if !slices.Equal(c.List.Columns, usual.Columns) {
		lines = append(lines, [2]string{columnsSetting, inTOML(columnNames(c.List.Columns))})
	}
	for _, n := range listNumbers {
		if v := *n.field(&c.List); v != *n.field(&usual) {
			lines = append(lines, [2]string{n.name, strconv.Itoa(v)})
		}
	}
	return lines
}
