package article

func (r *reader) markdown() { r.text() }
