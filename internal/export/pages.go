package export

import "github.com/dateline-ssg/dateline/internal/site"

// Pages are the files that the configuration asks for, none of them drawn.
func Pages(in site.Input) ([]site.Page, error) {
	return nil, nil
}
