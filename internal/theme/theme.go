// Package theme decides which template, string and asset wins.
//
// What comes in are layers of files, highest first; what goes out answers by
// name: the file of the highest layer that has it, and which layer that was.
package theme

// Layer is one place where theme files come from: the user's templates/, the
// user's themes/NAME/, the built-in themes/NAME/, the built-in templates/.
// Files are keyed by slash-separated path inside the layer.
type Layer struct {
	Name  string // shown in errors: "templates", "themes/broadsheet", "built-in templates"
	Files map[string][]byte
}
