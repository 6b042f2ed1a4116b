package dev.footfall.core.group;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventMapper.Membership;
import dev.footfall.core.source.RowBatch;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings the rows of one event together, from a stream that the source sorted by order id. Loses
 * and doubles no row; holds one order and a bounded number of rows without order id.
 */
public final class Grouping {
  private static final int MOST_SCATTERED = 65_536;
  private static final int MOST_OF_ONE_ORDER = 256;

  private final EventMapper mapper;
  private final Consumer<RowGroup> groups;
  private final ByteBuilder key = new ByteBuilder(256);
  private final ByteBuilder openKey = new ByteBuilder(256);
  private RowGroup open = new RowGroup();
  private final Map<Key, RowGroup> others = new LinkedHashMap<>();
  private final Map<Key, RowGroup> scattered = new LinkedHashMap<>();
  private int scatteredRows;

  /** The bytes of a group's key. */
  private static final class Key {
    private final byte[] bytes;

    private Key(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /** Grouping as a destination's mapper sees fit; each group goes to {@code groups} once. */
  public Grouping(EventMapper mapper, Consumer<RowGroup> groups) {
    this.mapper = mapper;
    this.groups = groups;
  }

  /** Takes all rows of a batch. */
  public void add(RowBatch batch) {
    for (int row = 0; row < batch.size(); row++) {
      add(batch, row);
    }
  }

  private void add(RowBatch batch, int row) {
    Membership membership = mapper.group(batch, row, key.clear());
    switch (membership) {
      case ADJACENT -> adjacent(batch, row);
      case SCATTERED -> scattered(batch, row);
      case ALONE -> {
        RowGroup alone = new RowGroup();
        alone.add(batch, row);
        groups.accept(alone);
      }
    }
  }

  private void adjacent(RowBatch batch, int row) {
    if (open.size() > 0 && !key.sameBytes(openKey)) {
      if (isSameOrder() && others.size() < MOST_OF_ONE_ORDER) {
        others.computeIfAbsent(new Key(key.copy()), k -> new RowGroup()).add(batch, row);
        return;
      }
      close();
    }
    if (open.size() == 0) {
      openKey.clear().add(key.bytes(), 0, key.length());
    }
    open.add(batch, row);
  }

  /** Whether the key starts with the same order id as that of the open group. */
  private boolean isSameOrder() {
    int length = orderLength(key);
    return length < key.length()
        && length == orderLength(openKey)
        && Arrays.equals(key.bytes(), 0, length, openKey.bytes(), 0, length);
  }

  private static int orderLength(ByteBuilder key) {
    int length = 0;
    while (length < key.length() && key.bytes()[length] != 0) {
      length++;
    }
    return length;
  }

  private void close() {
    if (open.size() > 0) {
      RowGroup done = open;
      open = new RowGroup();
      groups.accept(done);
      List<RowGroup> more = List.copyOf(others.values());
      others.clear();
      more.forEach(groups);
    }
  }

  private void scattered(RowBatch batch, int row) {
    scattered.computeIfAbsent(new Key(key.copy()), k -> new RowGroup()).add(batch, row);
    if (++scatteredRows >= MOST_SCATTERED) {
      closeScattered();
    }
  }

  private void closeScattered() {
    Collection<RowGroup> done = List.copyOf(scattered.values());
    scattered.clear();
    scatteredRows = 0;
    done.forEach(groups);
  }

  /** Hands over what is still open. */
  public void finish() {
    closeScattered();
    close();
  }
}
