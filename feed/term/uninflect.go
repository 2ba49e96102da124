package term

import "strings"

// Uninflect returns an English word without its endings of number and tense, so
// that launches, launched and launching are the same. The word must be folded.
// The result is not always a word; words that are not ASCII, and short ones, are
// returned as they are.
//
// It drops endings by rules alone, which makes some other words the same too. A search has
// Inflections.
func Uninflect(word string) string {
	if word != "" && mayBeIrregular()[shapeOf(word)] {
		if base, ok := irregular()[word]; ok {
			word = base
		}
	}
	if len(word) < 4 || !isASCII(word) {
		return word
	}
	switch word[len(word)-1] {
	case 's':
		return singular(word)
	case 'd':
		return present(word)
	case 'g':
		if strings.HasSuffix(word, "ing") && len(word) > 6 {
			return withoutE(undoubled(word[:len(word)-3]))
		}
	}
	return withoutE(word)
}

// singular drops the ending of a plural or of a third person.
func singular(word string) string {
	switch {
	case strings.HasSuffix(word, "ies"):
		return withY(word)
	case endsIn(word, "sses", "shes", "ches", "xes", "zes"):
		return withoutE(word[:len(word)-2])
	case endsIn(word, "ss", "us", "is"), word == "news":
		return word
	}
	return withoutE(word[:len(word)-1])
}

// present drops the ending of a past tense.
func present(word string) string {
	switch {
	case strings.HasSuffix(word, "ied"):
		return withY(word)
	case strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed") && len(word) > 5:
		return withoutE(undoubled(word[:len(word)-2]))
	}
	return word
}

// withY replaces the ending ies or ied with y: carries and carried are carry, but dies
// and died are die.
func withY(word string) string {
	if len(word) == 4 {
		return word[:3]
	}
	return word[:len(word)-3] + "y"
}

func isASCII(word string) bool {
	for i := range len(word) {
		if ascii[word[i]] == beyond {
			return false
		}
	}
	return true
}

func endsIn(word string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// withoutE drops a last e, so that close, closes and closed are one.
func withoutE(word string) string {
	if len(word) > 3 {
		return strings.TrimSuffix(word, "e")
	}
	return word
}

// undoubled writes a doubled last consonant once: stopp is stop.
func undoubled(word string) string {
	n := len(word)
	if n > 3 && word[n-1] == word[n-2] && !strings.ContainsRune("aeiousl", rune(word[n-1])) {
		return word[:n-1]
	}
	return word
}
