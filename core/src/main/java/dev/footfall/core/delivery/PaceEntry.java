package dev.footfall.core.delivery;

import dev.footfall.core.destination.DailyQuota;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How fast an account may be asked, as far as those who share it know: slots evenly spread, none
 * before the platform said, half as many after it throttled, and from then on more with each
 * success. Times are microseconds since 1970.
 *
 * @param lastSlot when the latest request leaves
 * @param recent requests of late, each worth less as it grows old
 * @param notBefore the platform lets nobody come before this
 * @param slowness how it was throttled of late
 * @param day for which requests were last counted
 * @param counted requests of that day
 */
public record PaceEntry(
    long lastSlot, double recent, long notBefore, Slowness slowness, long day, int counted) {
  /**
   * A pace below the platform's limit.
   *
   * @param perMinute requests a minute; 0 for as many as the limit allows
   * @param gain by how much that grows in a minute of successes
   * @param slowedAt when it was last halved
   * @param raisedAt when it last grew
   */
  public record Slowness(double perMinute, double gain, long slowedAt, long raisedAt) {
    static final Slowness NONE = new Slowness(0, 0, 0, 0);
  }

  /** Of an account that nobody asked yet. */
  public static final PaceEntry NEW = new PaceEntry(0, 0, 0, Slowness.NONE, 0, 0);

  /** A platform that names a later time is mistaken, or our clock was. */
  static final Duration LONGEST_HOLD = Duration.ofDays(7);

  private static final double MINUTE = 60e6;
  private static final double SECOND = 1e6;
  private static final double MEMORY = 10 * SECOND;
  private static final long FORGIVEN = micros(Duration.ofHours(1));
  private static final long FARTHEST_SLOT = micros(Duration.ofMinutes(5));

  /** One request in ten seconds is asked for however often a platform throttles. */
  private static final double LEAST_PER_MINUTE = 6;

  /** The text of {@link #toText}; empty when it is none. */
  public static Optional<PaceEntry> parse(String text) {
    String[] parts = text.strip().split(" ", -1);
    if (parts.length != 10 || !parts[0].equals("1")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PaceEntry(
              Long.parseLong(parts[1]),
              Double.parseDouble(parts[2]),
              Long.parseLong(parts[3]),
              new Slowness(
                  Double.parseDouble(parts[4]),
                  Double.parseDouble(parts[5]),
                  Long.parseLong(parts[6]),
                  Long.parseLong(parts[7])),
              Long.parseLong(parts[8]),
              Integer.parseInt(parts[9])));
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  /** The entry as one line of text. */
  public String toText() {
    return String.join(
        " ",
        "1",
        Long.toString(lastSlot),
        rounded(recent),
        Long.toString(notBefore),
        rounded(slowness.perMinute),
        rounded(slowness.gain),
        Long.toString(slowness.slowedAt),
        Long.toString(slowness.raisedAt),
        Long.toString(day),
        Integer.toString(counted));
  }

  /** To thousandths; written for each request, for which a formatter would be dear. */
  private static String rounded(double number) {
    return Double.toString(Math.round(number * 1000) / 1000.0);
  }

  /** With one more slot, which is then the last. */
  PaceEntry reserved(int limit, Instant instant) {
    long now = micros(instant);
    long free = Math.max(now, heldUntil(now));
    long between = (long) Math.ceil(MINUTE / rate(limit, now));
    long next = lastSlot + between;
    // A slot far ahead was given by a clock that has been put back since.
    boolean isSound = next - free <= Math.max(FARTHEST_SLOT, 20 * between);
    long slot = isSound ? Math.max(free, next) : free;
    double faded = recent * Math.exp(-Math.max(0, slot - lastSlot) / MEMORY);
    return new PaceEntry(
        slot, faded + 1, notBefore, isForgiven(now) ? Slowness.NONE : slowness, day, counted);
  }

  /** With nobody let in for a while. */
  PaceEntry held(Duration wait, Instant instant) {
    long now = micros(instant);
    Duration bounded = wait.compareTo(LONGEST_HOLD) < 0 ? wait : LONGEST_HOLD;
    long until = Math.max(heldUntil(now), micros(instant.plus(bounded).plusNanos(999)));
    return new PaceEntry(lastSlot, recent, until, slowness, day, counted);
  }

  /**
   * At half the pace, after an answer that throttles; requests that were under way together count
   * once.
   *
   * @param took how long the answer was under way
   */
  PaceEntry throttled(int limit, Instant instant, Duration took) {
    long now = micros(instant);
    if (now - micros(took) < slowness.slowedAt && slowness.slowedAt <= now) {
      return this;
    }
    double observed = recent * MINUTE / MEMORY;
    double before = Math.min(rate(limit, now), Math.max(observed, limit / 60.0));
    double half = Math.max(Math.min(limit, LEAST_PER_MINUTE), before / 2);
    double gained = Math.max(before, limit / 60.0);
    return slowed(new Slowness(half, gained, now, now));
  }

  /** At a slightly higher pace, after an answer that does not throttle. */
  PaceEntry succeeded(int limit, Instant instant) {
    if (!isSlowed()) {
      return this;
    }
    long now = micros(instant);
    double passed = Math.max(0, Math.min(SECOND, (double) (now - slowness.raisedAt)));
    double raised = slowness.perMinute + slowness.gain * passed / MINUTE;
    return slowed(
        raised < limit
            ? new Slowness(raised, slowness.gain, slowness.slowedAt, now)
            : new Slowness(0, slowness.gain, slowness.slowedAt, now));
  }

  private PaceEntry slowed(Slowness other) {
    return new PaceEntry(lastSlot, recent, notBefore, other, day, counted);
  }

  boolean isSlowed() {
    return slowness.perMinute > 0;
  }

  /** With its last slot counted for its day. */
  PaceEntry counted(DailyQuota quota) {
    long today = quota.day(Instant.EPOCH.plus(lastSlot, ChronoUnit.MICROS));
    int before = today == day ? counted : 0;
    return new PaceEntry(lastSlot, recent, notBefore, slowness, today, before + 1);
  }

  /** How many more requests may be made today. */
  int left(DailyQuota quota, Instant now) {
    return quota.requests() - (quota.day(now) == day ? counted : 0);
  }

  /** With nobody let in until tomorrow where all requests of today are made. */
  PaceEntry heldWhereUsedUp(DailyQuota quota, Instant now) {
    return left(quota, now) > 0 ? this : held(Duration.between(now, quota.end(now)), now);
  }

  /** How long the last slot is ahead; zero when it is now. */
  Duration untilSlot(Instant now) {
    return ahead(lastSlot, now);
  }

  /** How long nobody may come; zero when they may. */
  Duration heldFor(Instant now) {
    return ahead(heldUntil(micros(now)), now);
  }

  private double rate(int limit, long now) {
    return isSlowed() && !isForgiven(now) ? Math.min(limit, slowness.perMinute) : limit;
  }

  private boolean isForgiven(long now) {
    return now - Math.max(slowness.slowedAt, slowness.raisedAt) > FORGIVEN;
  }

  private long heldUntil(long now) {
    return notBefore - now > micros(LONGEST_HOLD) + 1 ? 0 : notBefore;
  }

  private static Duration ahead(long then, Instant now) {
    return Duration.of(Math.max(0, then - micros(now)), ChronoUnit.MICROS);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
