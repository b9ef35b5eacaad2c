package article

func (r *reader) html() { r.text() }
