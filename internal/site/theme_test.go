package site_test

import (
	"bytes"
	"compress/gzip"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestBudget holds what a reader loads: 8 kB of style and 6 kB of script,
// packed, and nothing from anybody else.
func TestBudget(t *testing.T) {
	for _, a := range builtin(t).Assets() {
		limit := map[bool]int{true: 8192, false: 6144}[strings.HasSuffix(a.Name, ".css")]
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		if _, err := z.Write(a.Bytes); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if b.Len() > limit {
			t.Errorf("%s is %d bytes packed, the budget is %d", a.Name, b.Len(), limit)
		}
		if m := regexp.MustCompile(`(?:url\(|import |fetch\()["']?https?:[^)\s]*`).Find(a.Bytes); m != nil {
			t.Errorf("%s asks somebody else: %s", a.Name, m)
		}
	}
	for name, b := range drawn(t, sample(t, 10, config())) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for n := range parse(t, name, b).root.Descendants() {
			if n.Type != html.ElementNode || n.Data != "script" && n.Data != "link" && n.Data != "img" && n.Data != "iframe" {
				continue
			}
			rel, ref := "", ""
			for _, a := range n.Attr {
				switch a.Key {
				case "rel":
					rel = a.Val
				case "src", "href":
					ref = a.Val
				}
			}
			if rel != "canonical" && rel != "alternate" && strings.Contains(ref, "//") {
				t.Errorf("%s loads %s", name, ref)
			}
		}
	}
}

// TestContrast: every colour of text and of actors is told from the ground at
// 4.5 to 1 (WCAG 2.2, 1.4.3), light and dark.
func TestContrast(t *testing.T) {
	f, ok := builtin(t).Find("assets/main.css")
	if !ok {
		t.Fatal("no style sheet")
	}
	colour := regexp.MustCompile(`--(ground|ink|soft|link|c[1-6]):#([0-9a-f]{6})`)
	looks := 0
	for block := range strings.SplitSeq(string(f.Bytes), "}") {
		set := map[string]string{}
		for _, m := range colour.FindAllStringSubmatch(block, -1) {
			set[m[1]] = m[2]
		}
		if set["ground"] == "" {
			continue
		}
		looks++
		if len(set) != 10 {
			t.Errorf("a look of %d colours, want 10: %v", len(set), set)
		}
		for name, c := range set {
			if r := contrast(c, set["ground"]); name != "ground" && r < 4.5 {
				t.Errorf("%s #%s on #%s: %.2f to 1", name, c, set["ground"], r)
			}
		}
	}
	if looks != 3 {
		t.Errorf("%d looks, want light, dark by the system and dark by choice", looks)
	}
}

// contrast is WCAG's contrast ratio of two colours in hexadecimal digits.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(c string) float64 {
	sum := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, _ := strconv.ParseUint(c[2*i:2*i+2], 16, 8)
		v := float64(n) / 255
		if v <= .04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}
