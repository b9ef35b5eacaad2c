package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// tongue is a small chronology in one of the four languages of the built-in
// theme, with what may stand in a text: marks of markup and of tables, quotes
// of several kinds, letters of two directions in one line.
type tongue struct {
	code, title, subtitle string
	headlines             []string
	quote                 string
}

var tongues = []tongue{
	{"en", `Straits & "canals" <2025>`, "Who did what", []string{
		"Norway and Finland sign a treaty on cod", `Ministers say "no" & leave; nobody <signs>`, "Norway, Sweden and العراق meet"},
		"The ministers of both countries signed it in Oslo, and each called it the best in years."},
	{"ru", "Проливы и каналы", "Кто что сделал", []string{
		"Норвегия и Финляндия подписывают договор о треске", "Министры говорят «нет» и уезжают", "Норвегия, Швеция и Iraq встречаются в Осло"},
		"Министры обеих стран подписали договор в Осло и назвали его лучшим за многие годы."},
	{"zh", "海峡与运河", "谁做了什么", []string{
		"挪威与芬兰签署鳕鱼渔业条约并同意明年在赫尔辛基再次举行部长级会谈", "部长们说“不”,随后离开会场", "挪威、瑞典与 Iraq 代表会晤"},
		"两国部长在奥斯陆签署了这项条约,双方都称之为多年来最好的一项协议。"},
	{"ar", "مضائق وقنوات", "من فعل ماذا", []string{
		"النرويج وفنلندا توقعان معاهدة لصيد سمك القد", "الوزراء يقولون «لا» ويغادرون (2 من 3)", "النرويج والسويد و Iraq تجتمع في أوسلو"},
		"وقع وزيرا البلدين المعاهدة في أوسلو، ووصفها كل منهما بأنها الأفضل منذ سنوات."},
}

// site writes the chronology into a folder of its own and returns it.
func (g tongue) site(t *testing.T, more string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "dateline.toml", fmt.Sprintf("title = %q\nsubtitle = %q\nlanguage = %q\n%s", g.title, g.subtitle, g.code, more))
	actors := []string{"[Norway, Finland]", "[Norway]", "[Norway, Sweden]"}
	for i := range 6 {
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: %q\ndate: 2025-0%d-20\nlanguage: %s\nsource: {name: %q, url: \"https://example.org/?a=1&b=2\"}\nevents:\n", g.title, i+1, g.code, g.title)
		for k, h := range g.headlines {
			fmt.Fprintf(&b, "  - {date: 2025-0%d-1%d, headline: '%s', actors: %s, type: [meeting, statement, deal][0], quote: %q}\n",
				i+1, k, h, actors[k], g.quote)
		}
		write(t, dir, filepath.Join("content", fmt.Sprintf("a%d.md", i)), strings.ReplaceAll(b.String(), "[meeting, statement, deal][0]", []string{"meeting", "statement", "deal"}[i%3])+"---\n"+g.quote+"\n")
	}
	return dir
}

// TestTongues publishes a chronology in each language: nothing is said in
// another one, and what comes out is valid.
func TestTongues(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "true")
	all := filepath.Join(t.TempDir(), "all")
	for _, g := range tongues {
		t.Run(g.code, func(t *testing.T) {
			out := filepath.Join(all, g.code)
			buildSite(t, g.site(t, ""), out, "--base-url", "https://me.example/"+g.code+"/")
			site := tree(t, out)
			home := string(site["index.html"])
			dir := "ltr"
			if g.code == "ar" {
				dir = "rtl"
			}
			if !strings.Contains(home, fmt.Sprintf(`<html lang=%q dir=%q`, g.code, dir)) {
				t.Errorf("the front page begins %.200s", home)
			}
			if latin := strings.Contains(home, "</cite>, "); latin != (g.code == "en" || g.code == "ru") {
				t.Errorf("a Latin comma behind a source: %v", latin)
			}
			if n := strings.Count(home, `class="e`); n < 18 {
				t.Errorf("%d events on the front page", n)
			}
		})
	}
	t.Run("valid", func(t *testing.T) { valid(t, filepath.Join(all, "ar")) })
	t.Run("what is not valid is refused", func(t *testing.T) { invalid(t, filepath.Join(all, "ar")) })
}
