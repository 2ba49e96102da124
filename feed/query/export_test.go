package query

// Unpaired reports whether text has a quote or a parenthesis without a partner.
func Unpaired(text string) bool { return unpaired(text, false) != text }
