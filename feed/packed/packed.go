// Package packed unpacks texts that the program carries compressed, because they are long and
// few runs need them. The command write packs the files that people edit; a package that has
// such files packs them by go generate, and tests that the two are the same.
package packed

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"strings"
)

// Pack returns text for Text.
func Pack(text string) (string, error) {
	var packed bytes.Buffer
	to, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return "", err
	}
	_, err = io.WriteString(to, text)
	err = errors.Join(err, to.Close())
	return packed.String(), err
}

// Text returns the text that Pack was given. It panics if data is damaged, which is a part of the
// program.
func Text(data string) string {
	text, err := io.ReadAll(flate.NewReader(strings.NewReader(data)))
	if err != nil {
		panic(err)
	}
	return string(text)
}
