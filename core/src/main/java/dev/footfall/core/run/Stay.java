package dev.footfall.core.run;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Route;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Moment;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.run.Quarantined.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How long what a run rejects stays in quarantine: as long as the platform's window lets it be
 * delivered. One thread at a time.
 */
public final class Stay {
  /** Longer than any platform's window; what has no end is taken to end with the window. */
  private static final long ENDLESS = Duration.ofDays(400).toSeconds();

  private final Route route;
  private final Binding binding;
  private final Place place;
  private final int runNumber;
  private final long now;
  private final int timeColumn;
  private final Timestamps timestamps;
  private final Moment moment = new Moment();

  /**
   * Terms of one run.
   *
   * @param now the run's clock at its start
   * @param zone for times without one
   */
  public Stay(RunScope scope, Place place, Instant now, ZoneId zone) {
    this.route = scope.route();
    this.binding = scope.binding();
    this.place = place;
    this.runNumber = scope.runNumber();
    this.now = now.getEpochSecond();
    this.timeColumn = binding.canonicalIndex("timestamp");
    this.timestamps = new Timestamps(zone);
  }

  Route route() {
    return route;
  }

  Binding binding() {
    return binding;
  }

  Place place() {
    return place;
  }

  int runNumber() {
    return runNumber;
  }

  long now() {
    return now;
  }

  /** When a row says that it happened, Unix seconds; 0 when it does not say. */
  long time(RowGroup group, int row) {
    if (timeColumn < 0) {
      return 0;
    }
    timestamps.read(group.column(timeColumn, row), group.row(row), moment);
    return moment.reading() == Moment.Reading.OK ? moment.seconds() : 0;
  }

  /** The end of the window of what happened then; of what has no time, as if it happened now. */
  long until(long time) {
    return (time == 0 ? now : time) + Duration.ofDays(route.windowDays()).toSeconds();
  }

  /** The end of an event that was made. */
  long until(long time, long expiresAt) {
    return expiresAt > now + ENDLESS ? until(Math.max(time, now)) : expiresAt;
  }
}
