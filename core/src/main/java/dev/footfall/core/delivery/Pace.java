package dev.footfall.core.delivery;

import dev.footfall.core.destination.DailyQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the next request to an account may leave: evenly spread, never before the platform said, and
 * slower for a while after it throttled. What it knows stands in a book that all share who use the
 * account, at the same time or later.
 */
public final class Pace {
  private final Shared shared;
  private final int perMinute;
  private final Optional<DailyQuota> quota;
  private PaceEntry known = PaceEntry.NEW;
  private boolean narrow;
  private int underWay;

  /**
   * What those who use an account share.
   *
   * @param account names it in the book
   * @param time tells and waits; the machine's, whatever a run takes for now
   */
  public record Shared(PaceBook book, String account, Time time) {}

  /** At most so many requests a minute, over all who share the account. */
  public Pace(Shared shared, int requestsPerMinute) {
    this(shared, requestsPerMinute, Optional.empty());
  }

  /** At most so many requests a minute and a day, over all who share the account. */
  public Pace(Shared shared, int requestsPerMinute, Optional<DailyQuota> quota) {
    this.shared = shared;
    this.perMinute = requestsPerMinute;
    this.quota = quota;
  }

  /** At most so many requests a minute, by nobody else. */
  public Pace(Time time, int requestsPerMinute) {
    this(new Shared(PaceBook.inMemory(), "", time), requestsPerMinute);
  }

  /** The machine's clock, whatever a run takes for now. */
  Time clock() {
    return shared.time;
  }

  /** The pace of another service that is asked on behalf of the same account. */
  Pace beside(String service, int requestsPerMinute) {
    String account = shared.account + " " + service;
    return new Pace(new Shared(shared.book, account, shared.time), requestsPerMinute);
  }

  /**
   * Waits until this request may be under way; followed by {@link #leave} unless it may not.
   *
   * @param circuit lets it wait no longer when it halts
   * @return how long nobody may come, when that is too long to be waited for
   */
  Optional<Duration> begin(Circuit circuit) throws InterruptedException {
    while (true) {
      PaceBook.Seen seen = change(this::reserved);
      Duration hold = seen.entry().heldFor(seen.now());
      if (!RetryAfter.isBearable(hold)) {
        return Optional.of(hold);
      }
      Duration wait = seen.entry().untilSlot(seen.now());
      boolean isLate = !wait.isZero();
      if (isLate) {
        circuit.pause(shared.time, wait);
      }
      isLate |= enter();
      if (!isLate || circuit.halted().isPresent() || heldFor().isZero()) {
        return Optional.empty();
      }
      leave(); // somebody was told to hold back meanwhile
    }
  }

  private PaceEntry reserved(PaceEntry entry, Instant now) {
    PaceEntry today = quota.map(q -> entry.heldWhereUsedUp(q, now)).orElse(entry);
    if (!RetryAfter.isBearable(today.heldFor(now))) {
      return today;
    }
    PaceEntry next = today.reserved(perMinute, now);
    return quota.map(next::counted).orElse(next);
  }

  /**
   * What is left of a day's requests.
   *
   * @param until when the next day begins
   */
  public record Left(int requests, DailyQuota quota, Instant until) {}

  /** What is left of today's requests; empty where they are not counted. */
  public Optional<Left> left() {
    PaceBook.Seen seen = change((entry, now) -> entry);
    return quota.map(
        q -> new Left(Math.max(0, seen.entry().left(q, seen.now())), q, q.end(seen.now())));
  }

  /** The request is no longer under way. */
  synchronized void leave() {
    underWay--;
    notifyAll();
  }

  /** From now on one request at a time, or as many as there are. */
  synchronized void narrow(boolean oneAtATime) {
    narrow = oneAtATime;
    notifyAll();
  }

  /** Lets nobody send for a while, in this run or another. */
  public void hold(Duration wait) {
    if (wait.compareTo(Duration.ZERO) > 0) {
      change((entry, now) -> entry.held(wait, now));
    }
  }

  /** How long nobody may send; zero when they may. */
  public Duration heldFor() {
    PaceBook.Seen seen = change((entry, now) -> entry);
    return seen.entry().heldFor(seen.now());
  }

  /** The platform throttled a request that was under way for so long. */
  void throttled(Duration took) {
    change((entry, now) -> entry.throttled(perMinute, now, took));
  }

  /** The platform took a request, at this pace. */
  void succeeded() {
    if (isSlowed()) {
      change((entry, now) -> entry.succeeded(perMinute, now));
    }
  }

  private synchronized boolean isSlowed() {
    return known.isSlowed();
  }

  /** Whether it had to wait for others. */
  private synchronized boolean enter() throws InterruptedException {
    boolean isLate = false;
    while (narrow && underWay > 0) {
      isLate = true;
      wait();
    }
    underWay++;
    return isLate;
  }

  /** Without the book, by what was last known of it. */
  private PaceBook.Seen change(PaceBook.Change change) {
    Optional<PaceBook.Seen> told = shared.book.change(shared.account, shared.time.now(), change);
    synchronized (this) {
      PaceBook.Seen seen =
          told.orElseGet(
              () -> new PaceBook.Seen(change.of(known, shared.time.now()), shared.time.now()));
      known = seen.entry();
      return seen;
    }
  }
}
