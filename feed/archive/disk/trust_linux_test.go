package disk

import "testing"

func TestOnlyLocalFileSystemsAreTrusted(t *testing.T) {
	for _, magic := range []uint32{nfs, afs, ceph, smb, smb2, cifs, plan9, fuse, msdos, exfat, 0} {
		if local[magic] {
			t.Errorf("%#x is trusted", magic)
		}
	}
	for _, magic := range []uint32{0xef53, 0x58465342, 0x9123683e, 0x01021994} {
		if !local[magic] {
			t.Errorf("%#x is not trusted", magic)
		}
	}
	if !Trusted(t.TempDir()) || Trusted("/proc") || Trusted("/missing") {
		t.Error("a folder for tests is not trusted, or /proc is, or a missing folder")
	}
}
