package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has events learn what they need before they are sent. Remembers a bounded number of answers, so
 * that a name is asked once in a while rather than once an event. Used by one thread.
 */
final class Resolver implements AutoCloseable {
  private static final int MOST_REMEMBERED = 100_000;

  private final Resolution resolution;
  private final Line line;
  private final Questions questions;
  private boolean isAnswering;
  private final Map<String, Optional<Resolution.Value>> remembered =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Resolution.Value>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Resolver(Resolution resolution, Account account, Line line) {
    this.resolution = resolution;
    this.line = line;
    this.questions =
        new Questions(
            resolution,
            account,
            line.at(line.pace().beside("look-up", resolution.requestsPerMinute())));
  }

  /** Events to send, those that are not sent, and why the run must stop, if it must. */
  record Result(List<Pending> ready, List<Left> left, Optional<Reading.Stop> stop) {}

  /** An event that is not sent, and what it is told. */
  record Left(Pending pending, Outcome outcome) {}

  /**
   * Looks up what the events want. Those whose names stay without answer have their outcome; when
   * nobody answers at all, or twice in a row, the run stops.
   */
  Result resolve(List<Pending> block) throws InterruptedException {
    Map<String, String> found = new HashMap<>();
    List<String> open = open(names(block), found);
    List<Questions.Told> told = questions.ask(open);
    for (Questions.Told one : told) {
      if (one.isRefused()) {
        return new Result(block, List.of(), one.stop());
      }
      remember(one);
      one.found().forEach((name, value) -> found.put(name, value.text()));
    }
    return sorted(block, found, outage(told));
  }

  /** The stop that follows from questions that nobody answered, where one follows. */
  private Optional<Reading.Stop> outage(List<Questions.Told> told) {
    boolean didAnswer = isAnswering;
    isAnswering = told.isEmpty() ? didAnswer : told.stream().anyMatch(t -> t.stop().isEmpty());
    return isAnswering || didAnswer
        ? Optional.empty()
        : told.stream().flatMap(t -> t.stop().stream()).findFirst();
  }

  private Result sorted(
      List<Pending> block, Map<String, String> found, Optional<Reading.Stop> stop) {
    List<Pending> ready = new ArrayList<>(block.size());
    List<Left> left = new ArrayList<>();
    for (Pending pending : block) {
      Resolution.Resolved resolved = resolution.resolve(pending.event(), found);
      if (resolved instanceof Resolution.Resolved.Ready go) {
        go.losses().forEach(code -> line.listener().warning(code, code.meaning()));
        ready.add(pending.with(go.event()));
      } else if (resolved instanceof Resolution.Resolved.Left stay) {
        left.add(new Left(pending, stay.outcome()));
      }
    }
    return new Result(ready, left, stop);
  }

  private Set<String> names(List<Pending> block) {
    Set<String> names = new LinkedHashSet<>();
    block.forEach(pending -> names.addAll(resolution.wanted(pending.event())));
    return names;
  }

  /** The names that must be asked; the answers of the others are put into {@code found}. */
  private List<String> open(Set<String> names, Map<String, String> found) {
    Instant now = line.time().now();
    List<String> open = new ArrayList<>();
    for (String name : names) {
      Optional<Resolution.Value> value = remembered.get(name);
      if (value == null || value.filter(v -> !now.isBefore(v.until())).isPresent()) {
        open.add(name);
      } else {
        value.ifPresent(v -> found.put(name, v.text()));
      }
    }
    return open;
  }

  private void remember(Questions.Told told) {
    if (told.stop().isEmpty()) {
      told.names().forEach(n -> remembered.put(n, Optional.ofNullable(told.found().get(n))));
    }
  }

  /** Whether a stop says only that nobody answered. */
  static boolean isOutage(Reading.Stop stop) {
    return stop.code() == Code.PLATFORM_UNAVAILABLE || stop.code() == Code.RATE_LIMITED;
  }

  @Override
  public void close() {
    questions.close();
  }
}
