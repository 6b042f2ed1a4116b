package dev.footfall.core.destination;

import dev.footfall.core.file.FilePlace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything there is to know of a destination before a row is read. Data only.
 *
 * <p>Validation, {@code describe}, the documentation's tables, the JSON Schema of the configuration
 * and the contract tests are all read from it.
 *
 * @param about what it is and how soon what it was sent becomes visible
 * @param modes ways to deliver; the first is the default
 * @param settings what a destination or an orchestration may set
 * @param credential fields of its credential
 * @param columns what it takes from a query
 * @param rules which columns a query must return
 * @param codes every rejection and notice that it may give, in the order of their precedence
 * @param open what becomes of all other columns, where they are not left out
 */
public record DestinationSpec(
    About about,
    List<Mode> modes,
    List<Setting> settings,
    List<CredentialField> credential,
    List<ColumnSpec> columns,
    List<ColumnRule> rules,
    List<CodeSpec> codes,
    Optional<OpenColumns> open) {

  /** Copies the lists. */
  public DestinationSpec {
    modes = List.copyOf(modes);
    settings = List.copyOf(settings);
    credential = List.copyOf(credential);
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
    codes = List.copyOf(codes);
  }

  /** A destination that leaves out the columns that it does not name. */
  public DestinationSpec(
      About about,
      List<Mode> modes,
      List<Setting> settings,
      List<CredentialField> credential,
      List<ColumnSpec> columns,
      List<ColumnRule> rules,
      List<CodeSpec> codes) {
    this(about, modes, settings, credential, columns, rules, codes, Optional.empty());
  }

  /** The same destination with other columns: those that settings leave. */
  public DestinationSpec taking(List<ColumnSpec> others, Optional<OpenColumns> rest) {
    return new DestinationSpec(about, modes, settings, credential, others, rules, codes, rest);
  }

  /** The same destination with other rules: those that settings ask for. */
  public DestinationSpec ruled(List<ColumnRule> others) {
    return new DestinationSpec(about, modes, settings, credential, columns, others, codes, open);
  }

  /** The same destination with what all have in common that take files: where these go. */
  public DestinationSpec withFilePlaces() {
    String[] files =
        modes.stream()
            .filter(mode -> mode.transport() == Mode.Transport.FILE)
            .map(Mode::name)
            .toArray(String[]::new);
    return new DestinationSpec(
        about,
        modes,
        join(settings, FilePlace.settings(files.length < modes.size() ? files : new String[0])),
        join(credential, FilePlace.credential()),
        columns,
        rules,
        join(codes, FilePlace.codes()),
        open);
  }

  private static <T> List<T> join(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** The destination's type in the configuration, such as {@code meta}. */
  public String type() {
    return about.type();
  }

  /** How the names of its own columns begin in the canonical vocabulary: its short name. */
  public String columnPrefix() {
    return about.shortName() + "_";
  }

  /** The setting of that name. */
  public Optional<Setting> setting(String name) {
    return settings.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** The column of that platform name. */
  public Optional<ColumnSpec> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** The mode of that name. */
  public Optional<Mode> mode(String name) {
    return modes.stream().filter(m -> m.name().equals(name)).findFirst();
  }
}
