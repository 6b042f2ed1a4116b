package dev.footfall.core.destination;

import dev.footfall.core.source.ColumnHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which column of a query feeds which field of a destination; made once a query, never per row.
 *
 * <p>Names match without regard to case and surrounding white space.
 */
public final class Binding {
  private final DestinationSpec spec;
  private final Vocabulary vocabulary;
  private final List<ColumnHeader> header;
  private final Map<String, Integer> indexByColumn = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, HashCount> hashCounts = new TreeMap<>();
  private final List<Open> open = new ArrayList<>();

  /**
   * A column that the destination takes without naming it.
   *
   * @param index in the query
   * @param name under which it goes
   */
  public record Open(int index, String name) {}

  /**
   * Something about the query's columns, or about a setting; {@code stops} when the run must not
   * start.
   */
  public record Problem(Code code, String column, String message, boolean stops) {}

  private Binding(DestinationSpec spec, Vocabulary vocabulary, List<ColumnHeader> header) {
    this.spec = spec;
    this.vocabulary = vocabulary;
    this.header = List.copyOf(header);
  }

  /** Binds a query's columns, noting what does not fit or looks odd in {@link #problems}. */
  public static Binding of(
      DestinationSpec spec,
      Vocabulary vocabulary,
      List<ColumnHeader> header,
      SettingValues settings) {
    Binding binding = new Binding(spec, vocabulary, header);
    binding.bind();
    binding.problems.addAll(new RequiredColumns(binding, spec, settings).missing());
    settings
        .oddities()
        .forEach(
            (name, words) ->
                binding.problems.add(new Problem(Code.UNUSUAL_SETTING, name, words, false)));
    return binding;
  }

  private void bind() {
    Map<String, ColumnSpec> byName = names();
    for (int i = 0; i < header.size(); i++) {
      String label = header.get(i).name();
      ColumnSpec column = byName.get(plain(label));
      if (column == null) {
        unnamed(label, i);
      } else {
        feed(column, i);
      }
    }
  }

  private void feed(ColumnSpec column, int index) {
    if (column.need() == Need.REFUSED) {
      String label = header.get(index).name();
      problems.add(
          new Problem(
              column.rule().code(), label, "column '" + label + "': " + column.help(), true));
      return;
    }
    Integer other = indexByColumn.putIfAbsent(column.name(), index);
    if (other != null) {
      ambiguous(other, index, column.target());
    }
  }

  private void ambiguous(int first, int second, String target) {
    String both = header.get(first).name() + "' and '" + header.get(second).name();
    problems.add(
        new Problem(
            Code.AMBIGUOUS_COLUMN,
            header.get(second).name(),
            "columns '" + both + "' both feed " + target + "; keep one of them",
            true));
  }

  private void unnamed(String label, int index) {
    Optional<String> name = spec.open().flatMap(columns -> openName(columns, label));
    if (name.isEmpty()) {
      unknown(label);
    } else if (!spec.open().get().names().matcher(name.get()).matches()) {
      problems.add(
          new Problem(
              Code.BAD_COLUMN_NAME,
              label,
              "the name of column '" + label + "' must be " + spec.open().get().inWords(),
              true));
    } else {
      open(name.get(), index);
    }
  }

  private void open(String name, int index) {
    Optional<Open> other = open.stream().filter(o -> o.name().equals(name)).findFirst();
    if (other.isPresent()) {
      ambiguous(other.get().index(), index, spec.open().get().target() + "." + name);
      return;
    }
    open.add(new Open(index, name));
    String advice = spec.open().get().suspects().get(plain(name));
    if (advice != null) {
      problems.add(
          new Problem(
              Code.LOOKS_LIKE_PROFILE_FIELD,
              header.get(index).name(),
              "column '" + header.get(index).name() + "' goes as a custom attribute; " + advice,
              false));
    }
  }

