package dev.footfall.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.ledger.LeaseLost;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.ledger.Tally;
import dev.footfall.store.ledger.Entries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a run knows of its own lease in the moment before a request leaves, by a clock that the test
 * moves. Nothing renews the lease but its need.
 */
class PausedRunTest {
  private static final String SCOPE = "meta 123 api";
  private static final Duration REQUEST = Duration.ofSeconds(35);

  private final PostgresDatabase here = PostgresDatabase.open(TestPostgres.place());
  private final AtomicLong ticks = new AtomicLong();
  private Instant day = TestLeases.NOW;
  private final LedgerRun run =
      TestLeases.ledger(here, LeaseClock.of(ticks::get, () -> day)).begin(SCOPE, 1);
  private final String first = term();

  @AfterEach
  void disconnect() {
    run.close();
    here.close();
  }

  private String term() {
    return here.query(row -> row.getString(1), "SELECT lease_ends FROM ledger_scope").get(0);
  }

  private void takenOver() {
    here.update("UPDATE ledger_scope SET fence = fence + 1");
  }

  @Test
  void while_the_lease_surely_lasts_the_server_is_not_asked() {
    ticks.addAndGet(Duration.ofSeconds(25).toNanos());
    takenOver(); // as no server would allow; nobody looks
    assertThatCode(() -> run.hold(REQUEST)).doesNotThrowAnyException();
    assertThat(term()).isEqualTo(first);
  }

  @Test
  void a_lease_that_might_end_before_the_request_is_renewed_first() {
    ticks.addAndGet(Duration.ofSeconds(26).toNanos());
    run.hold(REQUEST);
    assertThat(term()).isNotEqualTo(first);
  }

  @Test
  void a_paused_run_that_wakes_up_after_a_takeover_is_refused() {
    ticks.addAndGet(Duration.ofMinutes(2).toNanos());
    takenOver();
    assertThatThrownBy(() -> run.hold(REQUEST)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void a_machine_that_slept_knows_by_the_time_of_day() {
    day = day.plus(Duration.ofMinutes(2)); // its own count stood still
    takenOver();
    assertThatThrownBy(() -> run.hold(REQUEST)).isInstanceOf(LeaseLost.class);
  }

  /** What the server does to the first change of a table. */
  private void first(String table, String does) {
    here.update("CREATE SEQUENCE changes");
    here.update(
        "CREATE FUNCTION first_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " IF nextval('changes') = 1 THEN "
            + does
            + "; END IF; RETURN NEW; END $$");
    here.update(
        "CREATE TRIGGER first_change BEFORE INSERT OR UPDATE ON "
            + table
            + " FOR EACH ROW EXECUTE FUNCTION first_change()");
  }

  @Test
  void a_server_that_restarts_when_the_lease_must_be_renewed_costs_no_run_its_life() {
    first("ledger_scope", "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60)");
    ticks.addAndGet(Duration.ofSeconds(26).toNanos());
    assertThatCode(() -> run.hold(REQUEST)).doesNotThrowAnyException();
    assertThat(term()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deadlock_detected", "serialization_failure", "read_only_sql_transaction"})
  void what_the_server_gave_up_for_a_moment_is_claimed_again(String why) {
    first("ledger_claim", "RAISE EXCEPTION USING ERRCODE = '" + why + "'");
    run.reserve(Entries.keys(0, 2));
    run.settle(
        run.claim(Entries.entries(1, 0, 2)), List.of(Settlement.DELIVERED, Settlement.DELIVERED));
    assertThat(TestLeases.ledger(here, LeaseTerms.defaults()).tally(SCOPE, 1))
        .isEqualTo(new Tally(2, 0));
  }

  @Test
  void a_paused_run_that_nobody_took_over_goes_on() {
    ticks.addAndGet(Duration.ofHours(2).toNanos());
    assertThatCode(() -> run.hold(REQUEST)).doesNotThrowAnyException();
  }

  @Test
  void a_request_that_may_take_longer_than_a_lease_has_as_much_as_a_lease_can_give() {
    assertThatCode(() -> run.hold(Duration.ofMinutes(5))).doesNotThrowAnyException();
    assertThat(term()).isEqualTo(first);
  }
}
