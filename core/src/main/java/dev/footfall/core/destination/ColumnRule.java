package dev.footfall.core.destination;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Columns of which a query must return at least one set.
 *
 * @param anyOf sets of column names; all columns of one set satisfy the rule
 * @param unlessColumn a column whose presence lifts the rule
 * @param unlessSetting settings of which any given value lifts the rule
 * @param modes the modes for which it holds; empty for all
 * @param vocabularies the vocabularies for which it holds; empty for all
 * @param isAdvice whether a query may break it all the same
 * @param reason why it holds, where that is not plain; empty where it is
 */
public record ColumnRule(
    List<List<String>> anyOf,
    Set<String> unlessColumn,
    Set<String> unlessSetting,
    Set<String> modes,
    Set<Vocabulary> vocabularies,
    boolean isAdvice,
    String reason) {
  /** Copies the collections. */
  public ColumnRule {
    anyOf = anyOf.stream().map(List::copyOf).toList();
    unlessColumn = Set.copyOf(unlessColumn);
    unlessSetting = Set.copyOf(unlessSetting);
    modes = Set.copyOf(modes);
    vocabularies = Set.copyOf(vocabularies);
  }

  /** One of these columns must be there. */
  public static ColumnRule anyOf(String... columns) {
    return of(Arrays.stream(columns).map(List::of).toList());
  }

  /** All columns of one of these sets must be there. */
  public static ColumnRule of(List<List<String>> sets) {
    return new ColumnRule(sets, Set.of(), Set.of(), Set.of(), Set.of(), false, "");
  }

  /** The same rule, lifted when the query returns that column. */
  public ColumnRule unlessColumn(String column) {
    return new ColumnRule(
        anyOf, Set.of(column), unlessSetting, modes, vocabularies, isAdvice, reason);
  }

  /** The same rule, lifted when that setting has a value. */
  public ColumnRule unlessSetting(String setting) {
    return new ColumnRule(
        anyOf, unlessColumn, Set.of(setting), modes, vocabularies, isAdvice, reason);
  }

  /** The same rule for these modes only. */
  public ColumnRule in(String... only) {
    return new ColumnRule(
        anyOf, unlessColumn, unlessSetting, Set.of(only), vocabularies, isAdvice, reason);
  }

  /** The same rule for this vocabulary only, because the other one has a default there. */
  public ColumnRule in(Vocabulary only) {
    return new ColumnRule(
        anyOf, unlessColumn, unlessSetting, modes, Set.of(only), isAdvice, reason);
  }

  /** The same rule as an advice: a query that breaks it is warned of. */
  public ColumnRule advised() {
    return new ColumnRule(anyOf, unlessColumn, unlessSetting, modes, vocabularies, true, reason);
  }

  /** The same rule, and why it holds: a setting that asks for it. */
  public ColumnRule because(String why) {
    return new ColumnRule(anyOf, unlessColumn, unlessSetting, modes, vocabularies, isAdvice, why);
  }

  /** Whether it holds for a query in that vocabulary, sent in that mode. */
  public boolean holdsFor(String mode, Vocabulary vocabulary) {
    return (modes.isEmpty() || modes.contains(mode))
        && (vocabularies.isEmpty() || vocabularies.contains(vocabulary));
  }
}
