package event

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed leaves.txt
var leafFile string

// Leaf is a type of event: its name as in JSON, the family that pages colour
// by, its PLOVER root (with mode), and its score on a Goldstein-like scale
// from -10 (conflict) to 10 (cooperation). Punitive types are threats where
// they are announced upon a condition.
type Leaf struct {
	Name       string
	Family     string
	Plover     string
	Score      float64
	Importance int
	Punitive   bool
}

var leaves, leafByName = readLeaves(leafFile)

// Leaves are all types, in the order of the families.
func Leaves() []Leaf { return append([]Leaf(nil), leaves...) }

// LeafOf is the type with the given name, or false.
func LeafOf(name string) (Leaf, bool) {
	if l := leafOf(name); l != nil {
		return *l, true
	}
	return Leaf{}, false
}

// leafOf is the same, or nil.
func leafOf(name string) *Leaf {
	if i, ok := leafByName[name]; ok {
		return &leaves[i]
	}
	return nil
}

// readLeaves reads lines "name family root score importance [punitive]". The
// file is embedded: a fault in it is our own mistake.
func readLeaves(s string) ([]Leaf, map[string]int) {
	var out []Leaf
	index := map[string]int{}
	for line := range strings.Lines(s) {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if len(f) < 5 {
			panic(fmt.Sprintf("leaves.txt: %q has too few fields", line))
		}
		score, err := strconv.ParseFloat(f[3], 64)
		if err != nil {
			panic(fmt.Sprintf("leaves.txt: %v", err))
		}
		n, err := strconv.Atoi(f[4])
		if err != nil {
			panic(fmt.Sprintf("leaves.txt: %v", err))
		}
		index[f[0]] = len(out)
		out = append(out, Leaf{f[0], f[1], strings.TrimPrefix(f[2], "-"), score, n, len(f) > 5 && f[5] == "punitive"})
	}
	return out, index
}
