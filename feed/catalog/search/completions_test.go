package search

import (
	"slices"
	"strconv"
	"testing"
	"testing/synctest"
	"time"
)

func TestCompletionsAreRememberedForAWhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var c completions
		check := func(prefix string, want ...string) {
			t.Helper()
			words, ok := c.get(prefix)
			if ok != (want != nil) || !slices.Equal(words, want) {
				t.Errorf("%q: %q, %t; want %q", prefix, words, ok, want)
			}
		}
		check("f")
		c.put("f", []string{"ferry"})
		check("f", "ferry")
		check("s")
		time.Sleep(rememberedFor - time.Second)
		c.put("s", []string{"storm"})
		check("f", "ferry")
		time.Sleep(time.Second)
		check("f", "ferry")
		time.Sleep(time.Second)
		check("f")
		check("s")
		c.put("s", []string{"storms"})
		check("f")
		check("s", "storms")
	})
}

func TestTheNumberOfRememberedCompletionsIsBounded(t *testing.T) {
	var c completions
	for n := range maxRemembered {
		c.put(strconv.Itoa(n), []string{"x"})
	}
	if _, ok := c.get("0"); !ok || len(c.words) != maxRemembered {
		t.Errorf("%d are remembered, want %d", len(c.words), maxRemembered)
	}
	for n := range maxRemembered {
		c.put(strconv.Itoa(-1-n), []string{"y"})
		if len(c.words) > maxRemembered+1 {
			t.Fatalf("%d are remembered, at most %d are allowed", len(c.words), maxRemembered+1)
		}
	}
	if _, ok := c.get("0"); ok {
		t.Error("the first is still remembered")
	}
}
