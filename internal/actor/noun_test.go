package actor

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestNouns: a common noun means the body named before it that can be called
// so, where there is one such and no other. The wanted actor is of the words
// in the sentence's last such noun; "" where nobody is meant.
func TestNouns(t *testing.T) {
	for _, c := range []struct{ text, noun, want string }{
		{"The European Union met in Vienna. The bloc’s leaders signed the text.", "bloc", "European Union"},
		{"ASEAN ministers came to Jakarta on Friday. Some were late. At the bloc's summit, all agreed.", "bloc", "ASEAN"},
		{"NATO held a summit in The Hague. The 32-member alliance will spend more.", "alliance", "NATO"},
		{"NATO held a summit in The Hague. The Brussels-based alliance will spend more.", "alliance", "NATO"},
		{"OPEC met in Vienna on Sunday. The oil cartel cut its output.", "oil cartel", "OPEC"},
		{"Gazprom cut its supplies to Moldova. The gas giant said debts were unpaid.", "gas giant", "Gazprom"},
		{"Chevron sold its filling stations. The company will leave the country.", "company", "Chevron"},
		{"Sberbank lost two branches in May. The Russian lender shut them.", "lender", "Sberbank"},
		{"The IAEA sent inspectors to Bushehr. They left after the agency’s board had voted.", "agency", "International Atomic Energy Agency"},
		{"The Chinese Foreign Ministry denied it. The ministry summoned the envoy.", "ministry", "Chinese Foreign Ministry"},
		{"The Federal Reserve met on Wednesday. The central bank cut rates.", "central bank", "Federal Reserve"},
		{"The World Health Organization met in Geneva. The organisation warned of a new wave.", "organisation", "World Health Organization"},
		{"Hamas freed two men. The militant group spoke of a gesture.", "militant group", "Hamas"},
		{"The African Union sent envoys. The union also froze the accounts.", "union", "African Union"},
		{"Kommersant wrote about it on Monday. The newspaper quoted two officials.", "newspaper", "Kommersant"},
		{"The refiner Hengli Petrochemical closed a unit. The refiner gave no reason.", "refiner", "Hengli Petrochemical"},
		{"Halden Holdings, a refiner in Lisbon, stopped work. The refiner left.", "refiner", "Halden Holdings"},
		{"The State Duma sat until midnight. The lower house passed the bill.", "lower house", "State Duma"},
		{"NATO is an alliance. It met in May. The alliance has 32 members.", "alliance", "NATO"},
		{"Shell fire hit Rosneft in May. The company shut its refinery.", "company", "Rosneft"},
		{"Investors and Rosneft met in May. The company gave no price.", "company", "Rosneft"},
		{"Shell and Fatah spoke in May. Much later Rosneft left. That was on Monday. It had warned. Many had. The company gave no reason.", "company", "Rosneft"},
		// Two may be meant, or none.
		{"NATO and the Collective Security Treaty Organization held drills. The alliance called them routine.", "alliance", ""},
		{"Chevron sold a field to Eni. The company will drill there.", "company", ""},
		{"BP bought a company in Peru. Later a company from Chile bid. The company is small.", "company", ""},
		{"Rosneft bought the company in May.", "company", ""},
		{"Chevron met ministers. The company that drilled there left.", "company", ""},
		{"Chevron met ministers. The company he founded left.", "company", ""},
		{"The European Union met. The group of experts left.", "group", ""},
		{"The Bank of England met. The bank account was closed.", "bank", ""},
		{"Gazprom cut supplies. The Chinese company was silent.", "company", ""},
		{"Chevron closed a field. Meanwhile Ostrava Chemie shut a plant. The company gave no reason.", "company", ""},
		{"Shell and Rosneft signed a deal in May. The company gave no price.", "company", ""},
		{"Shell sued Rosneft in May. The company gave no reason.", "company", ""},
		{"Rosneft sold a field in May. Shell bought it. The company gave no price.", "company", ""},
		{"Ostrava Chemie and Rosneft signed a deal in May. The company gave no price.", "company", ""},
		{"The Chinese Foreign Ministry denied it. The health ministry was silent. The ministry had nothing to say.", "ministry", ""},
		{"Halden Holdings is the same company Diaz hired. The company gave no reason.", "company", ""},
		{"Nord Stream was finished in 2021. The company spoke of a success.", "company", ""},
		{"Angela Merkel left. The alliance was over.", "alliance", ""},
	} {
		d := document(c.text, calendar.NewDay(2025, 9, 10))
		got := ""
		for _, r := range Default().Find(d) {
			if r.Via == ByNoun && d.Passages[0].String(r.Extent) == c.noun {
				got = r.Actor.Name
			}
		}
		if got != c.want {
			t.Errorf("%s\n the %s: got %q, want %q", c.text, c.noun, got, c.want)
		}
	}
}

// TestNounData: what a noun means is an actor.
func TestNounData(t *testing.T) {
	g := Default()
	known := map[string]bool{}
	for _, e := range g.entries {
		known[e.Name] = true
	}
	for _, r := range g.titles {
		if r.Get("common") == "" {
			continue
		}
		n := nounOf(r)
		for _, set := range []map[string]bool{n.means, n.except} {
			for name := range set {
				if !known[name] {
					t.Errorf("%s:%d: %s means %s, which is no actor", r.File, r.Line, r.Name, name)
				}
			}
		}
	}
}
