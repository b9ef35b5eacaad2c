// Package dateline holds the templates and themes that the program carries.
package dateline

import "embed"

// Assets are the built-in templates/ and themes/, each file of which a site
// can override by a file of the same name.
//
//go:embed all:templates all:themes
var Assets embed.FS
