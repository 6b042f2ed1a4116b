package dev.footfall.sources.presto;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes values of both engines the same way. */
final class Rendering {

  static final String NULL = "NULL";
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private Rendering() {}

  static String row(List<?> values) {
    return values.stream().map(Rendering::text).collect(Collectors.joining(" | "));
  }

  static String text(Object value) {
    try {
      return written(value);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String written(Object value) throws SQLException {
    if (value == null) {
      return NULL;
    }
    if (value instanceof Blob blob) {
      return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Timestamp time) {
      return fraction(LOCAL.format(time.toLocalDateTime()));
    }
    if (value instanceof LocalDateTime time) {
      return fraction(LOCAL.format(time));
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    if (value instanceof Instant instant) {
      return instant.toString();
    }
    return nested(value);
  }

  private static String nested(Object value) throws SQLException {
    if (value instanceof Array array) {
      return nested(Arrays.asList((Object[]) array.getArray()));
    }
    if (value instanceof Struct struct) {
      return nested(Arrays.asList(struct.getAttributes()));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Rendering::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(text(key), text(item)));
      return sorted.toString();
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value.toString();
  }

  private static String fraction(String time) {
    return time.replaceFirst("\\.?0+$", "").replaceFirst("(:\\d)$", "$10");
  }
}
