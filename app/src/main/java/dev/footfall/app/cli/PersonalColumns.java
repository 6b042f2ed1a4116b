package dev.footfall.app.cli;

import dev.footfall.app.config.Destinations;
import dev.footfall.core.destination.CanonicalColumns;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells columns that hold data of a person by their names, so that they are shown masked. */
final class PersonalColumns {
  /** Instead of a value. */
  static final String MASK = "***";

  private static final Pattern LOOKS_PERSONAL =
      Pattern.compile(
          "(?i).*(e_?mail|phone|mobile|address|street|birth|postal|postcode|zip|surname|maiden|idfa"
              + "|gaid|latitude|longitude|passport|tax_?id|ssn|(first|last|given|full|middle|family"
              + "|customer|user)_?name|(customer|person|user|loyalty|amperity)_?id).*|ip|ip_.*|dob");

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\"',;<>\\[\\]{}]+@[^\\s\"',;<>\\[\\]{}]+");

  private final Set<String> names = new HashSet<>(CanonicalColumns.PERSONAL);

  PersonalColumns(Destinations destinations) {
    for (DestinationSpec spec : destinations.specs()) {
      for (ColumnSpec column : spec.columns()) {
        if (column.rule().hashed()) {
          names.addAll(ColumnWords.namesOf(spec, column));
        }
      }
    }
  }

  boolean contains(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    return names.contains(name) || LOOKS_PERSONAL.matcher(name).matches();
  }

  /**
   * A text of any column with addresses masked: an order id or a note may hold one, whatever its
   * column is called.
   */
  static String withoutAddresses(String text) {
    return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll(MASK);
  }
}
