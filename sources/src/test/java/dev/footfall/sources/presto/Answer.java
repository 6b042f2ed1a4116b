package dev.footfall.sources.presto;

import java.util.List;

/** What a query gave: rows as text, names and Presto types of its columns. */
record Answer(List<String> rows, List<String> names, List<String> types) {}
