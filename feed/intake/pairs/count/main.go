// Command count counts the letters that follow each other in the texts of a folder,
// one file a language (fr.txt, …), and prints the table of package pairs:
//
//	go run ./feed/intake/pairs/count FOLDER >feed/intake/pairs/pairs.txt
//	go generate ./feed/intake/pairs
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"dateline/feed/intake/pairs"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: count FOLDER")
		os.Exit(2)
	}
	if err := count(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "count:", err)
		os.Exit(1)
	}
}

// count prints the table of the texts in folder.
func count(folder string) (err error) {
	out := bufio.NewWriter(os.Stdout)
	defer func() { err = errors.Join(err, out.Flush()) }()
	if _, err := out.WriteString("# The cost of each letter after each other; see package pairs.\n"); err != nil {
		return err
	}
	for _, a := range pairs.Alphabets {
		text, err := os.ReadFile(filepath.Join(folder, a.Name+".txt"))
		if err != nil {
			return err
		}
		if err := pairs.New(a.Name, a.Letters).Count(out, spelt(a.Name, string(text))); err != nil {
			return err
		}
	}
	return nil
}

// spelt returns text as the encodings of its language spell it: windows-1258 writes
// most Vietnamese tones as marks after the letter.
func spelt(language, text string) string {
	text = norm.NFC.String(text)
	if language != "vi" {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if _, ok := charmap.Windows1258.EncodeRune(r); ok {
			b.WriteRune(r)
			continue
		}
		b.WriteString(apart(r))
	}
	return b.String()
}

// apart returns a letter with a tone as the letter and the mark of the tone.
func apart(r rune) string {
	parts := []rune(norm.NFD.String(string(r)))
	for i, mark := range parts[1:] {
		switch mark {
		case 0x300, 0x301, 0x303, 0x309, 0x323:
			rest := append(append([]rune{}, parts[:i+1]...), parts[i+2:]...)
			return norm.NFC.String(string(rest)) + string(mark)
		}
	}
	return string(r)
}
