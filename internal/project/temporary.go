package project

import "strings"

// Temporary reports whether a file or folder name is one that an editor, a
// browser or the system makes for itself for a moment, and that is therefore
// no part of a site. It is a name without folders.
//
// A table, since every editor has its own way of saving.
func Temporary(name string) bool {
	switch name {
	case ".DS_Store", "Thumbs.db", "desktop.ini", "4913", ".git", ".hg", ".svn", ".idea", ".vscode":
		return true
	}
	for _, end := range []string{
		"~", ".swp", ".swx", ".swo", // vim, emacs, nano
		".bck", ".tmp", ".temp", // helix, and many
		"___jb_old___", "___jb_tmp___", "___jb_bak___", // JetBrains
		".crdownload", ".part", // browsers
		".orig", ".rej", // patch
	} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	for _, start := range []string{
		".goutputstream-",     // GNOME
		".sb-",                // macOS
		".#",                  // emacs locks
		".~lock.",             // LibreOffice
		"~$",                  // Word
		".syncthing.", ".nfs", // shares
	} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	if strings.Contains(name, ".sb-") && len(name) > 13 { // TextEdit: name.sb-1234abcd-XyZ123
		return true
	}
	return len(name) > 1 && name[0] == '#' && name[len(name)-1] == '#'
}
