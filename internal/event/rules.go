package event

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

//go:embed */*.txt
var ruleFiles embed.FS

// order is the files of a language, in the order in which rules win ties.
var order = []string{"grammar", "groups", "operators", "sanctions", "measures", "restraint", "concession", "refuge", "cooperation", "esteem", "force", "law", "diplomacy", "deals", "press", "words", "other", "phrases", "nominals", "kinds", "corrected"}

// on says what a rule stands on.
type on uint8

const (
	onNothing  on = iota
	onVerb        // a verb group: the head and what belongs to it
	onNominal     // a noun that tells an event by itself
	onGroup       // a noun that an event may be about
	onOperator    // a word that changes the event in its scope
	onKind        // a verb, or none, that with the nouns of its sense names the type
	onKinds       // how many these are
)

var onNames = map[string]on{"verb": onVerb, "nominal": onNominal, "group": onGroup, "operator": onOperator, "kind": onKind}

// rule is one rule with its keys read.
//
// object, subject, near and avoid name groups: one of them must stand in the
// object, in the subject, anywhere in the clause, or nowhere in the object.
// needs names conditions (needs.go), all of which must hold.
//
// What every rule that is tried is asked for comes first.
type rule struct {
	*phrase.Rule
	on         on
	makes      state // of its event: an operator's, or the trigger's own
	speech     bool  // what is said may follow
	bare       bool  // of a noun: its line needs no name
	vague      bool  // says nothing of the type: the sense of a noun may (kind.go)
	dated      bool  // of no day but one that its sentence says
	weight     int   // how much it asks for
	leaf       *Leaf
	plover     string
	object     groups
	subject    groups
	near       groups
	avoid      groups
	conditions []func(*act) bool // that needs names
	needs      []string
	roles      string // mutual: both act; host: the object is the guest
	importance int
	group      nounGroup
	from       []*Leaf // of a kind: the types that it corrects; other where it names none
	over       scope
}

// grammar is the rules of a language, compiled into one trie.
type grammar struct {
	set   *phrase.Set
	forms *phrase.Forms
	rules []rule
	// on is what each rule stands on and groups its group, by themselves, since
	// they are asked of all matches.
	on     []on
	groups []nounGroup
	plain  *rule // for a verb that no other rule knows
	due    *rule // for what is due, be it said by a verb or not
	// senses are the kinds without words, in the order of the file.
	senses []*rule
	// bases are the verbs that the rules name, and what may be a form of one that is not regular.
	bases *phrase.Dict[bool]
	own   phrase.Attrs // the words that headlines are built with
}

// said is a word that headlines are built with: is, not, to.
func (g *grammar) said(key string) string { return g.own.Get(key) }

var grammars = sentence.ByLanguage[*grammar]{Else: "en", Make: loadGrammar}

// grammarOf is the rules of a language, or nil where there are none.
func grammarOf(code string) *grammar { return grammars.Of(code) }

// parseFiles is the rules of a language as its files have them: none where nobody has
// written them.
func parseFiles(code string) ([]phrase.Rule, error) {
	var all []phrase.Rule
	for _, name := range order {
		path := code + "/" + name + ".txt"
		b, err := ruleFiles.ReadFile(path)
		if err != nil {
			return nil, nil
		}
		rs, err := phrase.Parse(source.File{Path: path, Bytes: b})
		if err != nil {
			return nil, err
		}
		all = append(all, rs...)
	}
	return all, nil
}

func loadGrammar(code string) (*grammar, error) {
	all, err := parseFiles(code)
	if len(all) == 0 || err != nil {
		return nil, err
	}
	set, err := phrase.Compile(all, phrase.Options{Language: code, Classes: map[string]func(sentence.Word) bool{
		"any": nil,
	}, Asked: asked, Kinds: map[string][]sentence.Kind{"any": {sentence.Letters, sentence.Number}}})
	if err != nil {
		return nil, err
	}
	g := &grammar{set: set, forms: phrase.FormsOf(code), rules: make([]rule, len(set.Rules)), on: make([]on, len(set.Rules)), groups: make([]nounGroup, len(set.Rules))}
	names, err := numbered(set.Rules)
	if err != nil {
		return nil, err
	}
	for i := range set.Rules {
		if g.rules[i], err = readRule(&set.Rules[i], names); err != nil {
			r := set.Rules[i]
			return nil, fmt.Errorf("%s:%d:1: rule %s: %v", r.File, r.Line, r.Name, err)
		}
		g.on[i], g.groups[i] = g.rules[i].on, g.rules[i].group
	}
	bases := map[string]bool{}
	for w := range g.forms.All() {
		bases[w] = true
	}
	for i := range g.rules {
		switch g.rules[i].Name {
		case "plain":
			g.plain = &g.rules[i]
		case "other.due":
			g.due = &g.rules[i]
		case "headline":
			g.own = g.rules[i].Attrs
		}
		if g.rules[i].on == onKind && len(g.rules[i].Say) == 0 {
			g.senses = append(g.senses, &g.rules[i])
		}
		if g.rules[i].on == onKind {
			continue // their verbs are no rule of their own
		}
		for _, say := range g.rules[i].Say {
			for _, braced := range strings.Split(say, "{")[1:] {
				names, _, _ := strings.Cut(braced, "}")
				for name := range strings.SplitSeq(names, "|") {
					verb, _, _ := strings.Cut(name, " ")
					verb, _, _ = strings.Cut(verb, ".")
					bases[verb] = true
				}
			}
		}
	}
	g.bases = phrase.NewDict(bases)
	return g, nil
}

