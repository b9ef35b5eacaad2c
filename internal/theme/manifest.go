package theme

import (
	"maps"

	"github.com/pelletier/go-toml/v2"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Manifest is what theme.toml says.
type Manifest struct {
	Name        string            `toml:"name"`
	Description string            `toml:"description"`
	Colours     map[string]string `toml:"colours"` // light and dark ground, for the browser's own frame
	Params      map[string]any    `toml:"params"`  // defaults; the site's own [params] win
}

// Manifest reads theme.toml of the highest layer that has one. Its error is
// a *source.Failure.
func (s *Set) Manifest() (Manifest, error) {
	var m Manifest
	f, ok := s.Find("theme.toml")
	if !ok {
		return m, nil
	}
	if err := toml.Unmarshal(f.Bytes, &m); err != nil {
		d := tomlProblem(f, err)
		return Manifest{}, &source.Failure{Diagnostics: []source.Diagnostic{d}}
	}
	return m, nil
}

// With are the theme's parameters, overridden by a site's.
func (m Manifest) With(site map[string]any) map[string]any {
	out := maps.Clone(m.Params)
	if out == nil {
		out = map[string]any{}
	}
	maps.Copy(out, site)
	return out
}
