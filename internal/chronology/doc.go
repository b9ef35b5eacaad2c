// Package chronology makes events of mentions.
//
// What comes in are the mentions of all documents, in any order, with the
// editor's decisions and the identities of the last build; what goes out are
// events in order of date, each told once, with every source. Promised are
// three things: the same mentions in any order give the same events, byte for
// byte; an event is dated no finer than one of its mentions dates it, and
// every date that was told stays visible; an event keeps its id for as long
// as its sentences, or its day, type and actors, can be found again.
//
// # Same or not
//
// [Merge] works month by month. It compares tellings only where they share an
// actor, and besides a word, a place, an object or a type of which there is
// one at a time: days with days at most one apart, and a week, month or year
// with what lies in it; of what is told very often, only with those that share
// most. So a mention costs the same in a collection of any size. It forbids
// first (other actors, other places, an act and its opposite, threat and
// measure, report and thing reported, other figures, two days that one
// document keeps apart), then scores, then joins by average link, from fine
// dates to coarse. What the edge of a month cuts is put together after that;
// what covers several months bids for a finer event in each of them. A coarse
// mention joins a finer event only where it fits one clearly best: "a call in
// August" stays by itself where August has three. What has no date joins an
// event of the same actors with a rare word in common, or an occasion that
// another document dates; what took place at such an occasion, where all that it
// may be have one date, is of that date; else it is dropped.
//
// Types, and what keeps two events of a type apart, are in kinds.txt; words
// that merging must know are in a folder a language; hosts at which a party
// itself speaks are in primary.txt.
//
// A [Keeper] holds what was made of each span of time, so that a changed
// document costs its own mentions and the spans they touch. A [Collector] merges
// once, and keeps no sentences, and with a [Scratch] to spill to no more tellings
// than are at work; [Merge] keeps them.
//
// # Identity
//
// [Lock] is events.lock: which event has which id. Without it an id comes from
// the content: date and headline. [Lock.Renew] is the lock after a build.
// Event.Formerly are the addresses that lead to an event now.
//
// # The editor's hand
//
// [ParseEdits] reads edits.toml: tables named by an event's id, or entries that
// name their event by a key.
//
//	[2025-02-12-trump-putin-call]
//	hide = true                 # not shown at all; false: shown after all
//	pin = true                  # before all others in rank
//	date = 2025-02-12           # day, month, week, year or range, quoted or not
//	headline = "…"
//	type = "call"
//	status = "happened"         # or planned threatened reported denied cancelled
//	importance = 3              # 1 to 3
//	note = "…"                  # shown with the event
//	merge = ["ID", "ID"]        # these are the same event; their addresses lead here
//	split = ["words", "words"]  # sentences with these words tell another event
//
//	[[2025-02-12-trump-putin-call.correction]]
//	date = 2025-03-01
//	text = "The day was given wrongly as the 13th."
//
//	[[edit]]
//	event = "2025-02-12-trump-putin-call"
//	headline = "…"
//
//	[[edit]]
//	sentence = "spoke by telephone for"  # words of a sentence that tells it
//	hide = true
//
// What stands later in the file outranks what stands earlier. Sentences, of an
// event or to be split off, are named by their words and not by number, for
// numbers change when an article does; blanks and capitals do not matter. All
// sentences with the words of a split make one event. An id that has gone into
// another is followed. An edit that finds nothing, or more than one event, is
// a warning at its place in the file, and the rest is done.
//
// # Streams
//
// [ReadMentions] and [WriteEvents] are the lines of the command merge. What
// one month must know of the others is little: how often a word is used, and
// which documents are near-duplicates. These are the [Facts], which a first
// step gathers; a second merges one month with them; a last one puts the
// months together and gives ids, links and ranks. A Collector that spills does
// these in one process: it counts the facts while mentions come and go to the
// scratch, merges the months as they come back, and puts them together. It lets
// go of a month once that has been held against the next: clusters and events are
// records on the scratch from then on, and what they need of far away is put in
// order there by what they need it by. Its memory grows with how much a month
// holds, with the words of the language and with copies, and with nothing else.
package chronology
