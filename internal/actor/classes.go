package actor

import "github.com/dateline-ssg/dateline/internal/phrase"

// The classes of words that the program asks for; the files of titles and nouns
// say which words are of them. They are constants, since they are asked for at
// every word: the bit to test stands in the code.
const (
	aBelongingWord phrase.Class = iota
	aBelowWord
	aBodyWord
	aBlamingWord
	aCompanyWord
	aCompoundingWord
	aDefiniteWord
	aDescribingWord
	anElderWord
	anEquatingWord
	anEventWord
	aMatterWord
	anExpletiveWord
	aFillerWord
	aFormerWord
	aFunctionalWord
	aGenerationWord
	aGivenWord
	aGivenHeWord
	aGivenSheWord
	aHeWord
	anIndefiniteWord
	anInnerWord
	anIntroducerBodyWord
	anIntroducerCompanyWord
	anIntroducerOutletWord
	aNamelessWord
	anObjectiveWord
	anOccasionWord
	aParticleWord
	aPlaceWord
	aPointingWord
	aLikeningWord
	aPronounHeWord
	aPronounIWord
	aPronounItWord
	aPronounSheWord
	aPronounWeWord
	aReflexiveWord
	aRestrictingWord
	aRoleWord
	aSheWord
	aToWord
	aTravelWord
	aWhereWord

	classes // how many there are
)

// asked are their names.
var asked = phrase.Asked{
	aBelongingWord:          "belonging",
	aBelowWord:              "below",
	aBodyWord:               "body",
	aBlamingWord:            "blaming",
	aCompanyWord:            "company",
	aCompoundingWord:        "compounding",
	aDefiniteWord:           "definite",
	aDescribingWord:         "describing",
	anElderWord:             "elder",
	anEquatingWord:          "equating",
	anEventWord:             "event",
	aMatterWord:             "matter",
	anExpletiveWord:         "expletive",
	aFillerWord:             "filler",
	aFormerWord:             "former",
	aFunctionalWord:         "functional",
	aGenerationWord:         "generation",
	aGivenWord:              "given",
	aGivenHeWord:            "given.he",
	aGivenSheWord:           "given.she",
	aHeWord:                 "he",
	anIndefiniteWord:        "indefinite",
	anInnerWord:             "inner",
	anIntroducerBodyWord:    "introducer.body",
	anIntroducerCompanyWord: "introducer.company",
	anIntroducerOutletWord:  "introducer.outlet",
	aNamelessWord:           "nameless",
	anObjectiveWord:         "objective",
	anOccasionWord:          "occasion",
	aParticleWord:           "particle",
	aPlaceWord:              "place",
	aPointingWord:           "pointing",
	aLikeningWord:           "likening",
	aPronounHeWord:          "pronoun.he",
	aPronounIWord:           "pronoun.i",
	aPronounItWord:          "pronoun.it",
	aPronounSheWord:         "pronoun.she",
	aPronounWeWord:          "pronoun.we",
	aReflexiveWord:          "reflexive",
	aRestrictingWord:        "restricting",
	aRoleWord:               "role",
	aSheWord:                "she",
	aToWord:                 "to",
	aTravelWord:             "travel",
	aWhereWord:              "where",
}
