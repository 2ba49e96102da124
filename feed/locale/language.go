package locale

import "strings"

// Use sets the language of the program, by a name such as "de". A language without
// translations is English. It is called once, before the first sentence is shown.
func Use(language string) { current.Store(unpack(language)) }

// Chosen returns the language that the environment asks for. LC_ALL comes before
// LC_MESSAGES, and that before LANG, as POSIX says; the first that is set decides.
func Chosen(getenv func(name string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return Language(value)
		}
	}
	return English
}

// Language returns the language of the name of a locale: "ko" for "ko_KR.UTF-8", English for
// a language without translations, such as that of the locale C.
func Language(name string) string {
	if i := strings.IndexAny(name, "_-.@"); i >= 0 {
		name = name[:i]
	}
	name = strings.ToLower(name)
	for language := range translations() {
		if language == name {
			return language
		}
	}
	return English
}
