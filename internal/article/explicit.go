package article

func (r *reader) explicit() {}
