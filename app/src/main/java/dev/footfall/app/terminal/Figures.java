package dev.footfall.app.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them; machines get them plain, in JSON. */
public final class Figures {
  private static final long KILO = 1024;

  private Figures() {}

  /** A count with thousands separators, such as {@code 1,234,567}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A share of a whole, such as {@code 95.0 %}; a dash when there is no whole. */
  public static String share(long part, long whole) {
    return whole == 0
        ? "–"
        : BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            + " %";
  }

  /** Bytes, such as {@code 9.5 MB}. */
  public static String bytes(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    double size = bytes;
    int unit = -1;
    while (size >= KILO && unit < 3) {
      size /= KILO;
      unit++;
    }
    String number = String.format(Locale.ROOT, size < 100 ? "%.1f" : "%.0f", size);
    return number.replaceFirst("\\.0$", "") + " " + "KMGT".charAt(unit) + "B";
  }

  /** A length of time, such as {@code 0.4 s}, {@code 12 s} or {@code 3 min 20 s}. */
  public static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** A count and its noun, such as {@code 1 row} or {@code 2 rows}. */
  public static String of(long count, String noun) {
    return count(count) + " " + (count == 1 ? noun : plural(noun));
  }

  /** A count and its noun, for nouns whose plural is not regular. */
  public static String of(long count, String noun, String plural) {
    return count(count) + " " + (count == 1 ? noun : plural);
  }

  private static String plural(String noun) {
    boolean consonantY = noun.matches(".*[^aeiou]y");
    if (consonantY) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.endsWith("s") || noun.endsWith("x") ? noun + "es" : noun + "s";
  }
}
