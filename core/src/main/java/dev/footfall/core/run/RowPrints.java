package dev.footfall.core.run;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Fingerprint;
import java.nio.charset.StandardCharsets;

/**
 * Fingerprints of the cells that make an event, so that an unchanged one need not be built again.
 * Equal for the same rows in any order.
 */
final class RowPrints {
  /** No fingerprint: the event must be built to be compared. */
  static final long NONE = 0;

  private final int[] columns;
  private final long seed;

  /**
   * Fingerprints under one mapping.
   *
   * @param mapping whatever besides the rows decides the event: settings, columns, zone
   */
  RowPrints(Binding binding, String mapping) {
    this.columns = binding.boundIndexes();
    byte[] bytes = mapping.getBytes(StandardCharsets.UTF_8);
    this.seed = Fingerprint.of(bytes, 0, bytes.length);
  }

  long of(RowGroup group) {
    long sum = 0;
    for (int i = 0; i < group.size(); i++) {
      sum += ofRow(group, i);
    }
    long print = Fingerprint.mix(seed, sum);
    return print == NONE ? 1 : print;
  }

  long ofRow(RowGroup group, int i) {
    return group.isPrinted(i) ? Fingerprint.mix(seed, group.print(i)) : ofCells(group, i);
  }

  private long ofCells(RowGroup group, int i) {
    long hash = seed;
    int row = group.row(i);
    for (int index : columns) {
      Column column = group.column(index, i);
      hash = Fingerprint.mix(hash, column.isNull(row) ? index : column.fingerprint(row));
    }
    return hash;
  }
}
