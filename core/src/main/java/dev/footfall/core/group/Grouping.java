package dev.footfall.core.group;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.source.PackedCells;
import dev.footfall.core.source.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of one event together, from a stream in any order. Loses and doubles no row.
 *
 * <p>Rows are packed and held until the stream ends; beyond the {@link Room} they lie on disk,
 * parted by hashes of their keys, and come back part by part. Groups that fit in memory come in the
 * order of their first rows; those that came back from disk, in that order within their part. Rows
 * that are events of their own are handed over at once. One thread.
 */
public final class Grouping implements AutoCloseable {
  private final EventMapper mapper;
  private final Room room;
  private final Receiver receiver;
  private final ByteBuilder key = new ByteBuilder(256);
  private PackedCells held = new PackedCells(1 << 16);
  private @Nullable Spill spill;
  private @Nullable Partitions partitions;
  private int width;
  private int heldRows;
  private long left;
  private boolean wanted = true;

  /** Takes groups. */
  @FunctionalInterface
  public interface Receiver {
    /**
     * Takes one group; may block.
     *
     * @return whether more are wanted
     */
    boolean take(RowGroup group) throws InterruptedException;
  }

  /** Grouping as a destination's mapper sees fit; each group goes to {@code receiver} once. */
  public Grouping(EventMapper mapper, Room room, Receiver receiver) {
    this.mapper = mapper;
    this.room = room;
    this.receiver = group -> handOver(group, receiver);
  }

  private boolean handOver(RowGroup group, Receiver target) throws InterruptedException {
    left -= group.size();
    wanted = target.take(group);
    return wanted;
  }

  /**
   * Takes all rows of a batch.
   *
   * @throws dev.footfall.core.source.SourceFault when rows cannot be written to disk
   */
  public void add(RowBatch batch) throws InterruptedException {
    width = batch.columns().size();
    left += batch.size();
    for (int row = 0; row < batch.size() && wanted; row++) {
      switch (mapper.group(batch, row, key.clear())) {
        case GROUPED -> add(batch, row);
        case ALONE -> {
          RowGroup alone = new RowGroup();
          alone.add(batch, row);
          receiver.take(alone);
        }
      }
    }
  }

  private void add(RowBatch batch, int row) {
    if (partitions != null) {
      partitions.add(batch, row, key);
      return;
    }
    PackedRow.add(batch, row, key, held);
    heldRows++;
    if (held.length() > room.memory() - room.memory() / 16) { // before its array doubles
      spill = new Spill(room);
      partitions = new Partitions(spill, 0);
      partitions.addAll(held.bytes(), held.length());
      held = new PackedCells(0);
    }
  }

  /**
   * Hands over the groups, until no more are wanted.
   *
   * @throws dev.footfall.core.source.SourceFault when rows cannot be written or read back
   */
  public void finish() throws InterruptedException {
    if (!wanted) {
      return;
    }
    if (partitions != null) {
      partitions.handOver(width, receiver);
    } else {
      new KeyedRows(held.bytes(), held.length(), heldRows).handOver(width, receiver);
    }
  }

  /** How many rows were taken and not handed over. */
  public long left() {
    return left;
  }

  /** Removes what lies on disk. */
  @Override
  public void close() {
    held = new PackedCells(0);
    try {
      if (partitions != null) {
        partitions.close();
      }
    } finally {
      if (spill != null) {
        spill.close();
      }
    }
  }
}
