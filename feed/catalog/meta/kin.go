package meta

import (
	"encoding/binary"

	"dateline/feed/takes"
)

// Kin is another take of the story of a row.
type Kin struct {
	ID     int64 // rows.id
	Why    takes.Why
	Weight uint8 // how sure that is: see takes.Compare
}

// PackKin packs the kin of a row as table kin stores them: of each the distance of its id
// from row, a byte for the reason, and its weight.
func PackKin(row int64, kin []Kin) []byte {
	list := make([]byte, 0, 8*len(kin))
	for _, k := range kin {
		list = binary.AppendVarint(list, k.ID-row)
		list = append(list, k.Why.Code(), k.Weight)
	}
	return list
}

// UnpackKin returns what PackKin has packed, as far as it is not damaged.
func UnpackKin(row int64, list []byte) []Kin {
	kin := make([]Kin, 0, len(list)/5+1)
	for len(list) > 0 {
		d, n := binary.Varint(list)
		if n <= 0 || len(list) < n+2 {
			return kin
		}
		kin = append(kin, Kin{ID: row + d, Why: takes.WhyOf(list[n]), Weight: list[n+1]})
		list = list[n+2:]
	}
	return kin
}
