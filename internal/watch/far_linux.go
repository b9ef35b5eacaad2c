package watch

import "syscall"

// farFileSystem names the kind of file system p lies on if it is one that
// gives no events, or not those of the other side; "" if it is not.
func farFileSystem(p string) string {
	var at syscall.Statfs_t
	if syscall.Statfs(p, &at) != nil {
		return ""
	}
	switch uint32(at.Type) {
	case 0x01021997:
		return "a 9p share"
	case 0x6969:
		return "an NFS share"
	case 0x517b, 0xff534d42, 0xfe534d42:
		return "an SMB share"
	case 0x65735546:
		return "a FUSE file system"
	case 0x786f4256:
		return "a VirtualBox share"
	}
	return ""
}
