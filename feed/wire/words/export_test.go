package words

// Add adds the text of a language file to those of the program. It must come
// before the first look-up.
func Add(text string) {
	program := files
	files = func() []string { return append(program(), text) }
}
