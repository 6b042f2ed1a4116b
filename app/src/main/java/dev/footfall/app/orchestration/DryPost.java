package dev.footfall.app.orchestration;

import dev.footfall.core.delivery.DeliveryListener;
import dev.footfall.core.delivery.Pending;
import dev.footfall.core.delivery.Post;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import java.util.List;
import java.util.Optional;

/** Sends nothing: every event of a dry run is not attempted. */
record DryPost(DeliveryListener listener) implements Post {
  private static final Outcome DRY = new Outcome.NotSent(Code.NOT_ATTEMPTED, "dry run");

  @Override
  public void send(List<Pending> block) {
    block.forEach(pending -> listener.settled(pending, DRY));
  }

  @Override
  public void finish() {}

  @Override
  public Optional<Reading.Stop> stopped() {
    return Optional.empty();
  }

  @Override
  public void stop(Reading.Stop reason) {}

  @Override
  public void close() {}
}
