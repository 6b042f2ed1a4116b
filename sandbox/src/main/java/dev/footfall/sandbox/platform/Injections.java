package dev.footfall.sandbox.platform;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The faults waiting to strike, in the order in which they were asked for. Safe for many threads.
 */
public final class Injections {
  private static final class Waiting {
    private final Injection injection;
    private int toPass;
    private int left;

    Waiting(Injection injection) {
      this.injection = injection;
      this.toPass = injection.after();
      this.left = injection.count();
    }
  }

  private final List<InjectionKind> kinds;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Set<String> poisoned = ConcurrentHashMap.newKeySet();

  /** Knows the generic kinds and those of one platform, whose details win. */
  public Injections(List<InjectionKind> own) {
    List<InjectionKind> all = new ArrayList<>(InjectionKind.GENERIC);
    all.removeIf(kind -> own.stream().anyMatch(other -> other.name().equals(kind.name())));
    all.addAll(own);
    this.kinds = List.copyOf(all);
  }

  /** All kinds that may be asked for. */
  public List<InjectionKind> kinds() {
    return kinds;
  }

  /**
   * Lets a fault wait for its requests.
   *
   * @throws IllegalArgumentException if the kind or one of its details is not known, naming those
   *     that are
   */
  public synchronized void add(Injection injection) {
    InjectionKind kind =
        kinds.stream()
            .filter(known -> known.name().equals(injection.kind()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("unknown kind; known: " + names()));
    if (!kind.details().containsAll(injection.details().keySet())) {
      throw new IllegalArgumentException(
          "unknown detail; " + kind.name() + " knows: " + kind.details());
    }
    if (!kind.name().equals(InjectionKind.POISON)) {
      waiting.add(new Waiting(injection));
    } else if (injection.text("event_id", "").isEmpty()) {
      throw new IllegalArgumentException("poison needs event_id");
    } else {
      poisoned.add(injection.text("event_id", ""));
    }
  }

  /** The fault that strikes this request, if one does; to be called once a request. */
  public synchronized Optional<Injection> next(String operation) {
    return next(asked -> asked.on().equals(operation) || asked.on().equals(Injection.EVERYTHING));
  }

  /** The fault of one of these kinds that strikes now, whatever operation it was asked on. */
  public synchronized Optional<Injection> nextOf(Set<String> some) {
    return next(asked -> some.contains(asked.kind()));
  }

  private Optional<Injection> next(Predicate<Injection> strikes) {
    for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
      Waiting one = all.next();
      if (strikes.test(one.injection)) {
        if (one.toPass > 0) {
          one.toPass--;
          continue;
        }
        if (one.left > 0 && --one.left == 0) {
          all.remove();
        }
        return Optional.of(one.injection);
      }
    }
    return Optional.empty();
  }

  /** Whether any request that holds this event must be refused. */
  public boolean isPoisoned(String eventId) {
    return !poisoned.isEmpty() && poisoned.contains(eventId);
  }

  /** How many faults still wait. */
  public synchronized int waiting() {
    return waiting.size() + poisoned.size();
  }

  /** Forgets them all. */
  public synchronized void clear() {
    waiting.clear();
    poisoned.clear();
  }

  private List<String> names() {
    return kinds.stream().map(InjectionKind::name).toList();
  }
}
