package dev.footfall.core.destination;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.PlainText;
import java.util.List;

/** Columns that all destinations specify alike; what else there is to say of one follows. */
public final class Columns {
  private Columns() {}

  /** Normalised and hashed; a failing value is dropped. */
  public static ColumnSpec hashed(
      String name, String target, Normaliser normaliser, Code code, String... aliases) {
    return ColumnSpec.of(name, target, FieldRule.hashed(normaliser, code)).aliases(aliases);
  }

  /** One line of text, sent as it is. */
  public static ColumnSpec plain(String name, String target, String... aliases) {
    return plain(name, target, PlainText.oneLine(), aliases);
  }

  /** Normalised, sent as it is; a failing value is dropped. */
  public static ColumnSpec plain(
      String name, String target, Normaliser normaliser, String... aliases) {
    return ColumnSpec.of(name, target, FieldRule.plain(normaliser, Code.FIELD_DROPPED))
        .aliases(aliases);
  }

  /** Read by the destination itself; a failing value rejects. */
  public static ColumnSpec judged(String name, String target, Code code, String... aliases) {
    return ColumnSpec.of(name, target, FieldRule.rejecting(code)).aliases(aliases);
  }

  /** Taken and not used. */
  public static ColumnSpec ignored(String name) {
    return ColumnSpec.of(name, "-", FieldRule.dropping(Code.COLUMN_IGNORED));
  }

  /** When it happened. */
  public static ColumnSpec time(String name, String target, String... aliases) {
    return judged(name, target, Code.BAD_TIMESTAMP, aliases)
        .canonical("timestamp")
        .type(ColumnType.TIMESTAMP)
        .need(Need.REQUIRED)
        .help("When it happened.");
  }

  /** The price of one unit. */
  public static ColumnSpec price(String name, String target, String... aliases) {
    return judged(name, target, Code.BAD_PRICE, aliases)
        .canonical("price")
        .type(ColumnType.DECIMAL)
        .help("Price of one unit.");
  }

  /** How many units. */
  public static ColumnSpec quantity(String name, String target, String... aliases) {
    return judged(name, target, Code.BAD_QUANTITY, aliases)
        .canonical("quantity")
        .type(ColumnType.DECIMAL)
        .help("Units of the item.");
  }

  /** The flags that take a row out of its order: {@code is_return}, {@code is_cancellation}. */
  public static List<ColumnSpec> voiding() {
    return List.of(voiding("is_return"), voiding("is_cancellation"));
  }

  private static ColumnSpec voiding(String name) {
    return judged(name, "-", Code.RETURN_OR_CANCELLATION)
        .canonical(name)
        .type(ColumnType.BOOLEAN)
        .help("Such a row does not count.");
  }
}
