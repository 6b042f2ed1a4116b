package dev.footfall.sources.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Micros;
import dev.footfall.core.source.SourceFault;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Single cells of a JDBC result; {@link ResultSet#wasNull} tells whether they were NULL. */
final class JdbcCells {
  private static final JsonFactory JSON = new JsonFactory();

  private JdbcCells() {}

  /** What stands for a cell that fits a long; see {@link CellKind}. */
  static long number(ResultSet row, int column, CellKind kind) throws SQLException {
    return switch (kind) {
      case BOOLEAN -> row.getBoolean(column) ? 1 : 0;
      case DATE -> {
        LocalDate date = row.getObject(column, LocalDate.class);
        yield date == null ? 0 : date.toEpochDay();
      }
      case LOCAL_TIMESTAMP -> {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        yield time == null ? 0 : Micros.of(time.toInstant(ZoneOffset.UTC));
      }
      case INSTANT -> {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        yield time == null ? 0 : Micros.of(time.toInstant());
      }
      default -> row.getLong(column);
    };
  }

  /** JSON text of a JSON or array cell; null where NULL. */
  static @Nullable String json(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (!(value instanceof Array array)) {
      return value == null ? null : row.getString(column);
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      write(generator, array.getArray());
    } catch (IOException e) {
      throw new SourceFault("INVALID_VALUE", "An array cell cannot be read", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
    if (value instanceof Object[] elements) {
      generator.writeStartArray();
      for (Object element : elements) {
        write(generator, element);
      }
      generator.writeEndArray();
    } else if (value instanceof BigDecimal number) {
      generator.writeNumber(number);
    } else if (value instanceof Number number) {
      generator.writeNumber(number.toString());
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value == null) {
      generator.writeNull();
    } else {
      generator.writeString(value.toString());
    }
  }
}
