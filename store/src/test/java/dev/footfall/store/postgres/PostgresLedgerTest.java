package dev.footfall.store.postgres;

import dev.footfall.core.ledger.Ledger;
import dev.footfall.store.ledger.LedgerContract;
import org.junit.jupiter.api.AfterEach;

/** The ledger in a shared database keeps the contract. */
class PostgresLedgerTest extends LedgerContract {
  private final PostgresDatabase database = PostgresDatabase.open(TestPostgres.place());

  @Override
  protected Ledger open() {
    return TestLeases.ledger(database, LeaseTerms.defaults());
  }

  @AfterEach
  void disconnect() {
    database.close();
  }
}
