package envelope_test

import (
	"strings"
	"testing"

	"dateline/feed/envelope"
)

// Most files have no envelope: Read must cost little beside the parser, which needs about
// 50 microseconds for such a text.
func BenchmarkRead(b *testing.B) {
	paragraph := "The harbor ferry sailed again on Thursday after a storm had kept it in dock for two days.\n"
	ordinary := "Harbor ferry sails again\nPORT ELLERY, Oct. 3 (Meridian) -- " + strings.Repeat(paragraph, 30) + "(END)\n"
	b.Run("ordinary-3kB", func(b *testing.B) {
		for b.Loop() {
			envelope.Read(ordinary)
		}
	})
	sent := wrapped + strings.Repeat("\t   "+paragraph, 30)
	b.Run("sent-3kB", func(b *testing.B) {
		for b.Loop() {
			envelope.Read(sent)
		}
	})
	hostile := strings.Repeat("\x16\x01a0412\x1f-----\n\x08a\x1fb\x1ec;d;e\n", 1<<17)
	b.Run("hostile-3MB", func(b *testing.B) {
		for b.Loop() {
			envelope.Read(hostile)
		}
	})
}
