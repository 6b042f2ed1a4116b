package dev.footfall.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * How fast an account may be asked, as far as those who share it know: slots evenly spread, none
 * before the platform said, half as many after it throttled, and from then on more with each
 * success. Times are microseconds since 1970.
 *
 * @param lastSlot when the latest request leaves
 * @param recent requests of late, each worth less as it grows old
 * @param notBefore the platform lets nobody come before this
 * @param perMinute requests a minute since it throttled; 0 when it does not
 * @param gain by how much that grows in a minute of successes
 * @param slowedAt when it was last halved
 * @param raisedAt when it last grew
 */
public record PaceEntry(
    long lastSlot,
    double recent,
    long notBefore,
    double perMinute,
    double gain,
    long slowedAt,
    long raisedAt) {
  /** Of an account that nobody asked yet. */
  public static final PaceEntry NEW = new PaceEntry(0, 0, 0, 0, 0, 0, 0);

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
    if (parts.length != 8 || !parts[0].equals("1")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PaceEntry(
              Long.parseLong(parts[1]),
              Double.parseDouble(parts[2]),
              Long.parseLong(parts[3]),
              Double.parseDouble(parts[4]),
              Double.parseDouble(parts[5]),
              Long.parseLong(parts[6]),
              Long.parseLong(parts[7])));
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  /** The entry as one line of text. */
  public String toText() {
    return String.format(
        Locale.ROOT,
        "1 %d %.3f %d %.3f %.3f %d %d",
        lastSlot,
        recent,
        notBefore,
        perMinute,
        gain,
        slowedAt,
        raisedAt);
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
    boolean isForgiven = now - slowedAt > FORGIVEN && now - raisedAt > FORGIVEN;
    return new PaceEntry(
        slot, faded + 1, notBefore, isForgiven ? 0 : perMinute, gain, slowedAt, raisedAt);
  }

  /** With nobody let in for a while. */
  PaceEntry held(Duration wait, Instant instant) {
    long now = micros(instant);
    Duration bounded = wait.compareTo(LONGEST_HOLD) < 0 ? wait : LONGEST_HOLD;
    long until = Math.max(heldUntil(now), micros(instant.plus(bounded).plusNanos(999)));
    return new PaceEntry(lastSlot, recent, until, perMinute, gain, slowedAt, raisedAt);
  }

  /**
   * At half the pace, after an answer that throttles; requests that were under way together count
   * once.
   *
   * @param took how long the answer was under way
   */
  PaceEntry throttled(int limit, Instant instant, Duration took) {
    long now = micros(instant);
    if (now - micros(took) < slowedAt && slowedAt <= now) {
      return this;
    }
    double observed = recent * MINUTE / MEMORY;
    double before = Math.min(rate(limit, now), Math.max(observed, limit / 60.0));
    double half = Math.max(Math.min(limit, LEAST_PER_MINUTE), before / 2);
    double gained = Math.max(before, limit / 60.0);
    return new PaceEntry(lastSlot, recent, notBefore, half, gained, now, now);
  }

  /** At a slightly higher pace, after an answer that does not throttle. */
  PaceEntry succeeded(int limit, Instant instant) {
    if (perMinute == 0) {
      return this;
    }
    long now = micros(instant);
    double passed = Math.max(0, Math.min(SECOND, (double) (now - raisedAt)));
    double raised = perMinute + gain * passed / MINUTE;
    return new PaceEntry(
        lastSlot, recent, notBefore, raised < limit ? raised : 0, gain, slowedAt, now);
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
    boolean isSlow = perMinute > 0 && now - Math.max(slowedAt, raisedAt) <= FORGIVEN;
    return isSlow ? Math.min(limit, perMinute) : limit;
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
