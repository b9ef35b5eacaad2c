package site

// Families are the groups of types by which the page is filtered, in order.
var Families = []string{"diplomacy", "words", "sanctions", "deals", "force", "law", "other"}

// families say to which family a leaf type belongs.
var families = map[string]string{
	"meeting": "diplomacy", "call": "diplomacy", "visit": "diplomacy",
	"invitation": "diplomacy", "cancellation": "diplomacy", "appointment": "diplomacy",
	"statement": "words", "accusation": "words", "demand": "words", "threat": "words", "publication": "words",
	"sanction": "sanctions", "tariff": "sanctions", "sanction_relief": "sanctions",
	"agreement": "deals", "deal": "deals", "finance": "deals", "trade": "deals", "aid": "deals", "aid_cut": "deals",
	"military": "force", "test": "force",
	"legal": "law",
}

// Family is the family of a leaf type; "other" for a type of the site's own.
func Family(leaf string) string {
	if f, ok := families[leaf]; ok {
		return f
	}
	return "other"
}

// joins are the types in which those who take part come together: their marks
// are joined by a bar.
var joins = map[string]bool{"meeting": true, "call": true, "visit": true, "agreement": true, "deal": true}

// imposes are the types in which one acts upon another: an arrow goes from
// the first lane to the others.
var imposes = map[string]bool{
	"sanction": true, "tariff": true, "sanction_relief": true, "threat": true, "accusation": true,
	"demand": true, "invitation": true, "aid": true, "aid_cut": true, "military": true,
}

// Statuses are the states of an event by which the page is filtered, in order.
var Statuses = []string{"happened", "planned", "threatened", "reported", "denied", "cancelled"}
