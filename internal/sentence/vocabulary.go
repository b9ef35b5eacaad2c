package sentence

import (
	"sync"
	"sync/atomic"
)

// Entry is the number of a word in the vocabulary, which has all words that
// some word list of the process has, in any case and with any apostrophe. A
// word is looked up once, where the text is cut, so that no list folds or
// hashes it again, and what lists know of it lies in flat tables by its entry.
//
// Zero is a word that was not looked up; a negative entry, -n, one that was not
// among the first n words of the vocabulary.
type Entry int32

// vocabulary is a table of words that only grows. Its readers ask for no lock:
// a word is written before the slot that leads to it, and a table that is full
// is replaced by a larger one.
type vocabulary struct {
	slots []slot       // open addressing, at most three quarters full
	words []string     // folded, by entry
	known atomic.Int32 // how many
}

// slot is a word of a vocabulary. A short one stands in it as it is, so that
// nothing else is to be looked at.
type slot struct {
	text uint64        // of its key
	word atomic.Uint64 // the size of its key, and its entry; 0 for no word
}

var (
	learning sync.Mutex // held by the one that writes
	learnt   atomic.Pointer[vocabulary]
)

// The most frequent words come first, so that what lists know of them stands
// close together.
func init() {
	learnt.Store(newVocabulary(1 << 15))
	detectable()
}

// newVocabulary has so many slots, a power of two.
func newVocabulary(slots int) *vocabulary {
	return &vocabulary{slots: make([]slot, slots), words: make([]string, slots/4*3)}
}

// Learn is the entry of a word, folded as Fold does, which it adds to the
// vocabulary where it is new.
func Learn(word string) Entry {
	learning.Lock()
	defer learning.Unlock()
	v := learnt.Load()
	if e := v.entry(word); e > 0 {
		return e
	}
	if int(v.known.Load()) == len(v.words)-1 {
		larger := newVocabulary(2 * len(v.slots))
		for _, w := range v.words[1:] {
			larger.add(w)
		}
		v = larger
		learnt.Store(v)
	}
	return v.add(word)
}

// add gives a word the next entry.
func (v *vocabulary) add(word string) Entry {
	n, key := v.known.Load()+1, keyOf(word)
	v.words[n] = word
	i := v.place(key)
	for v.slots[i].word.Load() != 0 {
		i = v.after(i)
	}
	v.slots[i].text = key.text
	v.slots[i].word.Store(uint64(key.size)<<32 | uint64(n))
	v.known.Store(n)
	return Entry(n)
}

// place is the first slot for a key, after the next one to look at.
func (v *vocabulary) place(k key) uint32 {
	return uint32(mix(k.text)>>32) & uint32(len(v.slots)-1)
}
func (v *vocabulary) after(i uint32) uint32 { return (i + 1) & uint32(len(v.slots)-1) }

// entry is the entry of a word, written anyhow.
func (v *vocabulary) entry(word string) Entry {
	return v.entryOf(keyOf(word), word)
}

// entryOf is the same for a word whose key is known.
func (v *vocabulary) entryOf(key key, word string) Entry {
	known := v.known.Load() // what is learnt from here on counts as unknown
	for i := v.place(key); ; i = v.after(i) {
		s := &v.slots[i]
		w := s.word.Load()
		if w == 0 {
			return Entry(-known)
		}
		if uint32(w>>32) == key.size && s.text == key.text && (key.size <= short || v.is(uint32(w), word)) {
			return Entry(uint32(w))
		}
	}
}

// is reports whether the word of an entry is the one given, written anyhow.
func (v *vocabulary) is(entry uint32, word string) bool {
	known := v.words[entry]
	return known == word || Folds(word, known)
}

// Among is the entry of a word, if the vocabulary has had it since its last
// word was the one given; else it may be any other entry.
func (w *Word) Among(last Entry) Entry {
	if uint32(-w.entry) < uint32(last) { // neither known nor looked up since
		return lookUp(w.Text)
	}
	return w.entry
}

// lookUp is apart, so that Among costs no call.
//
//go:noinline
func lookUp(word string) Entry { return learnt.Load().entry(word) }

// Reworded is w with another text.
func (w Word) Reworded(text string) Word {
	w.Text, w.entry = text, lookUp(text)
	return w
}
