package dev.footfall.sandbox.braze;

import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Passed;
import dev.footfall.sandbox.platform.Injection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The second look at the good objects of one request: too large, about nobody known, or asked to
 * fail.
 */
final class BrazeSieve {
  private static final int MOST_BYTES = 102_400;

  private final BrazeUsers users;
  private final List<Sighting> sightings;
  private final List<?> failing;
  private final Set<String> made = new HashSet<>();
  private final List<Sighting> good = new ArrayList<>();
  private int next;

  BrazeSieve(BrazeUsers users, List<Sighting> sightings, Optional<Injection> partial) {
    this.users = users;
    this.sightings = sightings;
    this.failing = partial.<List<?>>map(asked -> asked.list("indexes")).orElse(List.of());
  }

  Batch sift(Batch batch) {
    return batch.sift(this::look);
  }

  /** What was seen of the objects that passed, in their order. */
  List<Sighting> good() {
    return good;
  }

  private Optional<Fault> look(Passed object) {
    Sighting seen = sightings.get(next++);
    String path = seen.array() + "[" + object.place() + "]";
    if (failing.contains(object.index())) {
      return fault(object, path, "was asked to fail", 0);
    } else if (object.to() - object.from() > MOST_BYTES) {
      return fault(object, path, "must have at most " + MOST_BYTES + " bytes", 0);
    } else if (seen.onlyExisting() && !made.contains(seen.user()) && !users.exists(seen.user())) {
      return fault(
          object,
          path,
          "updates only, and the user is not known: success was answered, nothing stored",
          BrazeAnswers.SILENT);
    }
    made.add(seen.user());
    good.add(seen);
    return Optional.empty();
  }

  private static Optional<Fault> fault(Passed object, String path, String reason, int code) {
    return Optional.of(new Fault(Fault.Kind.MEANING, object.index(), path, reason, code));
  }
}
