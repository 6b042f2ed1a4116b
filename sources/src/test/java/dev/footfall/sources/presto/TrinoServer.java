package dev.footfall.sources.presto;

import io.trino.plugin.memory.MemoryConnectorFactory;
import io.trino.spi.type.SqlDecimal;
import io.trino.spi.type.SqlTimestamp;
import io.trino.spi.type.SqlTimestampWithTimeZone;
import io.trino.spi.type.SqlVarbinary;
import io.trino.spi.type.TimeZoneKey;
import io.trino.testing.LocalQueryRunner;
import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;
import io.trino.testing.TestingSession;
import java.io.Closeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lives in the oracle's class loader and answers SQL with rows, names and types as text. */
final class TrinoServer implements Function<String, List<List<String>>>, Closeable {

  private final LocalQueryRunner trino;

  TrinoServer(Instant now) {
    trino =
        LocalQueryRunner.create(
            TestingSession.testSessionBuilder()
                .setCatalog("memory")
                .setSchema("default")
                .setTimeZoneKey(TimeZoneKey.UTC_KEY)
                .setStart(now)
                .build());
    trino.createCatalog("memory", new MemoryConnectorFactory(), Map.of());
  }

  @Override
  public List<List<String>> apply(String sql) {
    MaterializedResult result = trino.execute(sql);
    return List.of(
        result.getMaterializedRows().stream()
            .map(row -> Rendering.row(row.getFields().stream().map(TrinoServer::plain).toList()))
            .toList(),
        result.getColumnNames(),
        result.getTypes().stream()
            .map(type -> type.getDisplayName().replaceAll("(varchar|char)\\(\\d+\\)", "varchar"))
            .toList());
  }

  private static Object plain(Object value) {
    if (value instanceof SqlTimestampWithTimeZone time) {
      return Instant.ofEpochMilli(time.getEpochMillis()).plusNanos(time.getPicosOfMilli() / 1_000);
    }
    if (value instanceof SqlTimestamp time) {
      return time.toLocalDateTime();
    }
    if (value instanceof SqlVarbinary bytes) {
      return bytes.getBytes();
    }
    if (value instanceof SqlDecimal decimal) {
      return decimal.toBigDecimal();
    }
    if (value instanceof MaterializedRow row) {
      return row.getFields().stream().map(TrinoServer::plain).toList();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(TrinoServer::plain).toList();
    }
    return value == null ? Rendering.NULL : value;
  }

  @Override
  public void close() {
    trino.close();
  }
}
