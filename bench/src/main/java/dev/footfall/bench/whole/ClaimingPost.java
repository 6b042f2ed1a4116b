package dev.footfall.bench.whole;

import dev.footfall.core.delivery.DeliveryListener;
import dev.footfall.core.delivery.Pending;
import dev.footfall.core.delivery.Post;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Claims and settles requests of a thousand events, but sends none: all count as accepted. */
final class ClaimingPost implements Post {
  private static final int REQUEST = 1000;
  private static final Outcome ACCEPTED = Outcome.Accepted.PLAIN;

  private final LedgerRun ledger;
  private final DeliveryListener listener;
  private List<Pending> filling = new ArrayList<>(REQUEST);

  ClaimingPost(LedgerRun ledger, DeliveryListener listener) {
    this.ledger = ledger;
    this.listener = listener;
  }

  @Override
  public void send(List<Pending> block) {
    for (Pending pending : block) {
      filling.add(pending);
      if (filling.size() == REQUEST) {
        deliver();
      }
    }
  }

  private void deliver() {
    List<LedgerEntry> entries = new ArrayList<>(filling.size());
    filling.forEach(pending -> entries.addAll(pending.entries()));
    long claim = ledger.claim(entries);
    ledger.settle(claim, Collections.nCopies(entries.size(), Settlement.DELIVERED));
    filling.forEach(pending -> listener.settled(pending, ACCEPTED));
    filling = new ArrayList<>(REQUEST);
  }

  @Override
  public void finish() {
    if (!filling.isEmpty()) {
      deliver();
    }
  }

  @Override
  public Optional<Reading.Stop> stopped() {
    return Optional.empty();
  }

  @Override
  public void stop(Reading.Stop reason) {}

  @Override
  public void close() {}
}
