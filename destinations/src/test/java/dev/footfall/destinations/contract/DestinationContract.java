package dev.footfall.destinations.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every destination must do with rows. A destination joins by extending this class, or {@link
 * HttpDestinationContract} where it posts, and supplying its fixtures.
 */
public abstract class DestinationContract extends SpecificationContract {
  private static final int SEEDS = 12;
  private static final String HASH_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  /** The settings without which it does not go. */
  protected abstract Map<String, String> settings();

  /**
   * Rows of several orders, all fit to be sent at 2026-11-21T09:00:00Z, with plain identities and
   * at least one order of several items.
   */
  protected abstract TestRows goodRows();

  /** Canonical rows that it takes; change the shared ones only where the platform forces it. */
  protected TestRows canonicalRows() {
    return CanonicalSample.rows();
  }

  /** Plain texts that the platform takes unhashed, though they are personal. */
  protected Set<String> takenInPlain() {
    return Set.of();
  }

  /** Whether several rows become one event; where people are sent, one of their rows stands. */
  protected boolean joinsRows() {
    return true;
  }

  /** Whether two rows that nothing tells apart are two events. */
  protected boolean countsEqualRows() {
    return false;
  }

  /** How the platform gets a hash that came as lower-case hex digits. */
  protected String hashAsSent(String hex) {
    return hex;
  }

  /** The run that the tests use. */
  protected TestRun run() {
    return TestRun.of(destination()).set(settings());
  }

  @Test
  protected void good_rows_are_all_sent() {
    assertThat(run().binding(goodRows()).problems())
        .filteredOn(Binding.Problem::stops)
        .as("problems of the fixture's columns")
        .isEmpty();

    Mapped mapped = run().map(goodRows());

    assertThat(mapped.rejected())
        .as("rows for which no other stands")
        .filteredOn(line -> line.code() != Code.DUPLICATE_EVENT)
        .isEmpty();
    assertThat(mapped.events()).isNotEmpty();
    if (joinsRows()) {
      assertThat(mapped.events().size())
          .as("an order of several rows")
          .isLessThan(goodRows().size());
    }
    assertBalanced(mapped, goodRows());
  }

  @Test
  void the_order_of_rows_changes_nothing() {
    List<String> expected = run().map(goodRows()).texts();

    for (long seed = 1; seed <= SEEDS; seed++) {
      assertThat(run().map(goodRows().shuffled(seed)).texts())
          .as("shuffled with seed %d", seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void a_row_that_stands_twice_is_sent_once_except_where_equal_rows_are_two_events() {
    TestRows first = goodRows().only(0);
    Mapped mapped = run().map(first);
    Mapped twice = run().map(first.and(first));

    if (countsEqualRows()) {
      assertThat(twice.events()).hasSize(2 * mapped.events().size());
    } else {
      assertThat(twice.events()).hasSizeLessThanOrEqualTo(mapped.events().size());
    }
    assertBalanced(twice, first.and(first));
  }

  @Test
  void no_event_exceeds_the_limits() {
    Limits limits = run().route(goodRows()).delivery().limits();

    assertThat(run().map(goodRows()).events())
        .allSatisfy(
            event -> {
              assertThat(event.body().length).isLessThanOrEqualTo(limits.eventBytes());
              assertThat(event.expiresAt()).isGreaterThanOrEqualTo(run().now().getEpochSecond());
            });
  }

  @Test
  void identities_are_hashed_before_anything_else_sees_them() {
    for (Event event : run().map(goodRows()).events()) {
      String body = new String(event.body(), StandardCharsets.UTF_8);
      assertThat(body).doesNotContain(HASH_OF_NOTHING);
      assertThat(personal()).allSatisfy(text -> assertThat(body).doesNotContain(text));
      assertThat(event.toString()).doesNotContain(event.id().isEmpty() ? "\0" : event.id());
    }
  }

  @Test
  void what_comes_hashed_is_passed_on_in_the_platforms_form() {
    String hash = "0123456789ABCDEF".repeat(4);
    for (ColumnSpec column : hashedColumns()) {
      Mapped mapped = run().map(goodRows().with(column.name(), hash));
      assertThat(mapped.texts())
          .as(column.name())
          .isNotEmpty()
          .allSatisfy(text -> assertThat(text).contains(hashAsSent(hash.toLowerCase(Locale.ROOT))))
          .noneSatisfy(text -> assertThat(text).contains(hash));
      assertThat(mapped.dropped()).as(column.name()).isEmpty();
    }
  }

  @Test
  void the_turkish_locale_changes_nothing() {
    List<String> expected = run().map(goodRows()).texts();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale.Builder().setLanguage("tr").setRegion("TR").build());
      assertThat(run().map(goodRows()).texts()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void canonical_rows_are_taken() {
    TestRun canonical = run().canonical();
    assertThat(canonical.binding(canonicalRows()).problems()).isEmpty();

    Mapped mapped = canonical.map(canonicalRows());

    assertThat(mapped.rejected())
        .as("rows for which no other stands")
        .filteredOn(line -> line.code() != Code.DUPLICATE_EVENT)
        .isEmpty();
    assertThat(mapped.events()).isNotEmpty();
    assertBalanced(mapped, canonicalRows());
  }

  @Test
  void any_cell_gives_its_row_one_fate_and_a_documented_code() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      TestRows rows = Fuzz.rows(seed, spec(), goodRows());
      Mapped mapped = run().map(rows);
      assertBalanced(mapped, rows);
      assertDocumented(mapped);
      assertThat(mapped.texts())
          .as("seed %d", seed)
          .noneSatisfy(text -> assertThat(text).contains(HASH_OF_NOTHING));
    }
  }

  @Test
  void messages_never_hold_a_value() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Mapped mapped = run().map(Fuzz.rows(seed, spec(), goodRows()));
      Stream.of(mapped.rejected(), mapped.dropped(), mapped.notices())
          .flatMap(List::stream)
          .forEach(
              line ->
                  assertThat(personal())
                      .allSatisfy(text -> assertThat(line.detail()).doesNotContain(text)));
    }
  }

  /** Every row has exactly one fate. */
  protected static void assertBalanced(Mapped mapped, TestRows rows) {
    assertThat(mapped.fates()).hasSize(rows.size()).allSatisfy((row, n) -> assertThat(n).isOne());
  }

  private void assertDocumented(Mapped mapped) {
    assertThat(documented())
        .containsAll(
            Stream.of(mapped.rejected(), mapped.dropped(), mapped.notices())
                .flatMap(List::stream)
                .map(Mapped.Line::code)
                .toList());
  }

  private List<ColumnSpec> hashedColumns() {
    return spec().columns().stream()
        .filter(c -> c.rule().hashed() && goodRows().names().contains(c.name()))
        .toList();
  }

  /** The plain texts of the good rows that must not leave: those of hashed columns. */
  protected final Set<String> personal() {
    Set<String> texts = new TreeSet<>();
    TestRows rows = goodRows();
    for (ColumnSpec column : hashedColumns()) {
      for (int row = 0; row < rows.size(); row++) {
        if (rows.cell(row, column.name()) instanceof String text && text.strip().length() > 3) {
          texts.add(text.strip());
          texts.add(text.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    texts.removeAll(takenInPlain());
    return texts;
  }
}
