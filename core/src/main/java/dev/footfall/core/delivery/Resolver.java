package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.event.Event;
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
final class Resolver {
  private static final int MOST_REMEMBERED = 100_000;

  private final Resolution resolution;
  private final Account account;
  private final Line line;
  private final Map<String, Optional<String>> remembered =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Resolver(Resolution resolution, Account account, Line line) {
    this.resolution = resolution;
    this.account = account;
    this.line = line.at(new Pace(line.time(), resolution.requestsPerMinute()));
  }

  /** Events to send, those that are not sent, and why the run must stop, if it must. */
  record Result(List<Pending> ready, List<Left> left, Optional<Reading.Stop> stop) {}

  /** An event that is not sent, and what it is told. */
  record Left(Pending pending, Outcome outcome) {}

  Result resolve(List<Pending> block) throws InterruptedException {
    Map<String, String> found = new HashMap<>();
    Optional<Reading.Stop> stop = learn(names(block), found);
    List<Pending> ready = new ArrayList<>(block.size());
    List<Left> left = new ArrayList<>();
    if (stop.isPresent()) {
      return new Result(block, left, stop);
    }
    for (Pending pending : block) {
      Resolution.Resolved resolved = resolution.resolve(pending.event(), found);
      if (resolved instanceof Resolution.Resolved.Ready go) {
        ready.add(new Pending(go.event(), pending.entries()));
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

  private Optional<Reading.Stop> learn(Set<String> names, Map<String, String> found)
      throws InterruptedException {
    List<String> open = new ArrayList<>();
    for (String name : names) {
      Optional<String> value = remembered.get(name);
      if (value == null) {
        open.add(name);
      } else {
        value.ifPresent(v -> found.put(name, v));
      }
    }
    for (int from = 0; from < open.size(); from += resolution.most()) {
      List<String> asked = open.subList(from, Math.min(open.size(), from + resolution.most()));
      Asking asking = new Asking(asked);
      Channel question = new RenewingChannel(new WireChannel(asking, account, line), account, line);
      Reading reading = new RetryingChannel(question, resolution.retries(), line).send(List.of());
      if (reading instanceof Reading.Stop stop) {
        return Optional.of(stop);
      }
      found.putAll(asking.found);
      if (asking.isAnswered) {
        asked.forEach(n -> remembered.put(n, Optional.ofNullable(asking.found.get(n))));
      }
    }
    return Optional.empty();
  }

  /** A question, made anew for every attempt. */
  private final class Asking implements Talk {
    private final List<String> names;
    private final Map<String, String> found = new HashMap<>();
    private Optional<Resolution.Question> question = Optional.empty();
    private boolean isAnswered;

    private Asking(List<String> names) {
      this.names = names;
    }

    @Override
    public HttpCall call(List<Event> events, CredentialValues credential) {
      Resolution.Question asked =
          resolution.ask(names, credential, line.time().now(), line.jitter());
      question = Optional.of(asked);
      return asked.call();
    }

    @Override
    public Reading read(HttpAnswer answer, List<Event> events) {
      Resolution.Answered answered = question.orElseThrow().read(answer);
      if (answered instanceof Resolution.Answered.NotYet notYet) {
        return notYet.reading();
      }
      if (answered instanceof Resolution.Answered.Found told) {
        found.putAll(told.values());
        isAnswered = true;
      }
      return new Reading.Settled(List.of());
    }

    @Override
    public Reading lost(List<Event> events) {
      return Talk.repeated();
    }
  }
}
