"""The desk: one page on which a version is translated, passage by passage."""
