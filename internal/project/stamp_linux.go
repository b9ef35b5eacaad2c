package project

import (
	"io/fs"
	"syscall"
)

func stampOf(info fs.FileInfo) stamp {
	s := stamp{size: info.Size(), mod: info.ModTime().UnixNano()}
	if at, ok := info.Sys().(*syscall.Stat_t); ok {
		s.change, s.inode = at.Ctim.Nano(), at.Ino
	}
	return s
}
