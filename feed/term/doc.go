// Package term cuts texts into the terms that a story is found by, and what is
// typed into the terms that it asks for. Both are cut by the same rules, so
// that a word finds itself however it is written.
//
// An index holds the terms of Append, parted by spaces. They are exact words:
// a phrase is exact by nature. Inflection is answered when a word is asked for,
// from a table of the words that share a stem (Stems).
//
// # What matches what
//
// A term is a run of letters, marks and digits. Case, width, accents and points
// do not tell two terms apart:
//
//	Müller = Muller   Straße = STRASSE   œuvre = oeuvre   Łódź = lodz   ё = е   İ = I = ı
//	й is not и, and ї is not і           ＡＢＣ = abc       ﬁ = fi        ｶﾞ = ガ  한 = 한
//	كِتَاب = كتاب   أ إ آ = ا   ى ی = ي   ة = ه   ک = ك   ؤ = و   ئ = ي   ١٢٣ = 123
//
// Vowel signs of India and what lies east of it are letters and count. Soft
// hyphens, zero-width characters and controls of direction are nothing. All
// else parts terms. A term is cut after 40 bytes.
//
// Scripts that do not part their words are cut into pairs of characters: Han,
// kana, Hangul, Thai, Lao, Khmer, Burmese, Tibetan, where a character is a base
// and the marks on it. 기준금리 is 기준 준금 금리 리: the last character stands
// alone, so that every character begins a term. What is typed is the phrase of
// its pairs, and is found inside of words; one character is the beginning of a
// pair. Latin letters and digits are no part of a run: 2분기 is 2 분기 기.
//
// Numbers lose the separators of their groups and keep a decimal point:
//
//	1,000 = 1.000 = 1 000 (no-break or thin space) = 1'000 = 1000     1,00,000 = 100000
//	4.25 = 4,25     0.500 is a decimal, for no group begins with 0    1.234,5 = 1234.5
//
// What is neither, is its parts: 25.11.2026 is 25 11 2026, and 10:30 is 10 30.
// So are letters next to digits: 4.2bn is 4.2 bn, F-16 and F16 are f 16, and 2nd
// is 2 nd. Signs of money and per cent are left out. Signs that are a fraction,
// such as ½, and units in a square of their own of letters and digits, such as
// ㎡, are not found.
//
// Single letters with full stops are one term: U.S. is u.s. A word of two to
// four letters asks for its spelling with stops too, and the other way round:
// US finds U.S., and pm finds p.m.; a list of initials parted by spaces is not
// one.
//
// A word with hyphens is its parts, and an alias without the hyphens, up to 24
// bytes, which Append puts at the end of the text. So e-mail finds email, and
// email finds e-mail; the phrase "e mail" finds e-mail only. Parts with digits
// have no alias: covid-19 and covid19 are the same terms.
//
// An apostrophe is left out: don't is dont, O'Neill is oneill. A possessive 's
// goes with it. Words of French and Italian that lose their vowel before
// another are terms of their own: l'eau is l eau, and eau finds it.
//
// # Inflection
//
// Stems knows Arabic, Danish, Dutch, English, Finnish, French, German,
// Hungarian, Irish, Italian, Norwegian, Portuguese, Romanian, Russian, Spanish,
// Swedish, Tamil and Turkish, and the irregular words of English that are common
// in news: say finds said. A stem is that of a word in its language: the same
// letters in two languages have nothing in common. Of Arabic, prefixes and
// suffixes are taken off; broken plurals are not found from their singular.
package term
