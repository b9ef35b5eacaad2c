package source

import (
	"testing"
	"unicode/utf8"
)

func TestPos(t *testing.T) {
	f := File{"a.md", []byte("\ufeffab\r\nčd\n")}
	for _, c := range []struct {
		offset int
		want   Pos
	}{
		{0, Pos{1, 1}}, {3, Pos{1, 1}}, {4, Pos{1, 2}}, {7, Pos{2, 1}}, {9, Pos{2, 2}},
		{-5, Pos{1, 1}}, {99, Pos{3, 1}},
	} {
		if got := f.Pos(c.offset); got != c.want {
			t.Errorf("Pos(%d) = %v, want %v", c.offset, got, c.want)
		}
	}
}

func TestDiagnostic(t *testing.T) {
	f := File{"content/a.md", []byte("one\ndate: 31 June\r\nthree")}
	d := f.Err(Span{10, 17}, `there is no day "31 June"`, "June has 30 days")
	if got, want := d.String(), `content/a.md:2:7: there is no day "31 June"; June has 30 days`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if d.Line != "date: 31 June" {
		t.Errorf("line is %q", d.Line)
	}
	if d.Level.String() != "error" || f.Warn(Span{}, "x", "").Level.String() != "warning" {
		t.Error("levels are named wrongly")
	}
	if got := (Diagnostic{Problem: "the disk is full"}).String(); got != "the disk is full" {
		t.Errorf("without a file: %s", got)
	}
}

func TestSort(t *testing.T) {
	ds := []Diagnostic{
		{File: "b", Problem: "3"}, {File: "a", Span: Span{5, 6}, Problem: "2"}, {File: "a", Problem: "1"},
	}
	Sort(ds)
	for i, want := range []string{"1", "2", "3"} {
		if ds[i].Problem != want {
			t.Fatalf("order is %v", ds)
		}
	}
}

func TestSpan(t *testing.T) {
	a, b := Span{2, 5}, Span{4, 9}
	if !a.Overlaps(b) || a.Overlaps(Span{5, 6}) || !b.Contains(Span{4, 9}) || b.Contains(a) ||
		a.Join(b) != (Span{2, 9}) || b.Len() != 5 {
		t.Error("spans do not reckon")
	}
}

// FuzzDiagnose holds the law that a diagnostic of any place in any bytes can
// be made, stands inside the file and quotes valid text.
func FuzzDiagnose(f *testing.F) {
	f.Add([]byte("a\nb"), 1, 2)
	f.Add([]byte("\xff\xfe\n"), -1, 99)
	f.Fuzz(func(t *testing.T, b []byte, start, end int) {
		d := File{"x", b}.Err(Span{start, end}, "p", "h")
		if d.Pos.Line < 1 || d.Pos.Col < 1 || !utf8.ValidString(d.Line) {
			t.Errorf("%+v", d)
		}
	})
}
