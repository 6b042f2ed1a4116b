package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Ties places of the emitted SQL to the user's text. While SQL is put together from pieces, a mark
 * travels inside it as private-use characters; at the end they are taken out and become offsets.
 */
record Marks(String sql, NavigableMap<Integer, Position> positions) {

  static final char OPEN = '\uE0F0';
  static final char CLOSE = '\uE0F1';

  /** Puts a mark before {@code sql}. */
  static String at(Position position, String sql) {
    return OPEN + position.toString() + CLOSE + sql;
  }

  /** The text without marks. */
  static String strip(String marked) {
    return marked.indexOf(OPEN) < 0 ? marked : take(marked).sql();
  }

  static Marks take(String marked) {
    StringBuilder sql = new StringBuilder();
    TreeMap<Integer, Position> positions = new TreeMap<>();
    int from = 0;
    for (int open = marked.indexOf(OPEN); open >= 0; open = marked.indexOf(OPEN, from)) {
      sql.append(marked, from, open);
      int close = marked.indexOf(CLOSE, open);
      positions.put(sql.length(), read(marked.substring(open + 1, close)));
      from = close + 1;
    }
    sql.append(marked, from, marked.length());
    return new Marks(sql.toString(), positions);
  }

  private static Position read(String text) {
    int colon = text.indexOf(':');
    return new Position(
        Integer.parseInt(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }
}
