package main_test

import (
	"regexp"
	"slices"
	"testing"

	"dateline/ui"
	"dateline/ui/keys"
)

// TestBindingsAreComplete checks that each action has a unique name, by which a
// configuration can bind keys to it, and that each key starts one action.
func TestBindingsAreComplete(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	typed := map[string]bool{}
	for _, c := range keys.Commands() {
		typed[c.Name] = true
	}
	for _, page := range ui.Bindings(nil) {
		names, actions := map[string]bool{}, map[string]string{}
		for i, b := range page.Bindings {
			if !kebab.MatchString(b.Name) || names[b.Name] || b.Help == "" || b.Do == nil || len(b.Keys) == 0 && !typed[b.Name] || !slices.Contains(keys.Groups(), b.Group) {
				t.Errorf("%s: the binding %+v lacks a field, or its name is not unique", page.Page, b)
			}
			names[b.Name] = true
			if b.Pair != "" && (i+1 == len(page.Bindings) || page.Bindings[i+1].Group != b.Group) {
				t.Errorf("%s: %s shares its line with no action of its group", page.Page, b.Name)
			}
			for _, k := range b.Keys {
				if other := actions[k]; other != "" {
					t.Errorf("%s: %s starts %s and %s", page.Page, k, other, b.Name)
				}
				actions[k] = b.Name
			}
		}
	}
}
