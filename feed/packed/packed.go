// Package packed unpacks texts that the program carries compressed, because they are long and
// few runs need them. The command write packs the files that people edit; a package that has
// such files packs them by go generate, and tests that the two are the same.
package packed

import (
	"compress/flate"
	"io"
	"strings"
)

// Text returns the text that the command write has packed. It panics if data is damaged, which
// is a part of the program.
func Text(data string) string {
	text, err := io.ReadAll(flate.NewReader(strings.NewReader(data)))
	if err != nil {
		panic(err)
	}
	return string(text)
}
