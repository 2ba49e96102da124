package decode

import "golang.org/x/text/encoding/charmap"

// The languages of groups of encodings, the most usual first.
const (
	western  = "en fr de es pt it nl sv da no fi id ca gl eu ga gd sq is fo af et"
	central  = "pl cs hu sk hr sl ro de sq en"
	balkan   = "pl hu hr sl ro de fr it sq ga en"
	baltic   = "lt lv et pl de sv da no fi en"
	nordic   = "sv da no fi is fo lt lv et en"
	turkish  = "tr az de en"
	cyrillic = "ru uk bg be sr mk"
)

// readers are the encodings, the most usual of each kind first.
var readers = []reader{
	{"utf-8", 0, noLeast, weighUTF8, repaired, false},
	cjk("euc-kr", 2, korean949),
	cjk("shift_jis", 2, shiftJIS),
	cjk("gb18030", 2, gb18030),
	cjk("big5", 2, big5),
	cjk("euc-jp", 4, eucJP),
	cjk("johab", 9, johab),
	alphabetic("windows-1252", 0, charmap.Windows1252, western),
	alphabetic("windows-1251", 3, charmap.Windows1251, cyrillic),
	alphabetic("koi8-u", 3, charmap.KOI8U, cyrillic),
	alphabetic("windows-1250", 3, charmap.Windows1250, central),
	alphabetic("windows-1253", 3, charmap.Windows1253, "el"),
	alphabetic("windows-1254", 3, charmap.Windows1254, turkish),
	alphabetic("windows-1255", 3, charmap.Windows1255, "he yi"),
	alphabetic("windows-1256", 3, charmap.Windows1256, "ar fa ur"),
	alphabetic("windows-1257", 4, charmap.Windows1257, baltic),
	alphabetic("windows-1258", 6, charmap.Windows1258, "vi"),
	alphabetic("windows-874", 3, charmap.Windows874, "th"),
	alphabetic("iso-8859-15", 5, charmap.ISO8859_15, western),
	alphabetic("iso-8859-2", 6, charmap.ISO8859_2, central),
	alphabetic("iso-8859-3", 9, charmap.ISO8859_3, "mt eo tr"),
	alphabetic("iso-8859-4", 10, charmap.ISO8859_4, baltic),
	alphabetic("iso-8859-5", 6, charmap.ISO8859_5, cyrillic),
	alphabetic("iso-8859-6", 6, charmap.ISO8859_6, "ar"),
	alphabetic("iso-8859-7", 5, charmap.ISO8859_7, "el"),
	alphabetic("iso-8859-10", 12, charmap.ISO8859_10, nordic),
	alphabetic("iso-8859-13", 8, charmap.ISO8859_13, baltic),
	alphabetic("iso-8859-14", 10, charmap.ISO8859_14, "cy ga gd fr en"),
	alphabetic("iso-8859-16", 9, charmap.ISO8859_16, balkan),
	alphabetic("cp437", 8, charmap.CodePage437, western),
	alphabetic("cp850", 7, charmap.CodePage850, western),
	alphabetic("cp852", 7, charmap.CodePage852, central),
	alphabetic("cp855", 9, charmap.CodePage855, cyrillic),
	alphabetic("cp858", 10, charmap.CodePage858, western),
	alphabetic("cp860", 12, charmap.CodePage860, "pt en"),
	alphabetic("cp862", 7, charmap.CodePage862, "he yi"),
	alphabetic("cp863", 12, charmap.CodePage863, "fr en"),
	alphabetic("cp865", 12, charmap.CodePage865, "da no en"),
	alphabetic("cp866", 5, charmap.CodePage866, cyrillic),
	alphabetic("macintosh", 7, charmap.Macintosh, western),
	alphabetic("mac-cyrillic", 7, charmap.MacintoshCyrillic, cyrillic),
}

// everyReader points to the readers.
var everyReader = func() []*reader {
	all := make([]*reader, len(readers))
	for i := range readers {
		all[i] = &readers[i]
	}
	return all
}()

// noLeast is the least of an encoding whose lowest cost is not known.
func noLeast(*sample) int { return 0 }
