// Package ingest reads chronologies that were made elsewhere.
//
// What comes in are the bytes of a table, a TimelineJS file or a Markwhen
// document; what goes out are explicit events with their places in the file.
// Each format is one file of this package.
package ingest
