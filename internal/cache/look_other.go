//go:build !unix

package cache

// look lends use the bytes of a file.
func look(path string, use func(file []byte)) error { return lookCopied(path, use) }
