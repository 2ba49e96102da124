// Package diff compares two stories, such as two takes of one: it says what happened to each
// paragraph, which words and figures changed, and whether the editors' note names the
// paragraphs that changed.
//
// # Paragraphs
//
// A block of the new story is the same as its counterpart in the old one, or edited; it may
// have moved; blocks without a counterpart are new or gone. Captions are compared with
// captions only. Counterparts are found by the likeness of their words, which is twice the
// words in common, divided by the words of both; words are the terms of package term:
//
//  1. Of all pairs with a likeness of at least .5, those in order that weigh most together.
//  2. Of the blocks that are left, the most alike, from .6 on: they have moved.
//  3. Paragraphs that are left, next to the counterpart of a paragraph that has at least .8
//     of their words: the one was split, or several were joined.
//
// Less alike paragraphs are gone and new: a reader could not follow the changed words.
//
// # Words
//
// Words are compared by a shortest edit script, never inside a word or a figure:
// 4.25, $4.2bn, 11:50, 10%, 2nd, p.m., U.S. and town's are one token each, punctuation is
// another, and the parts of a word with hyphens are several. Fewer than three words between
// two changes belong to the change. White space, quotes, dashes and line breaks do not
// count. Words of Korean have spaces; in scripts without them the tokens are words in
// Katakana, other characters of Japanese and Chinese, and letters of Thai, Lao, Khmer and
// Burmese with their vowels; two or three of these weigh as much as a word.
//
// # Figures
//
// A figure that changed is paired with the one that it was by what is written with it, the
// words next to it, and its place: killed four people, killed seven people. The numbers from
// one to twelve in words are figures. Figures of different units, and years and other
// figures, are not paired, nor are those of paragraphs that are gone or new.
//
// # Bounds
//
// Comparing takes linear time but for the work that is bounded here. Two stories of 100,000
// paragraphs, or with a paragraph of 1 MB, take about a second.
//
//   - Words that are in very many paragraphs do not count for likeness; paragraphs that are the
//     same are paired in order (maxShared).
//   - If two texts differ in more than 2,000 tokens, or the work on all of them is too much,
//     only their ends are compared, and all between is one change (maxEdits, maxWork).
//   - In texts with too many figures, no figures are paired (maxFigurePairs).
//   - The parts of a paragraph without a counterpart are looked for among the 32 blocks at
//     its place (maxAway).
//
// Compare(b, a) mirrors Compare(a, b): what is new there is gone here.
package diff
