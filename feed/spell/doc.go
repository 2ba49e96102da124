// Package spell measures how near two words are to each other and finds what a word
// would be on another keyboard. It knows no vocabulary.
//
// A word is compared by its letters. Those of Hangul are the keys of the Korean 2-set
// keyboard: 금 has three, 꽈 has three, 닭 has four. A letter that is missing, added or
// another, and two letters that change places, are one difference each.
package spell
