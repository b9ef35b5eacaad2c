package event

import "github.com/dateline-ssg/dateline/internal/phrase"

// class is a closed class of words that the program asks for; the rules with
// the key "class" say which words are of it. Classes are constants, since they
// are asked for at every word: the bit to test stands in the code.
type class = phrase.Class

const (
	anAccounting class = iota
	anActed
	anAdverb
	anAfter
	anAgo
	aMeasuring
	anAim
	anAiring
	anAlong
	anAlso
	anAnnouncing
	anAnswer
	anAnybody
	anAround
	anArranged
	anArticle
	anAs
	anAsking
	anAt
	anAuxiliary
	aBackward
	aBearing
	aBegging
	aBeside
	aBetween
	aBlaming
	aBounding
	aBy
	aCausative
	aCosting
	aCity
	aComing
	aCommanding
	aComparative
	aComparing
	aComparison
	aCompliment
	aConjunction
	aConnective
	aContinues
	aCopula
	aCurrency
	aDaily
	aDash
	aDated
	aDative
	aDeferring
	aDefinite
	aDegree
	aDemonstrative
	aDeterminer
	aDue
	anEarlier
	anEffect
	anElapsed
	anEve
	anExistential
	aFalling
	aFirst
	aFixing
	aFor
	aForce
	aGerund
	aGranting
	aGovernment
	aHanging
	aHollow
	anHour
	anImpersonal
	anInstrument
	anInformant
	anInsult
	anIntransitive
	aJoiner
	aJoint
	aJust
	aLapsing
	aLasting
	aLate
	aLater
	aLeaner
	aLeaning
	aLeaving
	aLetting
	aLight
	aLong
	aMeasure
	aMeridiem
	aMoment
	aMonth
	aMood
	aMotion
	aMultiple
	aNone
	aNumeral
	anOccurrence
	anOccasionDay
	anOf
	anOfficial
	anOften
	aOneday
	aOnemonth
	aOneweek
	aOneyear
	anOnward
	anOpener
	anOrdinal
	anOriginal
	anOwn
	aPart
	aParticle
	aParty
	aPatient
	aPending
	aPersonal
	aPhase
	aPlace
	aPlanning
	aPlatform
	aPlural
	aPossessive
	aPostnominal
	aPredicative
	aPreposition
	aPresenting
	aPresiding
	aProlonging
	aPronoun
	aPundit
	aPurpose
	aQuestion
	aQuestioning
	aRate
	aRatifying
	aReach
	aReacting
	aRecipient
	aRelative
	aRough
	aSaying
	aSequel
	aSetting
	aSeveral
	aSide
	aSimultaneous
	aSingular
	aSpanning
	aStanding
	aStarting
	aState
	aStatesman
	aStretch
	aSubstitute
	aSufficing
	aSummary
	aTally
	aTelling
	aPage
	aNear
	anAwaiting
	anAdopting
	aThat
	aThereupon
	aThing
	aThird
	aTidings
	aTill
	aTiming
	aTitle
	aTopic
	aTopical
	aTowards
	aTransfer
	aTrying
	aTwo
	aTwofold
	aUnit
	anUpper
	anUttering
	aVague
	aVery
	aVessel
	aVictim
	aWarning
	aWere
	aWas
	aWhere
	aWhile
	aWhom
	aWhose
	aWith
	aWithin
	aWithout
	aWordy

	classes // how many there are
)

