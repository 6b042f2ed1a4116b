package dev.footfall.app.orchestration;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.Surroundings;
import dev.footfall.core.delivery.Pace;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunTerms;
import dev.footfall.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether an orchestration's next run fits into what is left of its platform's requests of the day;
 * asks no platform.
 *
 * @param project free of faults
 * @param surroundings what its references are resolved against
 * @param store of the project
 * @param now what is left is left at this instant
 */
public record QuotaCheck(Project project, Surroundings surroundings, Store store, Instant now) {
  private static final int MOST_LOOKED_AT = 100;

  /**
   * Words on a run that does not fit; empty when it does, or when nobody knows.
   *
   * @throws dev.footfall.core.destination.SettingFault when settings are missing or contradict each
   *     other
   * @throws dev.footfall.app.config.UnresolvedReference when a reference leads nowhere
   */
  public Optional<String> tooMuch(OrchestrationConfig orchestration) {
    DestinationConfig destination =
        Objects.requireNonNull(project.destinations().get(orchestration.names().destination()));
    Connections connections = Connections.of(project, surroundings, store.tokens());
    Connections.Target target = new Connections.Target(destination, Optional.of(orchestration));
    Optional<HttpDelivery> http = connections.http(target, new Standing(now));
    Optional<Pace.Left> left =
        http.flatMap(
            way ->
                new Pace(
                        SharedPace.of(
                            store.paces(),
                            destination,
                            connections.settings(target),
                            new Standing(now)),
                        way.limits().requestsPerMinute(),
                        way.dailyQuota())
                    .left());
    return left.isEmpty()
        ? Optional.empty()
        : plan(orchestration.name(), http.get().limits().events())
            .flatMap(plan -> new QuotaForecast(store.runs()).tooMuch(plan, left.get()))
            .map(words -> "orchestration '" + orchestration.name() + "': " + words);
  }

  /** A run like the latest that sent for real, with the usual window. */
  private Optional<QuotaForecast.Plan> plan(String orchestration, int events) {
    return store.runs().latest(orchestration, MOST_LOOKED_AT).stream()
        .map(RecordedRun::start)
        .filter(start -> isPlain(start.terms()))
        .findFirst()
        .map(start -> new QuotaForecast.Plan(start, false, events));
  }

  private static boolean isPlain(RunTerms terms) {
    return !terms.isDry() && !terms.isFirstSend() && !terms.ledgerScope().isEmpty();
  }

  /** A clock that stands still. */
  private record Standing(Instant now) implements Time {
    @Override
    public void pause(Duration duration) {}
  }
}