  /** Under which name an unnamed column goes; empty when it does not. */
  private Optional<String> openName(OpenColumns columns, String label) {
    String plain = plain(label);
    String prefix = spec.columnPrefix();
    if (vocabulary == Vocabulary.PLATFORM) {
      return Optional.of(label).filter(l -> !columns.ignored().contains(plain));
    }
    if (plain.startsWith(prefix)) {
      return Optional.of(label.strip().substring(prefix.length()));
    }
    return Optional.of(plain)
        .filter(CanonicalColumns.NAMES::contains)
        .filter(name -> !columns.ignored().contains(name));
  }

  private void unknown(String label) {
    if (!CanonicalColumns.NAMES.contains(plain(label))) {
      problems.add(
          new Problem(
              Code.UNKNOWN_COLUMN,
              label,
              "column '" + label + "' is not used by " + spec.about().title(),
              false));
    }
  }

  private Map<String, ColumnSpec> names() {
    Map<String, ColumnSpec> byName = new HashMap<>();
    for (ColumnSpec column : spec.columns()) {
      for (String name : namesOf(column)) {
        byName.put(plain(name), column);
      }
    }
    return byName;
  }

  /** What a query in this vocabulary may call a column; the usual name first. */
  public List<String> namesOf(ColumnSpec column) {
    List<String> names = new ArrayList<>();
    if (vocabulary == Vocabulary.PLATFORM) {
      names.add(column.name());
      names.addAll(column.names().aliases());
    } else {
      column.names().canonical().ifPresent(names::add);
      names.add(spec.columnPrefix() + column.name());
    }
    return names;
  }

  private static String plain(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }

  /** Index of the query column that feeds a field, or −1. */
  public int index(String column) {
    return indexByColumn.getOrDefault(column, -1);
  }

  /** Index of the query column of that label, whether it feeds a field or not. */
  public OptionalInt labelled(String label) {
    String wanted = plain(label);
    return IntStream.range(0, header.size())
        .filter(i -> plain(header.get(i).name()).equals(wanted))
        .findFirst();
  }

  /** Index of the query column that feeds the field of a canonical name, or −1. */
  public int canonicalIndex(String canonical) {
    return spec.columns().stream()
        .filter(c -> c.names().canonical().filter(canonical::equals).isPresent())
        .mapToInt(c -> index(c.name()))
        .findFirst()
        .orElse(-1);
  }

  /** The few values that the field of a canonical name takes; none where they are many. */
  public List<String> valuesOf(String canonical) {
    return spec.columns().stream()
        .filter(c -> c.names().canonical().filter(canonical::equals).isPresent())
        .flatMap(c -> c.values().stream())
        .toList();
  }

  /** Whether the query feeds a field. */
  public boolean has(String column) {
    return indexByColumn.containsKey(column);
  }

  /** The query's own label of the column that feeds a field; the field's name when none does. */
  public String label(String column) {
    return Optional.ofNullable(indexByColumn.get(column))
        .map(i -> header.get(i).name())
        .orElse(column);
  }

  /** Where the values of a hashed column are counted by the way in which they came. */
  public HashCount hashCount(String column) {
    return hashCounts.computeIfAbsent(label(column), c -> new HashCount());
  }

  /** The counts of all hashed columns that were read so far, by the query's own labels. */
  public Map<String, HashCount> hashCounts() {
    return Map.copyOf(hashCounts);
  }

  /** Indexes of all columns that go anywhere, ascending. */
  public int[] boundIndexes() {
    return IntStream.concat(
            indexByColumn.values().stream().mapToInt(Integer::intValue),
            open.stream().mapToInt(Open::index))
        .sorted()
        .toArray();
  }

  /** The columns that the destination takes without naming them, in the query's order. */
  public List<Open> open() {
    return List.copyOf(open);
  }

  /** The names of the fields that the query feeds. */
  public Set<String> columns() {
    return Set.copyOf(indexByColumn.keySet());
  }

  /** Whose names were matched. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The query's columns. */
  public List<ColumnHeader> header() {
    return header;
  }

  /** What does not fit; in the order of the query's columns, missing ones last. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
