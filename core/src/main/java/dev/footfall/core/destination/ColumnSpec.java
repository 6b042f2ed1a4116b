package dev.footfall.core.destination;

import dev.footfall.core.normalise.Normaliser;
import java.util.List;
import java.util.Optional;

/**
 * One column that a destination takes.
 *
 * @param name the platform vocabulary's first name for it
 * @param names how it may be called, in both vocabularies
 * @param need how much it is wanted
 * @param type what it holds
 * @param rule how its values are normalised, and what happens to those that fail
 * @param target where it goes, such as {@code user_data.em[]}
 * @param values the values it takes where they are few; else empty
 * @param help one sentence for people
 */
public record ColumnSpec(
    String name,
    ColumnNames names,
    Need need,
    ColumnType type,
    FieldRule rule,
    String target,
    List<String> values,
    String help) {
  /** Copies the list. */
  public ColumnSpec {
    values = List.copyOf(values);
  }

  /** The column's normaliser, where it has one. */
  public Optional<Normaliser> normaliser() {
    return rule.normaliser();
  }
}
