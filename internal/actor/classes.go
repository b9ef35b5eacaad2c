package actor

import "github.com/dateline-ssg/dateline/internal/phrase"

// asked are the classes of words that the program asks for; the files of titles
// and nouns say which words are of them.
var asked phrase.Asked

var (
	aBelongingWord          = asked.Class("belonging")
	aBodyWord               = asked.Class("body")
	aBlamingWord            = asked.Class("blaming")
	aCompanyWord            = asked.Class("company")
	aCompoundingWord        = asked.Class("compounding")
	aDefiniteWord           = asked.Class("definite")
	aDescribingWord         = asked.Class("describing")
	anEquatingWord          = asked.Class("equating")
	anEventWord             = asked.Class("event")
	anExpletiveWord         = asked.Class("expletive")
	aFillerWord             = asked.Class("filler")
	aFormerWord             = asked.Class("former")
	aFunctionalWord         = asked.Class("functional")
	aGivenWord              = asked.Class("given")
	aHeWord                 = asked.Class("he")
	anIndefiniteWord        = asked.Class("indefinite")
	anInnerWord             = asked.Class("inner")
	anIntroducerBodyWord    = asked.Class("introducer.body")
	anIntroducerCompanyWord = asked.Class("introducer.company")
	anIntroducerOutletWord  = asked.Class("introducer.outlet")
	aNamelessWord           = asked.Class("nameless")
	anObjectiveWord         = asked.Class("objective")
	anOccasionWord          = asked.Class("occasion")
	aParticleWord           = asked.Class("particle")
	aPlaceWord              = asked.Class("place")
	aPointingWord           = asked.Class("pointing")
	aLikeningWord           = asked.Class("likening")
	aPronounHeWord          = asked.Class("pronoun.he")
	aPronounIWord           = asked.Class("pronoun.i")
	aPronounItWord          = asked.Class("pronoun.it")
	aPronounSheWord         = asked.Class("pronoun.she")
	aPronounWeWord          = asked.Class("pronoun.we")
	aReflexiveWord          = asked.Class("reflexive")
	aRestrictingWord        = asked.Class("restricting")
	aRoleWord               = asked.Class("role")
	aSheWord                = asked.Class("she")
	aToWord                 = asked.Class("to")
	aTravelWord             = asked.Class("travel")
	aWhereWord              = asked.Class("where")
)
