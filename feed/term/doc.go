// Package term defines what a word is, for search, snippets and links. It cuts texts
// into terms, by which a story is found, and cuts queries by the same rules, so that a
// word is found in any spelling.
//
// An index holds the terms of Append, separated by spaces, which a Lexicon numbers. They are
// not stemmed, so that phrases are exact. A search for a word also searches for its inflections
// (Inflections). Titles are compared word by word: Fold and Uninflect are for that.
//
// # Matching
//
// A term is a run of letters, marks and digits. Terms that differ only in case,
// width, accents or points are the same:
//
//	Müller = Muller   Straße = STRASSE   œuvre = oeuvre   Łódź = lodz   ё = е   İ = I = ı
//	й is not и, and ї is not і           ＡＢＣ = abc       ﬁ = fi        ｶﾞ = ガ  한 = 한
//	كِتَاب = كتاب   أ إ آ = ا   ى ی = ي   ة = ه   ک = ك   ؤ = و   ئ = ي   ١٢٣ = 123
//
// Nasals of Devanagari before a consonant are the anusvara, and its nukta is left out:
// हिन्दी = हिंदी, फ़िल्म = फिल्म. The vowel am of Thai and Lao is the same in one sign and in two.
// Vowel signs of the scripts of South and Southeast Asia are letters and count.
// Soft hyphens, zero-width characters and controls of direction are left out. All
// other characters separate terms. A term is cut after 40 bytes.
//
// Scripts without spaces between words are cut into pairs of characters: Han, kana,
// Hangul, Thai, Lao, Khmer, Burmese, Tibetan. A character is a base and its marks.
// 기준금리 is 기준 준금 금리 리: the last character is a term, so that every
// character begins one. A query is the phrase of its pairs and matches inside words;
// a single character matches the beginning of a pair. Latin letters and digits are
// not part of a run: 2분기 is 2 분기 기.
//
// 京都 is not found in 東京都, although its characters are: the pair is marked there.
//
// Numbers have no separators between groups, and keep a decimal point:
//
//	1,000 = 1.000 = 1 000 (no-break or thin space) = 1'000 = 1000     1,00,000 = 100000
//	4.25 = 4,25     0.500 is a decimal, as no group begins with 0    1.234,5 = 1234.5
//
// Other figures are cut: 25.11.2026 is 25 11 2026, and 10:30 is 10 30. Letters and
// digits are cut apart: 4.2bn is 4.2 bn, F-16 and F16 are f 16, and 2nd is 2 nd.
// Currency and percent signs are left out. Fractions such as ½, and units of letters
// and digits in one character such as ㎡, are not found.
//
// Single letters with full stops are one term: U.S. is u.s. A word of two to four
// letters also searches for its spelling with stops, and vice versa: US
// finds U.S., and pm finds p.m. Initials with spaces between them are not one term.
//
// A word with hyphens is several terms. Append also puts an alias at the end of the
// text, which is the word without hyphens, up to 24 bytes. So e-mail finds email,
// and email finds e-mail; the phrase "e mail" finds only e-mail. Words with digits
// have no alias: covid-19 and covid19 are the same terms.
//
// A half space (U+200C) between Arabic letters is like a hyphen: نخست‌وزیر is two terms,
// with an alias of up to 40 bytes. A quote between Hebrew letters is left out: צה"ל is צהל.
//
// An apostrophe is left out, and a possessive 's with it: don't is dont, O'Neill is
// oneill. Words of French and Italian that lose their vowel before another word are
// terms: l'eau is l eau, and eau finds it. A name and an ending of Turkish have the name as
// an alias: İstanbul'da is found by Istanbul, in a text of any language.
//
// # Quotes
//
// Words in quotes are not inflected and not written in other ways. A quoted word in Latin
// letters with accents must also be in the story with just these accents, in any case:
// Append puts the spelling of each word with accents at the end of the text, =nội for Nội.
// So "Hà Nội" does not find Hạ Nôi. The letters that fold to others count as accents:
// "Straße" does not find Strasse, nor "œuvre" oeuvre. A quoted word without accents finds
// any: "Ha Noi" finds Hà Nội. The story must have the words of the phrase side by side, and
// each spelling in the same part of it, its headline or anywhere; so a story with both Hà
// Nội and Hạ Nôi is found, and both are highlighted. In other scripts, and for the letters i
// of Turkish, quotes fold as all searches do. A paragraph has room for 8 kB of spellings;
// one with more is found by any.
//
// # Inflection
//
// A search for a word also searches for its inflections: its other numbers, tenses,
// persons, cases, genders, degrees and owners, but not for the words that are derived from
// it. So import finds imports and imported, but not importer, importance or important.
// Inflections computes them from the word alone; those that an index does not have do not
// matter.
//
// English has rules and a table of irregular words (endings/en.txt). All other languages
// have tables of endings that one root takes (endings/*.txt): Arabic, Bulgarian, Czech,
// Danish, Dutch, Finnish, French, German, Greek, Hebrew, Hindi, Hungarian, Indonesian,
// Irish, Italian, Norwegian, Persian, Polish, Portuguese, Romanian, Russian, Spanish,
// Swedish, Tamil, Turkish and Ukrainian. A root has at least three letters. A word is
// inflected in the languages of its archive, whatever the language of a story is, and in
// the usual language of its script if there is none of them. Arabic and Hebrew words lose
// and take the article and the words of one letter that are written with them; an Arabic
// singular finds its broken plural only if the table has it. A root whose letters
// change finds only the changes in the tables.
//
// # Spelling
//
// An index has words as they are written; a search for a word without quotes also searches
// for other ways to write it, and for the word without an ending. Query has those of
// scripts without spaces between words:
//
//	银行 = 銀行                 simplified and traditional characters, Japanese ones included
//	기준금리 finds 기준 금리     a Korean word of up to 12 syllables as two words
//	금리가 finds 금리를          without its particle, if two syllables stay
//	동결한다 finds 동결했다      without the forms of 하다 and 되다
//	引き上げる finds 引き上げた  without the ending of a Japanese verb
//	サーバー = サーバ   ヴァ = バ
//
// A search by these may find a word that only begins or ends alike. Inflections has the
// pairs of letters that stand for one: a search for Müller, Århus or København also
// searches for Mueller, Aarhus and Koebenhavn. The reverse holds in German, Danish, Norwegian
// and Swedish, where Haeuser also searches for Hauser, the term of Häuser. Titles are
// compared with Simplified.
//
// Uninflect is for English only and joins fewer words; see its comment.
package term
