package dev.footfall.core.event;

import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a column of few different words: a cell that equals the one before is not looked up again.
 * Used by one thread.
 *
 * @param <T> what a word means
 */
public final class WordCell<T> {
  private final int index;
  private final Optional<T> whenBlank;
  private final Function<String, Optional<T>> meaning;
  private final Text cell = new Text();
  private final ByteBuilder last = new ByteBuilder(32);
  private Optional<T> lastMeaning = Optional.empty();

  /**
   * Words of the query column at {@code index}.
   *
   * @param index less than 0 when the query has no such column
   * @param whenBlank what a blank cell and a missing column mean
   * @param meaning what a trimmed, non-empty text means
   */
  public WordCell(int index, Optional<T> whenBlank, Function<String, Optional<T>> meaning) {
    this.index = index;
    this.whenBlank = whenBlank;
    this.meaning = meaning;
  }

  /**
   * Canonical words, whose case never counts: the same in all destinations.
   *
   * @param meaning what a trimmed, non-empty text means; it sees lower case
   */
  public static <T> WordCell<T> canonical(
      int index, Optional<T> whenBlank, Function<String, Optional<T>> meaning) {
    return new WordCell<>(index, whenBlank, word -> meaning.apply(word.toLowerCase(Locale.ROOT)));
  }

  /** What the cell means; empty when it means nothing. */
  public Optional<T> read(RowGroup group, int row) {
    return index < 0 ? whenBlank : read(group.column(index, row), group.row(row));
  }

  /** What the cell means; empty when it means nothing. */
  public Optional<T> read(RowBatch batch, int row) {
    return index < 0 ? whenBlank : read(batch.column(index), row);
  }

  /** The trimmed text in a row of a batch, valid until the next one is read. */
  public Text text(RowBatch batch, int row) {
    return index < 0 ? cell.set(cell.bytes(), 0, 0) : text(batch.column(index), row);
  }

  /** The trimmed text in a row of a group, valid until the next one is read. */
  public Text text(RowGroup group, int row) {
    return index < 0
        ? cell.set(cell.bytes(), 0, 0)
        : text(group.column(index, row), group.row(row));
  }

  private Text text(Column column, int row) {
    if (column.isNull(row)) {
      return cell.set(cell.bytes(), 0, 0);
    }
    column.text(row, cell);
    return cell.trim();
  }

  private Optional<T> read(Column column, int row) {
    if (text(column, row).isEmpty()) {
      return whenBlank;
    }
    if (!isLast()) {
      last.clear().add(cell);
      lastMeaning = meaning.apply(cell.decode());
    }
    return lastMeaning;
  }

  private boolean isLast() {
    return Arrays.equals(cell.bytes(), cell.start(), cell.end(), last.bytes(), 0, last.length());
  }
}