// readRule is a rule of a file, compiled; names are the groups of its language. An error
// says what of it is unknown.
func readRule(pr *phrase.Rule, names map[string]nounGroup) (r rule, err error) {
	r = rule{Rule: pr, on: onNames[pr.Get("on")]}
	if pr.Get("class") != "" || pr.Name == "headline" {
		return r, nil
	}
	if r.on == onNothing {
		return r, fmt.Errorf("stands on nothing; say on verb, nominal, group or operator")
	}
	for key, dst := range map[string]*groups{"object": &r.object, "subject": &r.subject, "near": &r.near, "avoid": &r.avoid} {
		for name := range strings.FieldsSeq(pr.Get(key)) {
			n, ok := names[name]
			if !ok {
				return r, fmt.Errorf("no group %q", name)
			}
			dst.add(n)
		}
	}
	r.needs = strings.Fields(pr.Get("needs"))
	for _, n := range r.needs {
		if conditions[n] == nil {
			return r, fmt.Errorf("no condition %q", n)
		}
		r.conditions = append(r.conditions, conditions[n])
	}
	r.weight = r.asks()
	if name, ok := strings.CutPrefix(pr.Name, groupPrefix); ok {
		r.group = names[name]
	}
	r.speech = pr.Get("speech") == "yes"
	r.bare = pr.Get("bare") == "yes"
	r.vague = pr.Get("vague") == "yes"
	r.dated = pr.Get("dated") == "yes"
	for _, name := range strings.Fields(cmp.Or(pr.Get("from"), "other")) {
		leaf := leafOf(name)
		if leaf == nil {
			return r, fmt.Errorf("no type %q", name)
		}
		r.from = append(r.from, leaf)
	}
	r.roles = pr.Get("roles")
	var ok bool
	if r.over, ok = scopes[pr.Get("over")]; !ok {
		return r, fmt.Errorf("no scope %q", pr.Get("over"))
	}
	if s := pr.Get("makes"); s != "" || r.on == onOperator {
		k := slices.Index(stateNames[:], s)
		if k < 0 {
			return r, fmt.Errorf("makes %q of an event", s)
		}
		r.makes = state(k)
	}
	switch r.on {
	case onVerb, onNominal, onKind:
		err = r.readType()
	}
	return r, err
}

// readType reads what a rule makes of an event: its type, and its code and importance
// where they are not those of the type.
func (r *rule) readType() error {
	leaf := leafOf(r.Get("type"))
	if leaf == nil {
		return fmt.Errorf("no type %q", r.Get("type"))
	}
	r.leaf, r.plover, r.importance = leaf, leaf.Plover, leaf.Importance
	for _, a := range r.Attrs {
		if a.Key == "plover" {
			r.plover = a.Value // "" for none
		}
	}
	if s := r.Get("importance"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > 3 {
			return fmt.Errorf("importance %q is not 1 to 3", s)
		}
		r.importance = n
	}
	return nil
}

// asks is how much a rule asks for: of two that match, the one that asks for
// more knows better.
func (r *rule) asks() int {
	n := len(r.needs)
	for _, gs := range []groups{r.object, r.subject, r.near} {
		if gs.any() {
			n += 3
		}
	}
	return n
}

// is reports whether a word stands in a closed class.
func (g *grammar) is(c class, w sentence.Word) bool {
	return g.set.Classes(&w).Has(c)
}

// classes are the closed classes that a word stands in, for a word that is asked
// for several.
func (g *grammar) classes(word string) *phrase.Classes {
	return g.set.Classes(&sentence.Word{Text: word})
}
