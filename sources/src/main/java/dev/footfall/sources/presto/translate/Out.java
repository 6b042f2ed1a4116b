package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;
import dev.footfall.sources.presto.type.Type;

/**
 * A column of a query's result.
 *
 * @param name as the user spelled it; empty when the expression has no name
 * @param key the name it has in the emitted SQL
 */
record Out(String name, String key, Type type, Origin origin, Position position) {

  Out as(String newName) {
    return new Out(newName, key, type, origin, position);
  }
}
