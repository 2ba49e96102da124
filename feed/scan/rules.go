package scan

// Rules names the rules by which this program makes the rows of a catalog: a
// digest of everything that goes into a catalog of the stories in
// testdata/corpus.txtar. When a change of the program changes that, a test
// fails and prints the new name. Files whose rows have another name are read
// again.
const Rules = "1b2320d4eb35"
