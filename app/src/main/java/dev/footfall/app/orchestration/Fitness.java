package dev.footfall.app.orchestration;

import dev.footfall.app.config.Project;
import dev.footfall.app.config.Retention;
import dev.footfall.app.fault.UserFault;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Route;
import java.util.List;
import java.util.Optional;

/** Refuses what cannot go well, before anything is sent. */
public final class Fitness {
  /** Zones, clocks that differ, a run that waits: a line is forgotten so long after its window. */
  private static final int SAFETY_DAYS = 7;

  private Fitness() {}

  /** Refuses a ledger that would forget events while the destination still takes them. */
  static void require(Retention retention, Prepared prepared) {
    tooShort(retention, prepared)
        .ifPresent(
            words -> {
              throw UserFault.of(words);
            });
  }

  /** Why a ledger with this retention would let events be sent twice; empty when it would not. */
  public static Optional<String> tooShort(Retention retention, Prepared prepared) {
    Route widest = Routing.of(prepared, true, "retention").route();
    long needed = (long) widest.windowDays() + SAFETY_DAYS;
    return widest.usesLedger() && retention.ledger().toDays() < needed
        ? Optional.of(
            Project.FILE
                + ":"
                + retention.place().line()
                + ": 'ledger' of retention is "
                + retention.ledger().toDays()
                + "d, but orchestration '"
                + prepared.orchestration().name()
                + "' sends what is up to "
                + widest.windowDays()
                + " days old; set it to "
                + needed
                + "d or more, or its events are sent twice")
        : Optional.empty();
  }

  /** Refuses queries whose columns a destination cannot use. */
  static void require(Binding binding) {
    List<Binding.Problem> stopping =
        binding.problems().stream().filter(Binding.Problem::stops).toList();
    if (!stopping.isEmpty()) {
      throw UserFault.of(
          stopping.get(0).code()
              + ": "
              + String.join("; ", stopping.stream().map(Binding.Problem::message).toList()));
    }
  }
}
