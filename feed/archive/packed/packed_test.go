package packed

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// text is what the samples have in them.
const text = "OSTMERE, Oct. 3 (Meridian) -- The pier opens.\n"

// samples are text, compressed by the usual programs.
var samples = map[Kind]string{
	Gzip: string(gzipped(text)),
	XZ: decoded("/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAtT1NUTUVSRSwgT2N0LiAzIChNZXJpZGlhbikgLS0gVGhlIHBpZXIgb3BlbnMuCgAAAOEGmI8piGDC" +
		"AAFGLmdQc1oftvN9AQAAAAAEWVo="),
	Zstd:  decoded("KLUv/SQucQEAT1NUTUVSRSwgT2N0LiAzIChNZXJpZGlhbikgLS0gVGhlIHBpZXIgb3BlbnMuCorWNpc="),
	Bzip2: decoded("QlpoOTFBWSZTWfOAl6gAAApfgAAQQGcIAAICnAAuYdwAIAAjGynoj1MNT1MaaFAAAGTIjIgjJl7x6Q6cEsqIXnyiwwZwM9KTfm8A4u+xdyRThQkPOAl6gA=="),
}

func decoded(s string) string {
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func gzipped(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// zstded returns text as zstd compresses it.
func zstded(text string) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return w.EncodeAll([]byte(text), nil)
}

// content returns the content of a compressed file.
func content(ctx context.Context, data string, limit int) (string, error) {
	out, err := New(strings.NewReader(data), int64(len(data)), KindOf([]byte(data))).Content(ctx, limit)
	return string(out), err
}

func TestACompressedFileIsReadAsTheFileInIt(t *testing.T) {
	for kind, data := range samples {
		if got := KindOf([]byte(data)); got != kind {
			t.Errorf("kind %d is taken for %d", kind, got)
		}
		if got, err := content(t.Context(), data, 1000); got != text || err != nil {
			t.Errorf("kind %d: %q, %v", kind, got, err)
		}
		if got, err := content(t.Context(), data+data, 1000); got != text+text || err != nil {
			t.Errorf("two of kind %d: %q, %v", kind, got, err)
		}
		if got, err := content(t.Context(), data, 9); got != text[:10] || err != nil {
			t.Errorf("kind %d, 9 bytes at most: %q, %v", kind, got, err)
		}
	}
}

func TestTextIsNotPacked(t *testing.T) {
	for _, head := range []string{"", "B", "BZh", "BZh9 is a name.", "\x1f\x8b", "\xfd7zXZ", "\x28\xb5\x2f", "The pier opens."} {
		if got := KindOf([]byte(head)); got != Plain {
			t.Errorf("%q is taken for kind %d", head, got)
		}
	}
}

func TestAFileThatIsCutOffGivesItsBeginning(t *testing.T) {
	for kind, data := range samples {
		for n := range len(data) {
			if KindOf([]byte(data[:n])) == Plain {
				continue
			}
			got, err := content(t.Context(), data[:n], 1000)
			if _, ok := errors.AsType[*DamageError](err); !ok || !strings.HasPrefix(text, got) {
				t.Errorf("%d bytes of kind %d: %q, %v", n, kind, got, err)
			}
		}
	}
	long := strings.Repeat(text, 10000)
	for _, packed := range [][]byte{gzipped(long), zstded(long)} {
		data := string(packed)
		got, err := content(t.Context(), data[:len(data)-len(data)/3], len(long))
		if !strings.HasPrefix(long, got) || got == "" || err == nil || err.Error() != "it ends too early" {
			t.Errorf("%d bytes, %v", len(got), err)
		}
	}
}

func TestADamagedFileIsNeverTakenForAWholeOne(t *testing.T) {
	for kind, data := range samples {
		if got, err := content(t.Context(), data[:len(data)-8]+"damaged!", 1000); err == nil {
			t.Errorf("kind %d: %q", kind, got)
		}
	}
}

func TestABombIsCutOffAtTheLimit(t *testing.T) {
	const limit = 1 << 20
	zeros := strings.Repeat("\x00", 64<<20)
	for _, data := range [][]byte{gzipped(zeros), zstded(zeros)} {
		if got, err := content(t.Context(), string(data), limit); len(got) != limit+1 || err != nil {
			t.Errorf("%d bytes, %v", len(got), err)
		}
	}
}

func TestAFileThatNeedsMuchMemoryIsNotUnpacked(t *testing.T) {
	const window = 17 << 3 // 128 MiB
	got, err := content(t.Context(), "\x28\xb5\x2f\xfd\x00"+string([]byte{window})+strings.Repeat("\x00", 100), 1000)
	if d, ok := errors.AsType[*DamageError](err); got != "" || !ok || !d.Large {
		t.Errorf("%q, %v", got, err)
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for kind, data := range samples {
		if got, err := content(ctx, data, 1000); !errors.Is(err, context.Canceled) {
			t.Errorf("kind %d: %q, %v", kind, got, err)
		}
	}
}

func FuzzContent(f *testing.F) {
	for _, data := range samples {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 1 << 16
		out, err := content(t.Context(), string(data), limit)
		if _, ok := errors.AsType[*DamageError](err); err != nil && !ok {
			t.Errorf("the error is not a *DamageError: %v", err)
		}
		if len(out) > limit+1 {
			t.Errorf("%d bytes, %d at most", len(out), limit+1)
		}
	})
}
