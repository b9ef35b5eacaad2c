package article

func (r *reader) furnish() {}
