package dev.footfall.app.orchestration;

import dev.footfall.app.fault.UserFault;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.delivery.DeliveryListener;
import dev.footfall.core.delivery.Line;
import dev.footfall.core.delivery.Pace;
import dev.footfall.core.delivery.Readiness;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.delivery.Wire;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Route;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Has the platform tell what a run must know before it maps, such as the id behind a name. */
record Lookup(Orchestrations owner, Prepared prepared, Time time) {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /**
   * What the platform told; nothing where the route asks for nothing.
   *
   * @throws UserFault when it does not tell
   */
  Map<String, String> facts(Route route) throws InterruptedException {
    return route.delivery() instanceof HttpDelivery http
            && route.lookup(CredentialValues.none()).isPresent()
        ? asked(route, http)
        : Map.of();
  }

  private Map<String, String> asked(Route route, HttpDelivery http) throws InterruptedException {
    Wire wire = owner.outside().wires().apply(http.timeouts());
    RenewableAccount account =
        new RenewableAccount(
            http,
            wire,
            time,
            owner.store().tokens(),
            RenewableAccount.Configured.of(
                prepared.destination(), owner.project(), owner.surroundings()));
    Line line =
        new Line(
            wire,
            time,
            new Pace(SharedPace.of(owner, prepared.destination(), prepared.settings()), 60),
            new SecureRandom(),
            time.now().plus(LONGEST_WAIT),
            DeliveryListener.deaf());
    Optional<Reading.Stop> held = Readiness.held(line);
    if (held.isPresent()) {
      throw stopped(held.get().code(), held.get().words());
    }
    Optional<Reading.Stop> unready = Readiness.of(account, http.retries(), line);
    if (unready.isPresent()) {
      throw stopped(unready.get().code(), unready.get().words());
    }
    Optional<Exchange> question = route.lookup(account.credential());
    return question.isEmpty() ? Map.of() : found(new Exchanges(wire).follow(question.get()));
  }

  private Map<String, String> found(Exchange.Step end) {
    if (end instanceof Exchange.Step.Found found) {
      return found.facts();
    }
    throw end instanceof Exchange.Step.Failed failed
        ? stopped(failed.code(), failed.words())
        : UserFault.stopped(
            prepared.destination().name() + ": the platform's answer to the look-up says nothing");
  }

  private UserFault stopped(Code code, String words) {
    return UserFault.stopped(prepared.destination().name() + ": " + code + ": " + words);
  }
}
