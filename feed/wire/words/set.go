package words

import (
	"strings"
)

// Particles are the small words inside the names of places.
var Particles = Set("de la las los le les el del della dei di da do dos das du des of the am an der den dem im in sur aan upon on y e et und and near off und bei ob zu " +
	"pod nad na по на sous lès auf aux au under over op ter ten van von und")

// Set is the set of the words of list, which spaces part.
func Set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
