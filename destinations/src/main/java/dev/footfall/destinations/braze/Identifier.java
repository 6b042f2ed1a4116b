package dev.footfall.destinations.braze;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How Braze is told who a user is. */
enum Identifier {
  EXTERNAL_ID("external_id"),
  BRAZE_ID("braze_id"),
  USER_ALIAS("alias_name", "alias_label");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> columns;

  Identifier(String... columns) {
    this.columns = List.of(columns);
  }

  /** The identifier that a setting names. */
  static Identifier of(String setting) {
    return valueOf(setting.toUpperCase(Locale.ROOT));
  }

  /** What Braze calls it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns that make it. */
  List<String> columns() {
    return columns;
  }

  /** The names of columns that make another one. */
  List<String> foreignColumns() {
    return Stream.concat(
            Arrays.stream(values()).filter(other -> other != this).flatMap(i -> i.columns.stream()),
            Stream.of("user_alias").filter(name -> this != USER_ALIAS))
        .toList();
  }
}
