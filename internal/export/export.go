// Package export writes the chronology in the formats that others read.
//
// What comes in is the finished chronology; what goes out are the bytes of
// one file a format: JSON, JSONL, CSV, Atom, JSON Feed, iCalendar, JSON-LD,
// TimelineJS. Each format is one file of this package.
package export
