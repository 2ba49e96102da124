package main

import (
	"os"
	"slices"

	"dateline/feed/locale"
)

// languageVariable is the environment variable that names the language of the program.
const languageVariable = "DATELINE_LANGUAGE"

// language returns the language of the program: that of DATELINE_LANGUAGE, else that of
// config.toml, else that of the environment's locale. A mistake in config.toml is for those
// who read its other settings.
func language() string {
	if name := os.Getenv(languageVariable); name != "" {
		return locale.Language(name)
	}
	if f, err := openConfig(configPath()); err == nil {
		if e := f.entry("", "language"); e != nil {
			if name, ok := e.value.(string); ok && slices.Contains(locale.Languages(), name) {
				return name
			}
		}
	}
	return locale.Chosen(os.Getenv)
}
