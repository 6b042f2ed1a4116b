package dev.footfall.sources.presto.translate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely means. */
final class Similar {

  private Similar() {}

  static Optional<String> to(String wrong, Collection<String> known) {
    int tolerance = Math.max(1, (wrong.length() + 2) / 3);
    return known.stream()
        .distinct()
        .filter(word -> distance(wrong, word) <= tolerance)
        .min(Comparator.comparingInt((String word) -> distance(wrong, word)).thenComparing(w -> w));
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
