package archive

import "syscall"

// The file systems that are not as others; see statfs(2).
const (
	nfs   = 0x6969
	afs   = 0x5346414f
	ceph  = 0x00c36400
	smb   = 0x517b
	smb2  = 0xfe534d42
	cifs  = 0xff534d42
	plan9 = 0x01021997
	fuse  = 0x65735546
	msdos = 0x4d44
	exfat = 0x2011bab0
)

// diskOf asks what the file system at path is.
func diskOf(path string) disk {
	var st syscall.Statfs_t
	if syscall.Statfs(path, &st) != nil {
		return disk{}
	}
	switch uint32(st.Type) {
	case nfs, afs, ceph:
		return disk{silent: true}
	case smb, smb2, cifs, plan9, fuse:
		return disk{silent: true, fleeting: true}
	case msdos, exfat:
		return disk{fleeting: true}
	}
	return disk{}
}
