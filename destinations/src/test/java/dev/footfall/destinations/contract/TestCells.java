package dev.footfall.destinations.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.DecimalColumn;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.Micros;
import dev.footfall.core.source.MixedColumn;
import dev.footfall.core.source.RealColumn;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns of Java values: typed where all cells are of one kind, else mixed as NDJSON is. */
final class TestCells {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean[] NO_NULLS = {};

  private TestCells() {}

  static CellKind kindOf(List<@Nullable Object> values) {
    Set<CellKind> kinds =
        values.stream()
            .filter(v -> v != null)
            .map(TestCells::kind)
            .collect(Collectors.toCollection(TreeSet::new));
    return kinds.size() == 1 ? kinds.iterator().next() : CellKind.TEXT;
  }

  static Column of(List<@Nullable Object> values) {
    boolean[] nulls = new boolean[values.size()];
    List<Column> cells = new ArrayList<>();
    for (int i = 0; i < nulls.length; i++) {
      Object value = values.get(i);
      nulls[i] = value == null;
      cells.add(cell(value == null ? "" : value));
    }
    boolean allText = values.stream().allMatch(v -> v == null || v instanceof String);
    return allText ? texts(values, nulls) : new MixedColumn(cells, nulls);
  }

  private static Column texts(List<@Nullable Object> values, boolean[] nulls) {
    int[] offsets = new int[values.size() + 1];
    byte[] bytes = {};
    for (int i = 0; i < values.size(); i++) {
      byte[] more = values.get(i) instanceof String text ? Text.utf8(text) : new byte[0];
      bytes = Arrays.copyOf(bytes, bytes.length + more.length);
      System.arraycopy(more, 0, bytes, offsets[i], more.length);
      offsets[i + 1] = bytes.length;
    }
    return new TextColumn(CellKind.TEXT, bytes, offsets, nulls);
  }

  private static CellKind kind(Object value) {
    if (value instanceof String || value instanceof byte[]) {
      return CellKind.TEXT;
    }
    if (value instanceof Collection || value instanceof Map) {
      return CellKind.NESTED;
    }
    return cell(value).kind(0);
  }

  private static Column cell(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return longs(CellKind.INTEGER, ((Number) value).longValue());
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.unscaledValue().bitLength() < 64
          ? new DecimalColumn(
              decimal.scale(),
              new long[] {decimal.unscaledValue().longValue()},
              List.of(),
              NO_NULLS)
          : new DecimalColumn(decimal.scale(), new long[1], List.of(decimal), NO_NULLS);
    }
    if (value instanceof Double real) {
      return new RealColumn(new double[] {real}, NO_NULLS);
    }
    if (value instanceof Boolean flag) {
      return longs(CellKind.BOOLEAN, flag ? 1 : 0);
    }
    return cellOfTimeOrText(value);
  }

  private static Column cellOfTimeOrText(Object value) {
    if (value instanceof LocalDate date) {
      return longs(CellKind.DATE, date.toEpochDay());
    }
    if (value instanceof LocalDateTime local) {
      return longs(CellKind.LOCAL_TIMESTAMP, Micros.of(local.toInstant(ZoneOffset.UTC)));
    }
    if (value instanceof Instant instant) {
      return longs(CellKind.INSTANT, Micros.of(instant));
    }
    if (value instanceof byte[] raw) {
      return text(CellKind.TEXT, raw);
    }
    return value instanceof String text
        ? text(CellKind.TEXT, Text.utf8(text))
        : text(CellKind.NESTED, Text.utf8(json(value)));
  }

  private static Column longs(CellKind kind, long value) {
    return new LongColumn(kind, new long[] {value}, NO_NULLS);
  }

  private static Column text(CellKind kind, byte[] bytes) {
    return new TextColumn(kind, bytes, new int[] {0, bytes.length}, NO_NULLS);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
