package dev.footfall.store.postgres;

import dev.footfall.store.ledger.Entries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Ledgers of machines that share a database, at a fixed time. */
final class TestLeases {
  /** As if every run were paused from its first moment: nothing renews, and the term is over. */
  static final LeaseTerms ENDS_AT_ONCE = new LeaseTerms(Duration.ZERO, Duration.ofDays(1));

  static final Instant NOW = Instant.ofEpochSecond(Entries.NOW);

  private TestLeases() {}

  static PostgresLedger ledger(PostgresDatabase database, LeaseTerms terms) {
    return ledger(database, terms, NOW);
  }

  /** One whose lease counts time as it is told. */
  static PostgresLedger ledger(PostgresDatabase database, LeaseClock leaseClock) {
    return new PostgresLedger(
        database,
        Duration.ofDays(90),
        new LeaseTerms(Duration.ofMinutes(1), Duration.ofDays(1)),
        Clock.fixed(NOW, ZoneOffset.UTC),
        () -> leaseClock);
  }

  static PostgresLedger ledger(PostgresDatabase database, LeaseTerms terms, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new PostgresLedger(database, Duration.ofDays(90), terms, clock);
  }
}
