package dev.footfall.destinations.braze;

import dev.footfall.core.normalise.Moment;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads times, and tells which of them had no zone of their own. Strict: such times are refused,
 * bare dates are midnight in UTC, and numbers are seconds only. Used by one thread.
 */
final class Times {
  private static final long SECONDS_BELOW = 100_000_000_000L;

  private final boolean isStrict;
  private final Timestamps inZone;
  private final Timestamps inUtc = new Timestamps(ZoneOffset.UTC);
  private final Timestamps elsewhere = new Timestamps(ZoneOffset.ofHours(1));
  private final Moment moment = new Moment();
  private final Moment utc = new Moment();
  private final Moment other = new Moment();
  private final Decimal number = new Decimal();
  private final Decimal bound = new Decimal().set(SECONDS_BELOW, 0);
  private boolean isAssumed;
  private Moment read = moment;

  Times(ZoneId zone, boolean isStrict) {
    this.isStrict = isStrict;
    this.inZone = new Timestamps(zone);
  }

  /** Reads a cell. */
  Moment.Reading read(Column column, int row) {
    inZone.read(column, row, moment);
    read = moment;
    isAssumed = moment.reading() == Moment.Reading.OK && moment.zoneAssumed();
    if (moment.reading() != Moment.Reading.OK) {
      return moment.reading();
    }
    if (isStrict && isFineEpoch(column, row)) {
      return Moment.Reading.BAD;
    }
    return column.kind(row) == CellKind.TEXT ? text(column, row) : Moment.Reading.OK;
  }

  private boolean isFineEpoch(Column column, int row) {
    return switch (column.kind(row)) {
      case TEXT, INTEGER, DECIMAL, REAL ->
          column.decimal(row, number) && number.compareWith(bound) >= 0;
      default -> false;
    };
  }

  private Moment.Reading text(Column column, int row) {
    inUtc.read(column, row, utc);
    elsewhere.read(column, row, other);
    if (utc.micros() == other.micros()) {
      return Moment.Reading.OK;
    }
    if (isStrict) {
      read = utc;
      return utc.dateOnly() ? Moment.Reading.OK : Moment.Reading.BAD;
    }
    isAssumed = true;
    return Moment.Reading.OK;
  }

  /** Milliseconds since the epoch of the time that was read. */
  long millis() {
    return read.millis();
  }

  /** Whether a zone was taken that the cell did not name. */
  boolean isAssumed() {
    return isAssumed;
  }
}
