package main

import (
	"encoding/binary"
	"fmt"
	"strings"

	"dateline/feed/locale"
	"dateline/feed/locale/po"
	"dateline/feed/packed"
)

// language is a language with its translations. The first entry is the header.
type language struct {
	name    string
	entries []po.Entry
}

// pack returns the translations as package locale reads them.
func pack(texts []po.Entry, languages []language) (string, error) {
	known := map[uint32]string{}
	out := binary.AppendUvarint(nil, uint64(len(texts)))
	for i := range texts {
		hash := locale.Hash(texts[i].Context, texts[i].Text)
		if other, ok := known[hash]; ok {
			return "", fmt.Errorf("%q and %q have the same hash", other, texts[i].Text)
		}
		known[hash] = texts[i].Text
		out = binary.LittleEndian.AppendUint32(out, hash)
	}
	for _, l := range languages {
		var list []string
		for _, e := range l.entries[1:] {
			text := ""
			if e.Translated() {
				text = strings.Join(e.Forms, locale.FormSeparator)
			}
			list = append(list, text)
		}
		data, err := packed.Pack(strings.Join(list, locale.TextSeparator))
		if err != nil {
			return "", err
		}
		for _, field := range []string{l.name, data} {
			out = binary.AppendUvarint(out, uint64(len(field)))
			out = append(out, field...)
		}
	}
	return string(out), nil
}
