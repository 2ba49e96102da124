package main

import (
	"maps"
	"slices"
	"strings"

	"dateline/feed/locale"
	"dateline/ui"
	"dateline/ui/keys"
)

// actionNames returns the names of the actions of pages.
func actionNames(pages []ui.Keys) []string {
	var names []string
	for _, page := range pages {
		for _, b := range page.Bindings {
			names = append(names, b.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// bindKeys sets the keys of actions; wrong is called with the name of an entry and what is
// wrong there.
func bindKeys(c *config, entries map[string]any, wrong func(name, what string)) {
	c.Keys = keys.Bound{}
	pages := ui.Bindings(nil)
	names := actionNames(pages)
	for action, value := range entries {
		list, ok := keyList(value)
		if !ok {
			wrong(action, locale.F(`%s is a key in quotation marks, or several: ["g g", "home"]`, action))
			continue
		}
		if !slices.Contains(names, action) {
			wrong(action, locale.F("there is no action %s", action)+orElse(action, names))
			continue
		}
		bad := slices.IndexFunc(list, func(k string) bool { return keys.Check(k) != "" })
		if bad < 0 {
			c.Keys[action] = list
			continue
		}
		switch key := keys.Check(list[bad]); key {
		case "ctrl+c":
			wrong(action, locale.T("ctrl+c always quits"))
		default:
			wrong(action, locale.F("there is no key %s", quoteTOML(key))+orElse(key, keys.Names()))
		}
	}
	told := map[[2]string]bool{} // by action and key
	for _, page := range pages {
		conflicts(page, c.Keys, func(action, key, what string) {
			if !told[[2]string{action, key}] {
				wrong(action, what+" ("+page.Page+")")
			}
			told[[2]string{action, key}] = true
		})
	}
}

// keyList returns the keys of a value in the configuration.
func keyList(value any) (list []string, ok bool) {
	if key, ok := value.(string); ok {
		return []string{strings.TrimSpace(key)}, true
	}
	values, ok := value.([]any)
	for _, v := range values {
		key, text := v.(string)
		if !text {
			return nil, false
		}
		list = append(list, strings.TrimSpace(key))
	}
	return list, ok
}

// conflicts calls wrong for each key that bound gives to two actions of a page, and for each
// that begins a sequence of another.
func conflicts(page ui.Keys, bound keys.Bound, wrong func(action, key, what string)) {
	owners := map[string]string{}
	for _, b := range page.Bindings {
		for _, k := range bound[b.Name] {
			if other := owners[k]; other != "" && other != b.Name {
				wrong(b.Name, k, locale.F("%s is bound to %s and to %s", quoteTOML(k), other, b.Name))
			}
			owners[k] = b.Name
		}
	}
	for k, action := range owners {
		for longer, other := range owners {
			if strings.HasPrefix(longer, k+" ") {
				wrong(action, k, locale.F("%s, bound to %s, begins %s, bound to %s", quoteTOML(k), action, quoteTOML(longer), other))
			}
		}
	}
}

// boundInTOML returns the bindings of c as lines of a table.
func boundInTOML(c *config) [][2]string {
	var lines [][2]string
	for _, action := range slices.Sorted(maps.Keys(c.Keys)) {
		lines = append(lines, [2]string{action, inTOML(c.Keys[action])})
	}
	return lines
}

// inTOML returns keys as a list in TOML.
func inTOML(list []string) string {
	quoted := make([]string, len(list))
	for i, k := range list {
		quoted[i] = quoteTOML(k)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
