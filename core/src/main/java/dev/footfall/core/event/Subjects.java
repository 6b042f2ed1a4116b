package dev.footfall.core.event;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a row's normalisers may know of it: its country, above all. An unreadable or hashed country
 * counts as unknown. Used by one thread.
 */
public final class Subjects {
  private static final int MOST_REMEMBERED = 1000;

  private final int index;
  private final Optional<Normaliser> normaliser;
  private final Subject unknown;
  private final Map<String, Subject> byCountry = new HashMap<>();
  private final Text cell = new Text();
  private byte[] lastRaw = {};
  private Subject last;

  /**
   * Subjects for the rows of one query.
   *
   * @param country the destination's country column
   * @param defaultRegion upper-case alpha-2, for rows without a country
   * @param today in the orchestration's zone
   */
  public Subjects(Binding binding, ColumnSpec country, String defaultRegion, LocalDate today) {
    this(binding, country, new Subject("", defaultRegion, today));
  }

  /**
   * As the other one.
   *
   * @param unknown the subject of rows without a country
   */
  public Subjects(Binding binding, ColumnSpec country, Subject unknown) {
    this.index = binding.index(country.name());
    this.normaliser = country.normaliser();
    this.unknown = unknown;
    this.last = unknown;
  }

  /** What is known of a row. */
  public Subject of(RowGroup group, int row) {
    if (index < 0) {
      return unknown;
    }
    Column column = group.column(index, row);
    if (column.isNull(group.row(row))) {
      return unknown;
    }
    column.text(group.row(row), cell);
    if (!cell.sameBytes(lastRaw)) {
      lastRaw = cell.copy();
      last = resolve(cell.trim().decode());
    }
    return last;
  }

  private Subject resolve(String country) {
    if (country.isEmpty()) {
      return unknown;
    }
    if (byCountry.size() > MOST_REMEMBERED) {
      byCountry.clear();
    }
    return byCountry.computeIfAbsent(
        country,
        text ->
            normaliser
                .flatMap(n -> n.normalise(text, unknown, Trace.NONE))
                .map(c -> new Subject(c, unknown.defaultRegion(), unknown.today()))
                .orElse(unknown));
  }
}
