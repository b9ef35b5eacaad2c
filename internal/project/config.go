package project

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// readConfig reads dateline.toml over the defaults. A key that nobody knows
// is a warning; a value that cannot be meant is a *source.Failure.
func readConfig(f source.File, baseURL string) (site.Config, []source.Diagnostic, error) {
	c := site.Default()
	d := toml.NewDecoder(bytes.NewReader(f.TOML())).DisallowUnknownFields()
	err := d.Decode(&c)
	var wrong *toml.DecodeError
	var missing *toml.StrictMissingError
	var diagnostics []source.Diagnostic
	switch {
	case errors.As(err, &missing):
		for _, m := range missing.Errors {
			diagnostics = append(diagnostics, unknownKey(f, m))
		}
	case errors.As(err, &wrong):
		return c, nil, &source.Failure{Diagnostics: []source.Diagnostic{f.BadTOML(err, "text stands in double quotes on one line: key = \"text\"")}}
	case err != nil:
		return c, nil, stop(f.Path, err.Error(), "")
	}
	check := &checker{file: f, values: valuePlaces(f.TOML(), len(f.Bytes)-len(f.TOML()))}
	check.config(&c, baseURL)
	if len(check.found) > 0 {
		return c, nil, &source.Failure{Diagnostics: check.found}
	}
	return c, diagnostics, nil
}

func unknownKey(f source.File, m toml.DecodeError) source.Diagnostic {
	key := strings.Join(m.Key(), ".")
	hint := "remove it; keys for a theme belong under [params]"
	if near := nearestKey(key); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	}
	return f.Warn(f.TOMLWord(m.Position()), fmt.Sprintf("unknown key %q", key), hint)
}

// checker collects what is wrong with values of the right type, and puts
// defaults where the zero value means one.
type checker struct {
	file   source.File
	values map[string]source.Span // by dotted key, eras[0].from
	found  []source.Diagnostic
}

func (c *checker) wrong(key, problem, hint string) {
	c.found = append(c.found, c.file.Err(c.values[key], key+" "+problem, hint))
}

func (c *checker) oneOf(key, value string, allowed ...string) {
	for _, a := range allowed {
		if value == a {
			return
		}
	}
	c.wrong(key, fmt.Sprintf("is %q", value), `write "`+strings.Join(allowed, `" or "`)+`"`)
}

func (c *checker) config(s *site.Config, baseURL string) {
	standard := site.Default()
	s.Language = cmp.Or(s.Language, standard.Language)
	s.Theme = cmp.Or(s.Theme, standard.Theme)
	s.Order = cmp.Or(s.Order, standard.Order)
	s.Publish.Events = cmp.Or(s.Publish.Events, standard.Publish.Events)
	s.Publish.Articles = cmp.Or(s.Publish.Articles, standard.Publish.Articles)
	c.oneOf("order", s.Order, "newest", "oldest")
	c.oneOf("publish.events", s.Publish.Events, "pages", "anchors")
	c.oneOf("publish.articles", s.Publish.Articles, "full", "mentions", "link")
	if _, err := language.Parse(s.Language); err != nil {
		c.wrong("language", fmt.Sprintf("is %q, which is no language tag", s.Language), `write one such as "en" or "pt-BR"`)
	}
	if n := s.Extract.MinImportance; n < 1 || n > 3 {
		c.wrong("extract.minImportance", fmt.Sprintf("is %d", n), "write 1 (all events), 2 or 3 (the most important ones)")
	}
	if n := s.Publish.Cards; n < 0 {
		c.wrong("publish.cards", fmt.Sprintf("is %d", n), "write how many events get a card, 0 for none")
	}
	if s.Theme != path.Base(s.Theme) || s.Theme == ".." || s.Theme == "." {
		c.wrong("theme", fmt.Sprintf("is %q", s.Theme), "write the name of a folder in themes/")
	}
	s.Feeds.By = cmp.Or(s.Feeds.By, standard.Feeds.By)
	c.oneOf("feeds.by", s.Feeds.By, "newest", "rank")
	if n := s.Feeds.Count; n < 1 {
		c.wrong("feeds.count", fmt.Sprintf("is %d", n), "write how many events a feed holds, 1 or more")
	}
	if n := s.Top.Count; n < 0 {
		c.wrong("top.count", fmt.Sprintf("is %d", n), "write how many events the page of the most important ones lists, 0 for no such page")
	}
	c.period("feeds", s.Feeds.From, s.Feeds.To)
	c.period("top", s.Top.From, s.Top.To)
	c.eras(s.Eras)
	base, problem := cleanBase(cmp.Or(baseURL, s.BaseURL, standard.BaseURL))
	if s.BaseURL = base; problem != "" {
		at := c.values["baseURL"]
		d := c.file.Err(at, "baseURL "+problem, `write one such as "https://user.github.io/repository/" or "/"`)
		if baseURL != "" {
			d = source.Diagnostic{File: "--base-url", Level: source.Error, Problem: problem, Hint: d.Hint}
		}
		c.found = append(c.found, d)
	}
}

func (c *checker) eras(eras []site.Era) {
	for i, e := range eras {
		key := fmt.Sprintf("eras[%d]", i)
		for _, part := range []struct{ name, value string }{{"name", e.Name}, {"from", e.From}, {"to", e.To}} {
			if strings.TrimSpace(part.value) == "" {
				at, ok := c.values[key+"."+part.name]
				if !ok {
					at = c.values[key]
				}
				c.found = append(c.found, c.file.Err(at, fmt.Sprintf("era %d has no %s", i+1, part.name),
					`an era needs name, from and to, such as from = "2025-01-20"`))
			}
		}
		c.period(key, e.From, e.To)
	}
}

// period checks the dates from and to of a table; "" leaves one open.
func (c *checker) period(key, first, last string) {
	from, ok := calendar.Parse(first)
	if first != "" && !ok {
		c.wrong(key+".from", fmt.Sprintf("is %q, which is no date", first), grains)
	}
	to, ok := calendar.Parse(last)
	if last != "" && !ok {
		c.wrong(key+".to", fmt.Sprintf("is %q, which is no date", last), grains)
	}
	if from.Known() && to.Known() && from.First() > to.Last() {
		c.wrong(key+".from", fmt.Sprintf("is %s, after its end %s", first, last), "exchange from and to")
	}
}

const grains = "write a day, a month or a year, such as 2025-01-20 or BC0044"

// cleanBase gives a base URL its trailing slash, or says what is wrong with it.
func cleanBase(text string) (base, problem string) {
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return text, fmt.Sprintf("%q is no URL", text)
	case u.RawQuery != "" || u.Fragment != "" || strings.ContainsAny(text, "?#"):
		return text, fmt.Sprintf("%q has a query or a fragment", text)
	case u.Scheme == "" && u.Host == "" && strings.HasPrefix(u.Path, "/"):
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host != "":
	default:
		return text, fmt.Sprintf("%q is neither absolute nor a path that begins with a slash", text)
	}
	for part := range strings.SplitSeq(u.Path, "/") {
		if part == "." || part == ".." {
			return text, fmt.Sprintf("%q has the part %q", text, part)
		}
	}
	return strings.TrimRight(text, "/") + "/", ""
}
