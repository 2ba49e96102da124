package outside

import (
	"os/exec"
	"runtime"
	"strings"

	"dateline/feed/locale"
)

// Errors of Words.
var (
	errQuote    = locale.Error("a quotation mark is not closed")
	errOperator = locale.Error("it has an operator, which only a shell understands")
)

// operators are the characters that end a word in a shell, besides white space.
const operators = "|&;<>()`$\n"

// Words splits a command into words as a shell does: at white space that is not in quotation
// marks or behind a backslash. It expands nothing. A command with an operator of the shell, as
// "a | b" or "a $b", is an error: a program would get that as an argument. On Windows a
// backslash is a part of a path.
func Words(command string) (words []string, err error) {
	var word strings.Builder
	quote, open := rune(0), false // open: a word has begun
	runes := []rune(command)
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case quote != 0 && r == quote:
			quote = 0
		case r == '\\' && quote != '\'' && runtime.GOOS != "windows" && i+1 < len(runes) && (quote == 0 || strings.ContainsRune("\\\"$`", runes[i+1])):
			i++
			word.WriteRune(runes[i])
			open = true
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, open = r, true
		case strings.ContainsRune(" \t", r):
			if open {
				words = append(words, word.String())
			}
			word.Reset()
			open = false
		case strings.ContainsRune(operators, r):
			return nil, errOperator
		default:
			word.WriteRune(r)
			open = true
		}
	}
	if quote != 0 {
		return nil, errQuote
	}
	if open {
		words = append(words, word.String())
	}
	return words, nil
}

// programWords is Words for a command that a variable names. The whole text may be the name
// of a program, with spaces. A text that cannot be split is the name of a program too.
func programWords(command string) []string {
	if _, err := exec.LookPath(command); err == nil {
		return []string{command}
	}
	words, err := Words(command)
	if err != nil {
		return []string{command}
	}
	return words
}
