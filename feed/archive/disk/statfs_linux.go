package disk

import "syscall"

// The file systems that have such properties; see statfs(2).
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

// Of returns the properties of the file system at path, none if it is unknown.
func Of(path string) Info {
	var st syscall.Statfs_t
	if syscall.Statfs(path, &st) != nil {
		return Info{}
	}
	return ofType(uint32(st.Type))
}

// ofType returns the properties of the file system with that number in statfs(2).
func ofType(magic uint32) Info {
	switch magic {
	case nfs, afs, ceph:
		return Info{Remote: true}
	case smb, smb2, cifs, plan9, fuse:
		return Info{Remote: true, Unstable: true}
	case msdos, exfat:
		return Info{Unstable: true}
	}
	return Info{}
}
