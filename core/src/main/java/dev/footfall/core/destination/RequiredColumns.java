package dev.footfall.core.destination;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which columns a query must return: those that the specification asks for, and those that a
 * setting names.
 *
 * @param binding of the query's columns
 * @param spec whose rules hold
 * @param settings in force
 */
record RequiredColumns(Binding binding, DestinationSpec spec, SettingValues settings) {
  /** A word on each that is not there, in the order of the rules. */
  List<Binding.Problem> missing() {
    Stream<Binding.Problem> asked =
        spec.rules().stream()
            .filter(rule -> rule.holdsFor(settings.mode(), binding.vocabulary()))
            .flatMap(rule -> missing(rule).stream());
    Stream<Binding.Problem> named =
        spec.settings().stream()
            .filter(setting -> setting.namesColumns() && setting.usedIn(settings.mode()))
            .flatMap(this::missing);
    return Stream.concat(asked, named).toList();
  }

  private Optional<Binding.Problem> missing(ColumnRule rule) {
    boolean isLifted =
        rule.unlessColumn().stream().anyMatch(binding::has)
            || rule.unlessSetting().stream().anyMatch(s -> settings.find(s).isPresent());
    if (isLifted || rule.anyOf().stream().anyMatch(binding.columns()::containsAll)) {
      return Optional.empty();
    }
    String wanted = String.join(" or ", rule.anyOf().stream().map(this::inWords).toList());
    String verb = rule.isAdvice() ? " should" : " must";
    return Optional.of(
        new Binding.Problem(
            rule.isAdvice() ? Code.RECOMMENDED_COLUMN : Code.MISSING_COLUMN,
            wanted,
            "the query"
                + verb
                + " return "
                + wanted
                + " for "
                + spec.about().title()
                + (rule.reason().isEmpty() ? "" : ", because " + rule.reason()),
            !rule.isAdvice()));
  }

  /** A column that the operator names must be there; one that a default names need not. */
  private Stream<Binding.Problem> missing(Setting setting) {
    if (!settings.isGiven(setting.name())) {
      return Stream.empty();
    }
    return settings.words(setting.name()).stream()
        .filter(label -> binding.labelled(label).isEmpty())
        .map(
            label ->
                new Binding.Problem(
                    Code.MISSING_COLUMN,
                    label,
                    "setting '"
                        + setting.name()
                        + "' names column '"
                        + label
                        + "', which the query does not return; correct the name, or return the"
                        + " column",
                    true));
  }

  private String inWords(List<String> columns) {
    return String.join(" and ", columns.stream().map(this::nameFor).toList());
  }

  private String nameFor(String column) {
    return binding.vocabulary() == Vocabulary.PLATFORM
        ? column
        : spec.column(column)
            .flatMap(c -> c.names().canonical())
            .orElse(spec.columnPrefix() + column);
  }
}
