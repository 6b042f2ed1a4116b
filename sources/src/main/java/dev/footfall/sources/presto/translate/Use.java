package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;

/** A column named by the user outside any aggregate. */
record Use(String name, Position position) {}
