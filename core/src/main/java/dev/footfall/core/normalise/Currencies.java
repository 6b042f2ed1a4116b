package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The currencies of ISO 4217 that amounts may be in: the current ones and those withdrawn within
 * two years before the table's date; no funds, metals or test codes.
 */
public final class Currencies {
  private static final int LETTERS = 26;
  private static final List<Optional<Currency>> BY_CODE = table();

  private Currencies() {}

  /** The currency that a trimmed text names, in any case; makes no object. */
  public static Optional<Currency> find(Text code) {
    if (code.length() != 3) {
      return Optional.empty();
    }
    int index = 0;
    for (int i = code.start(); i < code.end(); i++) {
      int letter = (code.bytes()[i] & 0xDF) - 'A';
      if (letter < 0 || letter >= LETTERS || code.bytes()[i] < 0) {
        return Optional.empty();
      }
      index = index * LETTERS + letter;
    }
    return BY_CODE.get(index);
  }

  /** The currency that a trimmed text names, in any case. */
  public static Optional<Currency> find(String code) {
    return find(Text.of(code));
  }

  private static List<Optional<Currency>> table() {
    List<Optional<Currency>> table =
        new ArrayList<>(Collections.nCopies(LETTERS * LETTERS * LETTERS, Optional.empty()));
    for (String[] row : Table.rows("currencies.tsv")) {
      String code = row[0];
      int index =
          ((code.charAt(0) - 'A') * LETTERS + code.charAt(1) - 'A') * LETTERS
              + code.charAt(2)
              - 'A';
      table.set(index, Optional.of(new Currency(code, Integer.parseInt(row[1]))));
    }
    return table;
  }
}