// asked are their names.
var asked = phrase.Asked{
	anAccounting:   "accounting",
	anActed:        "acted",
	anAdverb:       "adverb",
	anAfter:        "after",
	anAgo:          "ago",
	aMeasuring:     "measuring",
	anAim:          "aim",
	anAiring:       "airing",
	anAlong:        "along",
	anAlso:         "also",
	anAnnouncing:   "announcing",
	anAnswer:       "answer",
	anAnybody:      "anybody",
	anAround:       "around",
	anArranged:     "arranged",
	anArticle:      "article",
	anAs:           "as",
	anAsking:       "asking",
	anAt:           "at",
	anAuxiliary:    "auxiliary",
	aBackward:      "backward",
	aBearing:       "bearing",
	aBegging:       "begging",
	aBeside:        "beside",
	aBetween:       "between",
	aBlaming:       "blaming",
	aBounding:      "bounding",
	aBy:            "by",
	aCausative:     "causative",
	aCosting:       "costing",
	aCity:          "city",
	aComing:        "coming",
	aCommanding:    "commanding",
	aComparative:   "comparative",
	aComparing:     "comparing",
	aComparison:    "comparison",
	aCompliment:    "compliment",
	aConjunction:   "conjunction",
	aConnective:    "connective",
	aContinues:     "continues",
	aCopula:        "copula",
	aCurrency:      "currency",
	aDaily:         "daily",
	aDash:          "dash",
	aDated:         "dated",
	aDative:        "dative",
	aDeferring:     "deferring",
	aDefinite:      "definite",
	aDegree:        "degree",
	aDemonstrative: "demonstrative",
	aDeterminer:    "determiner",
	aDue:           "due",
	anEarlier:      "earlier",
	anEffect:       "effect",
	anElapsed:      "elapsed",
	anEve:          "eve",
	anExistential:  "existential",
	aFalling:       "falling",
	aFirst:         "first",
	aFixing:        "fixing",
	aFor:           "for",
	aForce:         "force",
	aGerund:        "gerund",
	aGranting:      "granting",
	aGovernment:    "government",
	aHanging:       "hanging",
	aHollow:        "hollow",
	anHour:         "hour",
	anImpersonal:   "impersonal",
	anInstrument:   "instrument",
	anInformant:    "informant",
	anInsult:       "insult",
	anIntransitive: "intransitive",
	aJoiner:        "joiner",
	aJoint:         "joint",
	aJust:          "just",
	aLapsing:       "lapsing",
	aLasting:       "lasting",
	aLate:          "late",
	aLater:         "later",
	aLeaner:        "leaner",
	aLeaning:       "leaning",
	aLeaving:       "leaving",
	aLetting:       "letting",
	aLight:         "light",
	aLong:          "long",
	aMeasure:       "measure",
	aMeridiem:      "meridiem",
	aMoment:        "moment",
	aMonth:         "month",
	aMood:          "mood",
	aMotion:        "motion",
	aMultiple:      "multiple",
	aNone:          "none",
	aNumeral:       "numeral",
	anOccurrence:   "occurrence",
	anOccasionDay:  "occasionday",
	anOf:           "of",
	anOfficial:     "official",
	anOften:        "often",
	aOneday:        "oneday",
	aOnemonth:      "onemonth",
	aOneweek:       "oneweek",
	aOneyear:       "oneyear",
	anOnward:       "onward",
	anOpener:       "opener",
	anOrdinal:      "ordinal",
	anOriginal:     "original",
	anOwn:          "own",
	aPart:          "part",
	aParticle:      "particle",
	aParty:         "party",
	aPatient:       "patient",
	aPending:       "pending",
	aPersonal:      "personal",
	aPhase:         "phase",
	aPlace:         "place",
	aPlanning:      "planning",
	aPlatform:      "platform",
	aPlural:        "plural",
	aPossessive:    "possessive",
	aPostnominal:   "postnominal",
	aPredicative:   "predicative",
	aPreposition:   "preposition",
	aPresenting:    "presenting",
	aPresiding:     "presiding",
	aProlonging:    "prolonging",
	aPronoun:       "pronoun",
	aPundit:        "pundit",
	aPurpose:       "purpose",
	aQuestion:      "question",
	aQuestioning:   "questioning",
	aRate:          "rate",
	aRatifying:     "ratifying",
	aReach:         "reach",
	aReacting:      "reacting",
	aRecipient:     "recipient",
	aRelative:      "relative",
	aRough:         "rough",
	aSaying:        "saying",
	aSequel:        "sequel",
	aSetting:       "setting",
	aSeveral:       "several",
	aSide:          "side",
	aSimultaneous:  "simultaneous",
	aSingular:      "singular",
	aSpanning:      "spanning",
	aStanding:      "standing",
	aStarting:      "starting",
	aState:         "state",
	aStatesman:     "statesman",
	aStretch:       "stretch",
	aSubstitute:    "substitute",
	aSufficing:     "sufficing",
	aSummary:       "summary",
	aTally:         "tally",
	aTelling:       "telling",
	aPage:          "page",
	aNear:          "near",
	anAwaiting:     "awaiting",
	anAdopting:     "adopting",
	aThat:          "that",
	aThereupon:     "thereupon",
	aThing:         "thing",
	aThird:         "third",
	aTidings:       "tidings",
	aTill:          "till",
	aTiming:        "timing",
	aTitle:         "title",
	aTopic:         "topic",
	aTopical:       "topical",
	aTowards:       "towards",
	aTransfer:      "transfer",
	aTrying:        "trying",
	aTwo:           "two",
	aTwofold:       "twofold",
	aUnit:          "unit",
	anUpper:        "upper",
	anUttering:     "uttering",
	aVague:         "vague",
	aVery:          "very",
	aVessel:        "vessel",
	aVictim:        "victim",
	aWarning:       "warning",
	aWere:          "were",
	aWas:           "was",
	aWhere:         "where",
	aWhile:         "while",
	aWhom:          "whom",
	aWhose:         "whose",
	aWith:          "with",
	aWithin:        "within",
	aWithout:       "without",
	aWordy:         "wordy",
}
