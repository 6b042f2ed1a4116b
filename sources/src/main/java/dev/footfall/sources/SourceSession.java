package dev.footfall.sources;

import dev.footfall.core.source.Rows;
import java.util.List;

/**
 * A source, opened for one run: read-only, and all its queries see one consistent state of the
 * tables.
 *
 * <p>Used by one thread at a time, with one result open at a time. All methods throw {@link
 * dev.footfall.core.source.SourceFault} with a message fit for the user.
 */
public interface SourceSession extends AutoCloseable {
  /** What a query would return, without running it. */
  QueryDescription describe(SourceQuery query);

  /** Runs a query; rows stream in bounded memory and must be closed before the next query. */
  Rows rows(SourceQuery query);

  /** The tables that queries may name. */
  List<TableInfo> tables();

  /** Ends the snapshot and removes whatever was spilled to disk. */
  @Override
  void close();
}
