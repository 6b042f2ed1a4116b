package dev.footfall.destinations.meta;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a column of few different words: a cell that equals the one before is not looked up again.
 * One thread.
 *
 * @param <T> what a word means
 */
final class CachedCell<T> {
  private final int index;
  private final Optional<T> whenBlank;
  private final Function<String, Optional<T>> meaning;
  private final Text cell = new Text();
  private final ByteBuilder last = new ByteBuilder(32);
  private Optional<T> lastMeaning = Optional.empty();

  CachedCell(int index, Optional<T> whenBlank, Function<String, Optional<T>> meaning) {
    this.index = index;
    this.whenBlank = whenBlank;
    this.meaning = meaning;
  }

  /** Index of the column, or −1. */
  int index() {
    return index;
  }

  /** Points at the trimmed text of a cell; empty when it is blank. */
  Text text(Column column, int row) {
    if (column.isNull(row)) {
      return cell.set(cell.bytes(), 0, 0);
    }
    column.text(row, cell);
    return cell.trim();
  }

  /** What the cell means; empty when it means nothing. */
  Optional<T> read(Column column, int row) {
    if (text(column, row).isEmpty()) {
      return whenBlank;
    }
    if (!isLast()) {
      last.clear().add(cell);
      lastMeaning = meaning.apply(cell.decode());
    }
    return lastMeaning;
  }

  /** What a query without the column means. */
  Optional<T> whenBlank() {
    return whenBlank;
  }

  private boolean isLast() {
    return java.util.Arrays.equals(
        cell.bytes(), cell.start(), cell.end(), last.bytes(), 0, last.length());
  }
}
