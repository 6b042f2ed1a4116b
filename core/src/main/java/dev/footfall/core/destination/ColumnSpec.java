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

  /** An optional text column under its own name; what else there is to say follows. */
  public static ColumnSpec of(String name, String target, FieldRule rule) {
    return new ColumnSpec(
        name, ColumnNames.platform(), Need.OPTIONAL, ColumnType.TEXT, rule, target, List.of(), "");
  }

  /** The same column under further names of the platform vocabulary. */
  public ColumnSpec aliases(String... aliases) {
    return named(new ColumnNames(List.of(aliases), names.canonical()));
  }

  /** The same column, fed by a canonical one. */
  public ColumnSpec canonical(String canonical) {
    return named(new ColumnNames(names.aliases(), Optional.of(canonical)));
  }

  private ColumnSpec named(ColumnNames other) {
    return new ColumnSpec(name, other, need, type, rule, target, values, help);
  }

  /** The same column, wanted that much. */
  public ColumnSpec need(Need other) {
    return new ColumnSpec(name, names, other, type, rule, target, values, help);
  }

  /** The same column, holding that. */
  public ColumnSpec type(ColumnType other) {
    return new ColumnSpec(name, names, need, other, rule, target, values, help);
  }

  /** The same column, its values made fit in another way. */
  public ColumnSpec rule(FieldRule other) {
    return new ColumnSpec(name, names, need, type, other, target, values, help);
  }

  /** The same column, taking only these values. */
  public ColumnSpec values(List<String> only) {
    return new ColumnSpec(name, names, need, type, rule, target, only, help);
  }

  /** The same column with a sentence for people. */
  public ColumnSpec help(String sentence) {
    return new ColumnSpec(name, names, need, type, rule, target, values, sentence);
  }

  /** The column's normaliser, where it has one. */
  public Optional<Normaliser> normaliser() {
    return rule.normaliser();
  }
}
