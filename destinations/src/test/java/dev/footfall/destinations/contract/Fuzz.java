package dev.footfall.destinations.contract;

import dev.footfall.core.destination.DestinationSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Good rows with cells that no good query would give; the same for the same seed. */
final class Fuzz {
  private static final int ROWS = 60;
  private static final String MEGABYTE = "x".repeat(1 << 20);
  private static final List<Object> NASTY =
      List.of(
          "",
          " \u00a0\u200b\ufeff",
          "\u0000",
          "a\u0000b\r\n\tc",
          "\ud800",
          "x\udc00y",
          "\"quoted\\\"",
          "'; drop table events; --",
          "n/a",
          "-",
          "0",
          "-1",
          "NaN",
          "Infinity",
          "1e400",
          "9".repeat(400),
          "1,299.00",
          "$5",
          "0.000000000000000000001",
          "1795197900",
          "1795197900000",
          "2026-11-20T18:05:00Z",
          "2026-02-30",
          "yesterday",
          "[]",
          "[null]",
          "[\"a\",\"b\"",
          "[[[[[[[[[[",
          "{\"a\":1}",
          "true",
          "e\u0301\u0302\u0303",
          "\ud83d\ude00",
          "0".repeat(64),
          "Ada.Lovelace@Example.com",
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          0,
          -1,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.MIN_VALUE,
          1e300,
          new BigDecimal("1e-30"),
          new BigDecimal("123456789012345678901234567890.123"));

  private Fuzz() {}

  static TestRows rows(long seed, DestinationSpec spec, TestRows good) {
    Random random = new Random(seed);
    List<String> columns = spec.columns().stream().map(c -> c.name()).toList();
    TestRows rows = good.only(0);
    for (int i = 1; i < ROWS; i++) {
      rows = rows.and(good.only(random.nextInt(good.size())));
    }
    for (int i = 0; i < 6; i++) {
      String column = columns.get(random.nextInt(columns.size()));
      if (!rows.names().contains(column)) {
        rows = rows.with(column, null);
      }
    }
    for (int row = 0; row < ROWS; row++) {
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        String column = rows.names().get(random.nextInt(rows.names().size()));
        rows = rows.with(row, column, cell(random));
      }
    }
    return rows;
  }

  private static @Nullable Object cell(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> null;
      case 1 -> bytes(random);
      case 2 -> random.nextInt(40) == 0 ? MEGABYTE : "y".repeat(random.nextInt(9000));
      case 3 -> random.nextBoolean();
      case 4 -> LocalDate.ofEpochDay(random.nextInt(60_000) - 10_000L);
      case 5 -> LocalDateTime.of(1 + random.nextInt(9998), 1, 1, 0, 0);
      case 6 -> Instant.ofEpochSecond(random.nextInt());
      case 7 -> List.of("a", 1, Map.of("b", "c"));
      case 8 -> random.nextDouble() * 1e6 - 10;
      default -> NASTY.get(random.nextInt(NASTY.size()));
    };
  }

  /** Any bytes, as a broken source might hand over as text. */
  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }
}
