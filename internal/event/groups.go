package event

import (
	"fmt"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// nounGroup is the number of a group of nouns that an event may be about; zero is
// none.
type nounGroup uint8

// groups are several of them, one bit each: most questions for a noun are answered by
// those that stand anywhere in a block, before a word of it is looked at.
type groups [maxGroups / 64]uint64

const maxGroups = 256

// groupPrefix is how the names of the rules begin that make groups.
const groupPrefix = "group."

// asksGroups are the groups that the program asks for, numbered; the others that a
// language has come behind them.
var asksGroups = map[string]nounGroup{}

// What the program asks noun phrases for.
var (
	armedNouns    = oneOf("armed")
	combatNouns   = oneOf("combat")
	crowdNouns    = oneOf("people", "media")
	deedNouns     = oneOf("act", "speech")
	dueNouns      = oneOf("occasion")
	fighterNouns  = oneOf("armed", "fight", "disaster")
	heldNouns     = oneOf("meeting", "visit", "vote")
	limitNouns    = oneOf("deadline")
	meetingNouns  = oneOf("meeting")
	memberNouns   = oneOf("people", "unit")
	occasionNouns = oneOf("meeting", "visit")
	officialNouns = oneOf("parliament", "police", "court")
	paperNouns    = oneOf("act", "document", "speech")
	peopleNouns   = oneOf("people")
	phoneNouns    = oneOf("phone", "call")
	policeNouns   = oneOf("police")
	pressNouns    = oneOf("press")
	sceneNouns    = oneOf("occasion", "meeting", "speech")
	talkNouns     = oneOf("meeting", "visit", "call")
	voiceNouns    = oneOf("speech", "document", "story")
)

// oneOf is the groups of these names.
func oneOf(names ...string) groups {
	var gs groups
	for _, name := range names {
		if asksGroups[name] == 0 {
			asksGroups[name] = nounGroup(len(asksGroups) + 1)
		}
		gs.add(asksGroups[name])
	}
	return gs
}

// numbered are the groups of a language.
func numbered(rules []phrase.Rule) (map[string]nounGroup, error) {
	out, last := map[string]nounGroup{}, len(asksGroups)
	for i := range rules {
		name, ok := strings.CutPrefix(rules[i].Name, groupPrefix)
		if !ok {
			continue
		}
		n, asked := asksGroups[name]
		if !asked {
			last++
			n = nounGroup(last)
		}
		out[name] = n
	}
	if last >= maxGroups {
		return nil, fmt.Errorf("%d groups of nouns; a language may have %d", last, maxGroups-1)
	}
	return out, nil
}

func (gs *groups) add(g nounGroup) { gs[g>>6] |= 1 << (g & 63) }

func (gs *groups) has(g nounGroup) bool { return gs[g>>6]>>(g&63)&1 != 0 }

func (gs *groups) join(o *groups) {
	gs[0], gs[1], gs[2], gs[3] = gs[0]|o[0], gs[1]|o[1], gs[2]|o[2], gs[3]|o[3]
}

func (gs *groups) any() bool { return gs[0]|gs[1]|gs[2]|gs[3] != 0 }

// meet reports whether the two have a group in common.
func (gs *groups) meet(o *groups) bool {
	return gs[0]&o[0]|gs[1]&o[1]|gs[2]&o[2]|gs[3]&o[3] != 0
}

// findGroup is where the last noun of one of the groups stands in e. One that
// only describes another ("sanctions official", "sanctions-proof") does not
// count.
func (b *block) findGroup(gs *groups, e sentence.Extent) (at sentence.Extent, found bool) {
	if !gs.meet(&b.groups) {
		return at, false // as mostly
	}
	for _, m := range b.since(onGroup, e.From) {
		if m.From >= e.To {
			break
		}
		if m.To <= e.To && gs.has(b.g.groups[m.Rule]) && (!b.modifies(m.To) || b.is(aPreposition, m.To-1)) {
			at, found = sentence.Extent{From: m.From, To: m.To}, true
		}
	}
	return at, found
}

// hasGroup reports whether a noun of one of the groups stands in e.
func (b *block) hasGroup(e sentence.Extent, gs *groups) bool {
	_, ok := b.findGroup(gs, e)
	return ok
}

// mayTell reports whether the nouns that rule r asks for may stand in the block.
func (b *block) mayTell(r *rule) bool {
	return (!r.object.any() || r.object.meet(&b.reach)) && (!r.near.any() || r.near.meet(&b.groups))
}

// groupOf is findGroup for an object that may be a pronoun: had issued it, the
// warrant.
func (b *block) groupOf(gs *groups, e sentence.Extent) (sentence.Extent, bool) {
	if e.Len() == 1 && !b.is(aPersonal, e.From) {
		if m, ok := b.means[e.From]; ok {
			return m.b.findGroup(gs, m.Extent)
		}
	}
	return b.findGroup(gs, e)
}
