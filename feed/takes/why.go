package takes

import "slices"

// reasons lists what Compare returns; the index of each is in catalogs.
var reasons = [...]Why{"", Copy, Number, Slug, Headline, Correction, Flash, Recast, Text, UID, URL, Made}

// Code returns a number for a reason of Compare, 0 for others.
func (w Why) Code() uint8 { return uint8(max(0, slices.Index(reasons[:], w))) }

// WhyOf returns the reason with a Code, "" if there is none.
func WhyOf(code uint8) Why {
	if int(code) >= len(reasons) {
		return ""
	}
	return reasons[code]
}
