package dev.footfall.store.postgres;

import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.store.ledger.LedgerStory;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The shared ledger answers as two plain maps would, whatever happens and in which order. */
class PostgresLedgerModelProperties {
  private static PostgresDatabase database;

  @BeforeContainer
  static void connect() {
    database = PostgresDatabase.open(TestPostgres.place());
  }

  @AfterContainer
  static void disconnect() {
    database.close();
  }

  @Property(tries = 60)
  void agrees_with_a_plain_model(@ForAll("stories") List<LedgerStory.Step> steps) {
    database.update("TRUNCATE ledger_scope, ledger_claim, ledger_line");
    try (LedgerStory story = new LedgerStory(new Machines())) {
      story.tell(steps);
    }
  }

  @Provide
  Arbitrary<List<LedgerStory.Step>> stories() {
    return LedgerStory.stories();
  }

  /** Each run has a machine of its own; after a crash the next one need not wait. */
  private static final class Machines implements LedgerStory.World {
    @Override
    public Ledger ledger() {
      return TestLeases.ledger(database, TestLeases.ENDS_AT_ONCE);
    }

    @Override
    public void crash(LedgerRun held) {
      ((PostgresLedgerRun) held).die();
    }
  }
}
