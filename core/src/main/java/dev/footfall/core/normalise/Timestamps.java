package dev.footfall.core.normalise;

import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Micros;
import dev.footfall.core.source.Text;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Reads cells as points in time: SQL timestamps and dates, ISO 8601 text, and Unix time in seconds
 * (9 to 11 digits), milliseconds (12 to 14) or microseconds (15 to 17).
 *
 * <p>What has no zone of its own is read in the zone given. No object is made for SQL types,
 * numbers and the usual texts. Not safe for use by several threads.
 */
public final class Timestamps {
  private static final long FEWEST = 100_000_000L;
  private static final long SECONDS_BELOW = 100_000_000_000L;
  private static final long MILLIS_BELOW = 100_000_000_000_000L;
  private static final long MICROS_BELOW = 100_000_000_000_000_000L;

  private final LocalZone zone;
  private LocalZone named;
  private String namedId = "";
  private final IsoTime iso = new IsoTime();
  private final Text text = new Text();
  private final Decimal number = new Decimal();
  private final Decimal factor = new Decimal();
  private final Decimal bound = new Decimal();
  private final long earliest;
  private final long latest;

  /** Reads zone-less times in {@code zone}. */
  public Timestamps(ZoneId zone) {
    this(zone, Instant.MIN, Instant.MAX);
  }

  /** As {@link #Timestamps(ZoneId)}; what is not within the bounds is no time, but a wrong unit. */
  public Timestamps(ZoneId zone, Instant earliest, Instant latest) {
    this.zone = new LocalZone(zone);
    this.named = this.zone;
    this.earliest = earliest.getEpochSecond();
    this.latest = latest.getEpochSecond();
  }

  /** Reads a cell into {@code moment}. */
  public void read(Column column, int row, Moment moment) {
    readCell(column, row, moment);
    if (moment.seconds() < earliest || moment.seconds() > latest) {
      moment.outside();
    }
  }

  private void readCell(Column column, int row, Moment moment) {
    if (column.isNull(row)) {
      moment.missing();
      return;
    }
    switch (column.kind(row)) {
      case INSTANT -> moment.at(column.integer(row), false, false);
      case LOCAL_TIMESTAMP -> local(column.integer(row), zone, false, moment);
      case DATE -> date(column.integer(row), moment);
      case INTEGER -> whole(column.integer(row), moment);
      case DECIMAL, REAL -> {
        if (column.decimal(row, number)) {
          number(moment);
        } else {
          moment.bad();
        }
      }
      case TEXT -> {
        column.text(row, text);
        read(text, moment);
      }
      case BOOLEAN, NESTED -> moment.bad();
    }
  }

  /** Reads a text into {@code moment}; the window on it is trimmed. */
  public void read(Text value, Moment moment) {
    if (value.trim().isEmpty()) {
      moment.missing();
    } else if (iso.read(value)) {
      iso(moment);
    } else if (number.parse(value.bytes(), value.start(), value.end())) {
      number(moment);
    } else {
      moment.bad();
    }
  }

  private void iso(Moment moment) {
    if (iso.hasOffset()) {
      moment.at(iso.localMicros() - iso.offsetSeconds() * Micros.PER_SECOND, false, false);
    } else if (iso.zoneId().isEmpty()) {
      local(iso.localMicros(), zone, iso.dateOnly(), moment);
    } else {
      local(iso.localMicros(), named(iso.zoneId()), false, moment);
    }
  }

  /** The zone that a text names; most often the one that the text before it named. */
  private LocalZone named(String zoneId) {
    if (!zoneId.equals(namedId)) {
      namedId = zoneId;
      named = new LocalZone(ZoneId.of(zoneId));
    }
    return named;
  }

  private void date(long epochDay, Moment moment) {
    if (Math.abs(epochDay) > 4_000_000) {
      moment.bad();
    } else {
      local(epochDay * 86_400L * Micros.PER_SECOND, zone, true, moment);
    }
  }

  private static void local(long micros, LocalZone in, boolean dateOnly, Moment moment) {
    long second = Math.floorDiv(micros, Micros.PER_SECOND);
    long instant = in.instant(second);
    moment.at(
        instant * Micros.PER_SECOND + Math.floorMod(micros, Micros.PER_SECOND),
        dateOnly,
        in.assumed());
  }

  private void number(Moment moment) {
    if (number.isWhole() && number.fitsLong()) {
      whole(number.longValue(), moment);
    } else if (number.compareWith(bound.set(FEWEST, 0)) < 0
        || number.compareWith(bound.set(MICROS_BELOW, 0)) >= 0) {
      moment.bad();
    } else {
      long unit = microsIn(number.longValue());
      moment.at(number.multiply(factor.set(unit, 0)).longValue(), false, false);
    }
  }

  private static void whole(long value, Moment moment) {
    if (value < FEWEST || value >= MICROS_BELOW) {
      moment.bad();
    } else {
      moment.at(value * microsIn(value), false, false);
    }
  }

  /** Microseconds in the unit that a number of this size counts. */
  private static long microsIn(long value) {
    return value < SECONDS_BELOW ? Micros.PER_SECOND : value < MILLIS_BELOW ? 1000 : 1;
  }
}
