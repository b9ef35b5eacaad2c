package event

// findAll tells the events of documents, and into the trace, which may be nil, what it
// refuses. One stage goes through all of them before the next begins, and one step of
// it through all blocks: its code and its tables, of which each document needs half a
// megabyte in all, stay near the processor meanwhile, which would fetch them anew for
// each.
func findAll(docs []Document, trace *Trace) [][]Mention {
	all := make([]finder, len(docs))
	read := make([]*finder, 0, len(docs)) // those of which the prose is read
	for i := range docs {
		all[i] = newFinder(&docs[i], trace)
		if all[i].room != nil {
			read = append(read, &all[i])
		}
	}
	for _, stage := range stages {
		for _, f := range read {
			stage(f)
		}
	}
	out := make([][]Mention, len(docs))
	for i := range all {
		out[i] = all[i].finish()
	}
	return out
}

// stages read the prose: first what each sentence says of itself, then, with the
// occasions of the whole document known, the dates that stand elsewhere.
var stages = []func(*finder){
	(*finder).prepare,
	(*finder).begin,
	inEach(func(_ *finder, b *block, _ []*act) []*act { return b.acts() }),
	inEach(func(_ *finder, b *block, acts []*act) []*act {
		for _, a := range acts {
			a.hear()
			a.assess()
		}
		return b.gapped(acts)
	}),
	inEach(func(f *finder, b *block, acts []*act) []*act {
		b.ownDates(acts)
		for _, a := range acts {
			if d, ok := f.story.just(a); ok {
				a.date = d
			}
		}
		return acts
	}),
	inEach(func(_ *finder, b *block, acts []*act) []*act {
		b.sentenceDates(acts)
		b.afterTalks(acts)
		b.inWhich(acts)
		b.connectives(acts)
		return acts
	}),
	inEach(func(f *finder, b *block, acts []*act) []*act {
		for _, a := range acts {
			a.back(a.b.dct)
			a.forward(f.story.dct)
		}
		return b.pendings(acts)
	}),
	inEach(func(f *finder, b *block, acts []*act) []*act {
		f.threats(b, acts)
		return acts
	}),
	inEach(func(f *finder, b *block, acts []*act) []*act {
		f.story.occasions(acts)
		f.story.occasionNouns(b)
		return acts
	}),
	(*finder).news,
	(*finder).tell,
	(*finder).write,
}

// inEach is the stage that takes a step in each block of prose, by which its acts are
// found or learn more.
func inEach(step func(*finder, *block, []*act) []*act) func(*finder) {
	return func(f *finder) {
		for i, b := range f.blocks {
			if b.prose() {
				f.acts[i] = step(f, b, f.acts[i])
			}
		}
	}
}
