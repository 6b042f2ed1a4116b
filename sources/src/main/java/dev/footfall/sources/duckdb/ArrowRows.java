package dev.footfall.sources.duckdb;

import dev.footfall.core.source.Column;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.SourceFault;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/** A DuckDB result, read through its Arrow export. */
final class ArrowRows implements Rows {
  /** Rows a batch; 2,048 to 8,192 were the fastest. */
  private static final long BATCH = 4096;

  private static final String DIAGNOSE = "EXPLAIN ANALYZE ";

  private final List<ColumnHeader> header;
  private final Connection connection;
  private final Deadline deadline;
  private final EngineFaults faults;
  private final int queryStart;
  private final Statement statement;
  private final BufferAllocator allocator = new RootAllocator();
  private final ArrowReader reader;
  private long rowsSoFar;
  private boolean finished;
  private boolean closed;

  /** Runs the SQL on a statement, which it closes in the end. */
  ArrowRows(Statement statement, String sql, Wrapping wrapping) {
    this.header = wrapping.header();
    this.deadline = wrapping.deadline();
    this.faults = wrapping.faults();
    this.queryStart = wrapping.queryStart();
    this.statement = statement;
    this.connection = wrapping.connection();
    Deadline.Wait wait = deadline.start(statement);
    try (wait) {
      DuckDBResultSet result = (DuckDBResultSet) statement.executeQuery(sql);
      this.reader = (ArrowReader) result.arrowExportStream(allocator, BATCH);
    } catch (SQLException e) {
      allocator.close();
      throw fault(wait, e, sql);
    }
  }

  /** What a result needs besides its statement. */
  record Wrapping(
      List<ColumnHeader> header,
      Connection connection,
      Deadline deadline,
      EngineFaults faults,
      int queryStart) {}

  @Override
  public List<ColumnHeader> header() {
    return header;
  }

  @Override
  public Optional<RowBatch> next() {
    Deadline.Wait wait = deadline.start(statement);
    try (wait) {
      while (reader.loadNextBatch()) {
        VectorSchemaRoot root = reader.getVectorSchemaRoot();
        if (root.getRowCount() > 0) {
          return Optional.of(copy(root));
        }
      }
      finished = true;
      return Optional.empty();
    } catch (IOException e) {
      throw wait.expired() ? deadline.fault() : faults.read(e, queryStart);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (statement;
        allocator;
        reader) {
      if (!finished) {
        statement.cancel();
      }
    } catch (SQLException | IOException e) {
      throw new SourceFault("ENGINE_ERROR", "The engine did not end its query cleanly", e);
    }
  }

  private RowBatch copy(VectorSchemaRoot root) {
    List<FieldVector> vectors = root.getFieldVectors();
    List<Column> columns = new ArrayList<>(vectors.size());
    for (int i = 0; i < vectors.size(); i++) {
      columns.add(ArrowColumns.copy(vectors.get(i), header.get(i).kind()));
    }
    long first = rowsSoFar + 1;
    rowsSoFar += root.getRowCount();
    return new RowBatch(columns, LongStream.rangeClosed(first, rowsSoFar).toArray());
  }

  private SourceFault fault(Deadline.Wait wait, Exception error, String sql) {
    if (wait.expired()) {
      return deadline.fault();
    }
    boolean masked = String.valueOf(error.getMessage()).contains("Invalid result set");
    return masked ? unmasked(error, sql) : faults.read(error, queryStart);
  }

  /**
   * The driver hides why a streamed query failed on its way to the first rows; running it once more
   * with its rows thrown away tells.
   */
  private SourceFault unmasked(Exception masked, String sql) {
    try (Statement again = connection.createStatement()) {
      Deadline.Wait wait = deadline.start(again);
      try (wait) {
        again.execute(DIAGNOSE + sql);
      } catch (SQLException e) {
        return wait.expired() ? deadline.fault() : faults.read(e, queryStart + DIAGNOSE.length());
      }
    } catch (SQLException e) {
      return faults.read(e, queryStart);
    }
    return faults.read(masked, queryStart);
  }
}
