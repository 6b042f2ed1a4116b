package dev.footfall.core.source;

import java.util.List;
import java.util.Optional;

/**
 * The result of a query, streamed batch by batch in bounded memory.
 *
 * <p>Read by one thread. Batches stay valid after later ones are read.
 */
public interface Rows extends AutoCloseable {
  /** The result's columns. */
  List<ColumnHeader> header();

  /**
   * The next rows, or empty at the end. Blocks while the engine works.
   *
   * @throws SourceFault when the engine fails; never with a cell's value in its message
   */
  Optional<RowBatch> next();

  @Override
  void close();
}
