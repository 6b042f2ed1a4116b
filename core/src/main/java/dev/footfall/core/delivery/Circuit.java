package dev.footfall.core.delivery;

import dev.footfall.core.destination.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Notices that a platform is out, and lets one request find out when it is back: the others wait
 * for that one rather than use up their own tries, and end with it when it gives up. Shared by all
 * senders to an account.
 */
final class Circuit {
  /** So many failures one after the other, over all senders, are an outage. */
  private static final int OUTAGE = 4;

  /** So many in a row end the run, where a request must not be repeated. */
  private static final int HOPELESS = 10;

  private static final Duration RECOVERY = Duration.ofMinutes(10);

  private final Time time;
  private final CompletableFuture<Reading.Stop> halt;
  private int failures;
  private Instant since = Instant.EPOCH;
  private Optional<Thread> probe = Optional.empty();
  private Optional<Reading.Stop> broken = Optional.empty();

  Circuit(Time time) {
    this(time, new CompletableFuture<>());
  }

  private Circuit(Time time, CompletableFuture<Reading.Stop> halt) {
    this.time = time;
    this.halt = halt;
  }

  /** Of another service, which has outages of its own; what halts the one halts the other. */
  Circuit beside(Time clock) {
    return new Circuit(clock, halt);
  }

  /** Waits while another one finds out; why nothing is to be sent any more, if so. */
  synchronized Optional<Reading.Stop> pass() throws InterruptedException {
    while (halted().isEmpty()
        && isOut()
        && probe.filter(p -> !p.equals(Thread.currentThread())).isPresent()) {
      wait();
    }
    probe = isOut() ? Optional.of(Thread.currentThread()) : probe;
    return halted().or(() -> broken);
  }

  /** Somebody wants the run to end: nothing is tried any more, and nobody waits. */
  void halt(Reading.Stop why) {
    halt.complete(why);
    synchronized (this) {
      notifyAll();
    }
  }

  /** Why nobody waits any more, if so. */
  Optional<Reading.Stop> halted() {
    return Optional.ofNullable(halt.getNow(null));
  }

  /** Waits, though not beyond a halt. */
  void pause(Time clock, Duration wait) throws InterruptedException {
    if (halted().isEmpty()) {
      clock.pause(wait, halt);
    }
  }

  /** This thread's request is over, however it ended: another one may find out. */
  synchronized void done() {
    if (probe.filter(Thread.currentThread()::equals).isPresent()) {
      probe = Optional.empty();
      notifyAll();
    }
  }

  /** What a request met. */
  synchronized void heard(Reading reading) {
    if (isFailure(reading)) {
      since = failures++ == 0 ? time.now() : since;
    } else {
      failures = 0;
      notifyAll();
    }
  }

  /** Whether requests that must not be repeated have failed too often to risk another. */
  synchronized boolean isHopeless() {
    return failures >= HOPELESS;
  }

  /** From now on nothing is sent: a request has given up. */
  synchronized Reading.Stop broken(Reading.Stop stop) {
    if (broken.isEmpty()) {
      broken = Optional.of(new Reading.Stop(stop.code(), stop.words()));
    }
    notifyAll();
    return stop;
  }

  /** An outage in one line. */
  synchronized String words(String last) {
    Instant now = time.now();
    return "failing since "
        + seconds(since)
        + ": "
        + failures
        + (failures == 1 ? " request" : " requests")
        + " in a row; run again from "
        + seconds(now.plus(RECOVERY))
        + " on; the last answer: "
        + last;
  }

  private boolean isOut() {
    return failures >= OUTAGE && broken.isEmpty();
  }

  private static boolean isFailure(Reading reading) {
    return reading instanceof Reading.TryAgain
        || reading instanceof Reading.LostRepeatable
        || reading instanceof Reading.Lost;
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
