package dev.footfall.store.ledger;

import static dev.footfall.store.ledger.Entries.entries;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.ScopeHold;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.ledger.Tally;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger tells of who holds a scope, and of what stands in a run's name. */
public abstract class HoldContract extends LedgerTrial {
  @Test
  void a_scope_tells_which_run_holds_it_or_held_it_last() {
    assertThat(ledger.hold(SCOPE)).isEmpty();
    try (LedgerRun run = ledger.begin(SCOPE, 7)) {
      run.hold(Duration.ZERO);
      assertThat(ledger.hold(SCOPE)).contains(new ScopeHold(7, true));
      assertThat(ledger.hold("another scope")).isEmpty();
    }
    assertThat(ledger.hold(SCOPE)).contains(new ScopeHold(7, false));
    try (LedgerRun run = ledger.begin(SCOPE, 9)) {
      run.hold(Duration.ZERO);
      assertThat(ledger.hold(SCOPE)).contains(new ScopeHold(9, true));
    }
  }

  @Test
  void looking_does_not_take_the_scope() {
    try (LedgerRun run = ledger.begin(SCOPE, 1)) {
      assertThat(ledger.hold(SCOPE)).isPresent();
      run.settle(run.claim(entries(1, 0, 1)), List.of(Settlement.DELIVERED));
    }
    for (int number = 2; number < 50; number++) {
      assertThat(ledger.hold(SCOPE)).isPresent();
      ledger.begin(SCOPE, number).close();
    }
  }

  @Test
  void what_a_run_left_is_counted_until_another_run_replaces_it() {
    assertThat(ledger.tally(SCOPE, 1)).isEqualTo(Tally.NONE);
    deliver(1, 0, 5, Settlement.DELIVERED);
    deliver(2, 5, 10, Settlement.UNKNOWN);
    try (LedgerRun dies = ledger.begin(SCOPE, 3)) {
      dies.settle(dies.claim(entries(3, 10, 12)), Collections.nCopies(2, Settlement.DELIVERED));
      dies.claim(entries(3, 12, 13));
      assertThat(ledger.tally(SCOPE, 3)).isEqualTo(new Tally(2, 1));
    }
    reopen();
    assertThat(ledger.tally(SCOPE, 1)).isEqualTo(new Tally(5, 0));
    assertThat(ledger.tally(SCOPE, 2)).isEqualTo(new Tally(0, 5));
    assertThat(ledger.tally(SCOPE, 3)).isEqualTo(new Tally(2, 1));
    deliver(4, 5, 13, Settlement.DELIVERED);
    assertThat(ledger.tally(SCOPE, 2)).isEqualTo(Tally.NONE);
    assertThat(ledger.tally(SCOPE, 3)).isEqualTo(Tally.NONE);
    assertThat(ledger.tally(SCOPE, 4)).isEqualTo(new Tally(8, 0));
  }
}
