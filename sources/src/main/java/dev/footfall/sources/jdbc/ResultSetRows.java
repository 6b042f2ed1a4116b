package dev.footfall.sources.jdbc;

import dev.footfall.core.source.Column;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.duckdb.Deadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** A warehouse's result, streamed. */
final class ResultSetRows implements Rows {
  private static final int BATCH = 4096;

  private final Request request;
  private final Statement statement;
  private final ResultSet result;
  private long rowsSoFar;

  /**
   * How the result is read.
   *
   * @param onError clears the transaction, which an error leaves unusable
   */
  record Request(List<Warehouse.Column> columns, long limit, Deadline deadline, Runnable onError) {}

  ResultSetRows(Statement statement, String sql, Request request) throws SQLException {
    this.request = request;
    this.statement = statement;
    Deadline.Wait wait = request.deadline.start(statement);
    try (wait) {
      this.result = statement.executeQuery(sql);
    } catch (SQLException e) {
      statement.close();
      request.onError.run();
      throw fault(wait, e);
    }
  }

  @Override
  public List<ColumnHeader> header() {
    return request.columns.stream()
        .map(column -> new ColumnHeader(column.name(), column.type().kind()))
        .toList();
  }

  @Override
  public Optional<RowBatch> next() {
    Deadline.Wait wait = request.deadline.start(statement);
    try (wait) {
      List<CellBuffer> cells =
          request.columns.stream().map(column -> CellBuffer.of(column.type(), BATCH)).toList();
      int rows = 0;
      while (rows < BATCH && rowsSoFar + rows < request.limit && result.next()) {
        for (int i = 0; i < cells.size(); i++) {
          cells.get(i).add(result, i + 1);
        }
        rows++;
      }
      return rows == 0 ? Optional.empty() : Optional.of(batch(cells, rows));
    } catch (SQLException e) {
      request.onError.run();
      throw fault(wait, e);
    }
  }

  private RowBatch batch(List<CellBuffer> cells, int rows) {
    long first = rowsSoFar + 1;
    rowsSoFar += rows;
    List<Column> columns = cells.stream().map(CellBuffer::column).toList();
    return new RowBatch(columns, LongStream.rangeClosed(first, rowsSoFar).toArray());
  }

  private SourceFault fault(Deadline.Wait wait, SQLException error) {
    return wait.expired() ? request.deadline.fault() : WarehouseFaults.of(error);
  }

  @Override
  public void close() {
    try (statement) {
      result.close();
    } catch (SQLException e) {
      throw WarehouseFaults.of(e);
    }
  }
}
