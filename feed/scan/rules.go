package scan

// Rules names the rules by which this program makes the rows of a catalog.
const Rules = "0"
