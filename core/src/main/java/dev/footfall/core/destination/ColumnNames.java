package dev.footfall.core.destination;

import java.util.List;
import java.util.Optional;

/**
 * What a column may be called.
 *
 * @param aliases further names in the platform vocabulary
 * @param canonical its name in the canonical vocabulary; empty when only the prefixed platform name
 *     ({@code meta_fbc}) serves there
 */
public record ColumnNames(List<String> aliases, Optional<String> canonical) {
  /** Copies the list. */
  public ColumnNames {
    aliases = List.copyOf(aliases);
  }

  /** Known by its platform names only. */
  public static ColumnNames platform(String... aliases) {
    return new ColumnNames(List.of(aliases), Optional.empty());
  }

  /** Fed by a canonical column. */
  public static ColumnNames canonical(String canonical, String... aliases) {
    return new ColumnNames(List.of(aliases), Optional.of(canonical));
  }
}
